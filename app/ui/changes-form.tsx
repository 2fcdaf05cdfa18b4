import type { ClauseChange } from "~/editor/redline";
import { Button, ButtonLink } from "./button";
import { ErrorSummary } from "./error-summary";
import { Choices, Select, TextArea } from "./field";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { Redline } from "./redline-view";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";
import { SigningField } from "./signing-field";

export type OfferedClause = { clauseId: string; number: string; title: string; kind: string; words: string | null; change: ClauseChange | null; chosen: { choice: string; words: string; reason: string } | null };

export type ChangesFormProps = {
  decision: { id: string };
  clauses: readonly OfferedClause[];
  others: readonly { id: string; number: string; title: string }[];
  stagesBegun: boolean;
  hasChanges: boolean;
  also: readonly string[];
};

const LEFT: Record<string, string> = { added: "Leave it out", removed: "Keep it in", unchanged: "Leave it as it was" };

/** Clause by clause: take it, leave it as it was, or have it in other words; each with its reason. */
export function ChangesForm({ page: { decision, clauses, others, stagesBegun, hasChanges, also }, refused }: { page: ChangesFormProps; refused?: RefusedForm }) {
  const path = `/decisions/${decision.id}/changes`;
  return (
    <>
      {others.length > 0 && (
        <form method="get" action={path} className="row add-clause">
          {also.map((id) => (
            <input key={id} type="hidden" name="also" value={id} />
          ))}
          <Select label="Another clause to change" name="also" id="another" required options={others.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}`.trim() }))} />
          <Button look="secondary">Add it below</Button>
        </form>
      )}
      <form method="post" action={`${path}${also.length > 0 ? `?${also.map((id) => `also=${encodeURIComponent(id)}`).join("&")}` : ""}`} className="form wide" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {clauses.map((clause) => (
          <ClauseFields key={clause.clauseId} clause={clause} refused={refused} />
        ))}
        <section className="stack" aria-labelledby="signature">
          <SectionHead title="Open the changes for comment" id="signature" />
          <TextArea label="Your reasons" name="reasons" required rows={5} hint="Everyone who voted reads them now, and they stay on record." defaultValue={typed(refused, "reasons")} error={errorAt(refused, "reasons")} />
          <Choices
            label="What kind of change is it?"
            name="typoOnly"
            required
            defaultValue={typed(refused, "typoOnly", "no")}
            error={errorAt(refused, "typoOnly")}
            choices={[
              { value: "no", label: "A change", explanation: stagesBegun ? "Every stage is signed off again, because what was signed is another text." : "Partners comment for 14 days." },
              { value: "yes", label: "A typo only", explanation: `Somebody of another group has to confirm it. ${stagesBegun ? "Then the sign-offs stand. " : ""}Until then ${hasChanges ? "the changes before stand" : "nothing is changed"}.` },
            ]}
          />
          <NoticeLine kind="info">Partners comment for 14 days. Then you conclude: adopt the changed text, change it again, take the carried text after all, or decline.</NoticeLine>
          <SigningField refused={refused} />
          <div className="row">
            <Button>Sign and open for comment</Button>
            <ButtonLink look="secondary" href={`/decisions/${decision.id}`}>Back to the decision</ButtonLink>
          </div>
        </section>
      </form>
    </>
  );
}

function ClauseFields({ clause: { clauseId, number, title, kind, words, change, chosen }, refused }: { clause: OfferedClause; refused?: RefusedForm }) {
  const name = `${number} ${title}`.trim() || "This clause";
  const start = chosen?.choice ?? "take";
  return (
    <section className="clause-choice" aria-label={name}>
      {change ? <Redline changes={{ changes: [change], touchedClauseIds: [clauseId] }} /> : <h3>{name}</h3>}
      <Choices
        label={`What becomes of ${name}?`}
        name={`choice:${clauseId}`}
        required
        defaultValue={typed(refused, `choice:${clauseId}`, start)}
        error={errorAt(refused, `choice:${clauseId}`)}
        choices={[
          { value: "take", label: "Take it as carried" },
          { value: "leave", label: LEFT[kind] ?? "Leave it as it was", disabled: kind === "unchanged" },
          ...(words === null ? [] : [{ value: "reword", label: "Take it in other words", explanation: "Change the words below." }]),
        ]}
      />
      {words !== null && (
        <div className="when-reworded">
          <TextArea label={`The words of ${name}`} name={`words:${clauseId}`} rows={8} hint="An empty line begins a new paragraph. Lists and tables are kept when their words stay." defaultValue={typed(refused, `words:${clauseId}`, start === "reword" ? chosen?.words : words)} error={errorAt(refused, `words:${clauseId}`)} />
        </div>
      )}
      <div className="unless-taken">
        <TextArea label="Why, unless you take it as carried" name={`reason:${clauseId}`} rows={2} defaultValue={typed(refused, `reason:${clauseId}`, chosen?.reason)} error={errorAt(refused, `reason:${clauseId}`)} />
      </div>
    </section>
  );
}
