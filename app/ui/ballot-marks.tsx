import { choiceNames } from "~/domain/voting/choices";
import { positions } from "~/domain/voting/kinds";
import { listOf, marksOf } from "~/domain/voting/marks";
import type { BallotFacts } from "./ballot";
import { Choices, Field, Select } from "./field";
import { chosen, errorAt, typed, type RefusedForm } from "./refused-form";

type Props = { ballot: BallotFacts; question: string; refused?: RefusedForm };

/** What may be marked on a ballot, by its kind: one choice, several, or a mark beside each option. */
export function BallotMarks(props: Props) {
  const { ballot, question, refused } = props;
  const { terms, vote } = ballot;
  switch (terms.kind) {
    case "consent":
    case "agreement":
    case "sense":
    case "single":
    case "multiple":
      return (
        <Choices
          label={question}
          name="choice"
          required
          several={terms.kind === "multiple"}
          hint={`${terms.kind === "multiple" ? `Choose up to ${terms.mostChoices}. ` : ""}${youVote(ballot)}`}
          defaultValue={chosen(refused, "choice", vote ? (terms.kind === "multiple" ? listOf(vote.choice) : [vote.choice]) : [])}
          error={errorAt(refused, "choice")}
          choices={choicesOf(ballot)}
        />
      );
    case "ranked":
    case "score":
    case "time":
      return <MarkEach {...props} />;
  }
}

function choicesOf({ terms, meanings }: BallotFacts) {
  if (terms.kind === "consent") return (["consent", "object", "abstain"] as const).map((choice) => ({ value: choice, label: choiceNames[choice], explanation: meanings[choice] }));
  if (terms.kind === "agreement" || terms.kind === "sense") return positions[terms.kind].map(({ value, label, meaning }) => ({ value, label, explanation: meaning }));
  return terms.options.map(({ id, label }) => ({ value: id, label }));
}

function MarkEach({ ballot, question, refused }: Props) {
  const { terms } = ballot;
  const before = marksBefore(ballot);
  return (
    <fieldset className="field marks" id="marks">
      <legend className="field-label">{question}</legend>
      <div className="field-hint">{`${howTo(ballot)} ${youVote(ballot)}`}</div>
      {terms.options.map(({ id, label }) => {
        const shared = { key: id, name: `mark-${id}`, label, required: true, error: errorAt(refused, `mark-${id}`), defaultValue: typed(refused, `mark-${id}`, before[id] ?? "") };
        const { key, ...field } = shared;
        if (terms.kind === "score") return <Field key={key} {...field} type="number" min={0} max={terms.highestScore} step={1} inputMode="numeric" required={false} />;
        return <Select key={key} {...field} options={terms.kind === "time" ? answers : places(terms.options.length)} />;
      })}
    </fieldset>
  );
}

const answers = [
  { value: "", label: "No" },
  { value: "yes", label: "Yes" },
  { value: "maybe", label: "If needed" },
];

function places(most: number) {
  return [{ value: "", label: "Not ranked" }, ...Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: at === 0 ? "1 (first choice)" : String(at + 1) }))];
}

function marksBefore({ terms, vote }: BallotFacts): Record<string, string> {
  if (!vote) return {};
  return terms.kind === "ranked" ? Object.fromEntries(listOf(vote.choice).map((id, place) => [id, String(place + 1)])) : marksOf(vote.choice);
}

function howTo({ terms }: BallotFacts): string {
  if (terms.kind === "ranked") return "Give 1 to the option you like best, 2 to the next, and so on. You may leave some out.";
  if (terms.kind === "score") return `Give each option from 0 to ${terms.highestScore} points. An option that you leave empty gets none.`;
  return "Say which times suit you.";
}

function youVote({ seatTitle, groupName, secret }: BallotFacts): string {
  return `You vote in the seat "${seatTitle}", for ${groupName}.${secret ? "" : " You can change your vote until the vote closes."}`;
}
