import { kindMeanings, kindNames, questionKinds, type QuestionKind } from "~/domain/voting/kinds";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { Choices, Field, Select, TextArea } from "./field";
import { formatWhen } from "~/domain/programs/format-when";
import { NoticeLine } from "./notice-line";
import { chosen, errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Moment = Date | string;
type Proposal = { id: string; number: number; title: string };

export type QuestionFormProps = {
  kind: QuestionKind;
  now: Moment;
  timeZone: string;
  closesAt: Moment;
  localClosesAt: string;
  groups: readonly { id: string; name: string; voters: number }[];
  secrecy: Secrecy;
  proposals: readonly Proposal[];
  refused?: RefusedForm;
};

type Secrecy = { refused: string | null; warnings: readonly string[] };

/** First what kind of answer is wanted; each kind has its own form. */
export function KindChoice({ about }: { about: string }) {
  return (
    <ul role="list">
      {questionKinds.map((kind) => (
        <li key={kind} className="kind-choice">
          <a href={`/ballots/new?kind=${kind}${about}`}>{kindNames[kind]}</a>
          <p className="quiet">{kindMeanings[kind]}</p>
        </li>
      ))}
    </ul>
  );
}

export function QuestionForm(props: QuestionFormProps) {
  const { kind, groups, proposals, timeZone, now, closesAt, localClosesAt, refused } = props;
  const competing = proposals.length > 1 || (proposals.length === 1 && kind !== "sense");
  const question = proposals.length > 1 ? `Which of these changes should we make?` : (proposals[0]?.title ?? "");
  return (
    <form method="post" action={`/ballots/new?kind=${kind}${proposals.map(({ id }) => `&proposal=${id}`).join("")}`} className="form" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="kind" value={kind} />
      {proposals.map(({ id }) => (
        <input key={id} type="hidden" name="proposalIds" value={id} />
      ))}
      <Field label="Question" name="question" required defaultValue={typed(refused, "question", question)} error={errorAt(refused, "question")} />
      <TextArea label="What members should know" name="explanation" defaultValue={typed(refused, "explanation")} error={errorAt(refused, "explanation")} />
      {competing && (
        <div className="field">
          <p className="field-label">These proposals are options</p>
          <ul role="list">
            {proposals.map(({ id, number, title }) => (
              <li key={id}>{`Proposal ${number}: ${title}`}</li>
            ))}
          </ul>
        </div>
      )}
      {kind === "time" && <Times refused={refused} />}
      {kind !== "time" && kind !== "sense" && (
        <TextArea
          label={competing ? "More options, one on each line" : "Options, one on each line"}
          name="options"
          rows={6}
          required={!competing}
          defaultValue={typed(refused, "options", competing ? "Keep the text as it is" : "")}
          error={errorAt(refused, "options")}
        />
      )}
      {kind === "multiple" && <Field label="How many may a member choose?" name="mostChoices" type="number" min={1} required defaultValue={typed(refused, "mostChoices", "2")} error={errorAt(refused, "mostChoices")} />}
      {kind === "score" && <Field label="The highest score" name="highestScore" type="number" min={1} max={100} required defaultValue={typed(refused, "highestScore", "5")} error={errorAt(refused, "highestScore")} />}
      <Choices
        label="Who is asked"
        name="groupIds"
        several
        hint="Voting seats of these groups. Choose none to ask all."
        defaultValue={chosen(refused, "groupIds")}
        error={errorAt(refused, "groupIds")}
        choices={groups.map(({ id, name, voters }) => ({ value: id, label: name, explanation: `${voters} ${voters === 1 ? "voter" : "voters"}` }))}
      />
      <Field
        label="The ballot closes"
        name="closesAt"
        type="datetime-local"
        hint={`The charter's time ends ${formatWhen(closesAt, timeZone, now)}. The time is the program's own.`}
        defaultValue={typed(refused, "closesAt", localClosesAt)}
        error={errorAt(refused, "closesAt")}
      />
      <BallotWishes refused={refused} start={{ reasons: "optional", results: "after-voting" }} secrecy={props.secrecy} objects={kind === "sense"} />
      <div className="row">
        <Button>Open the ballot</Button>
        <ButtonLink look="secondary" href="/ballots">Back to the ballots</ButtonLink>
      </div>
    </form>
  );
}

const timeFields = 6;

function Times({ refused }: { refused?: RefusedForm }) {
  const typedTimes = chosen(refused, "times");
  return (
    <fieldset className="field marks" id="times">
      <legend className="field-label">Times to choose from</legend>
      <div className="field-hint">The times are the program's own. Leave empty what you do not need.</div>
      {errorAt(refused, "times") && <p className="field-error">{errorAt(refused, "times")}</p>}
      {Array.from({ length: timeFields }, (_, at) => (
        <Field key={at} id={`times-${at + 1}`} label={`Time ${at + 1}`} name="times" type="datetime-local" required={at < 2} defaultValue={typedTimes[at] ?? ""} />
      ))}
    </fieldset>
  );
}

const reasonChoices = [
  { value: "off", label: "No reasons" },
  { value: "optional", label: "Reasons are optional" },
  { value: "required", label: "Every vote needs a reason" },
  { value: "required-to-object", label: "Who objects needs a reason" },
];
const resultChoices = [
  { value: "always", label: "At any time" },
  { value: "after-voting", label: "After voting" },
  { value: "after-close", label: "When it closes" },
];

type Wishes = { refused?: RefusedForm; start: { reasons: string; results: string }; secrecy: Secrecy; objects: boolean };

/** What may be chosen for one ballot: reasons, when the count is seen, and whether it is secret. `objects`: whether one can object in it. */
export function BallotWishes({ refused, start, secrecy, objects }: Wishes) {
  return (
    <>
      <Select label="Reasons" name="reasons" required options={reasonChoices.filter(({ value }) => objects || value !== "required-to-object")} defaultValue={typed(refused, "reasons", start.reasons)} error={errorAt(refused, "reasons")} />
      <Select label="Members see the count" name="results" required options={resultChoices} defaultValue={typed(refused, "results", start.results)} error={errorAt(refused, "results")} />
      <Choices
        label="Secrecy"
        name="secret"
        several
        hint="Once it is open, a secret ballot stays secret. Its count is shown when it closes."
        error={errorAt(refused, "secret")}
        defaultValue={typed(refused, "secret")}
        choices={[{ value: "yes", label: "Secret ballot", explanation: "Ballots are kept without names. Nobody can change or take back theirs; each voter gets a receipt." }]}
      />
      {secrecy.refused ? (
        <p className="quiet">{secrecy.refused}</p>
      ) : (
        secrecy.warnings.map((warning) => (
          <NoticeLine key={warning} kind="warning" title="If it is secret:">
            {warning}
          </NoticeLine>
        ))
      )}
    </>
  );
}
