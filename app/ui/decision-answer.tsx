import { decisionStateNames } from "~/domain/decisions/stages";
import { Button } from "./button";
import { Day, When } from "./dates";
import type { DecisionOnPage } from "./decision-page";
import { ErrorSummary } from "./error-summary";
import { Choices, Field, TextArea } from "./field";
import { formatDay } from "~/domain/programs/format-when";
import { KeyFacts } from "./key-facts";
import { NoticeLine } from "./notice-line";
import { SectionHead } from "./page-head";
import { SigningField } from "./signing-field";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

/** What was answered, and for the head of the agency the form to answer. */
export function DecisionAnswer({ page, refused }: { page: DecisionOnPage; refused?: RefusedForm }) {
  const { decision, may, organization } = page;
  return (
    <>
      {decision.outcome !== "pending" && <Given page={page} />}
      {may.decide && <DecisionForm page={page} refused={refused} />}
      {refused && !may.decide && <ErrorSummary errors={errorsOf(refused)} />}
      {decision.isOpen && !may.decide && <p className="quiet">{`Only the head of ${organization.name} decides. Everyone in the program sees the clock.`}</p>}
      {decision.isOpen && !organization.hasHead && (
        <NoticeLine kind="warning">
          {`${organization.name} has no head who can sign in. An administrator names who acts for the head; the clock goes on. `}
          {may.nameHead && <a href={`/organizations/${organization.id}/acting-head`}>Name who acts for the head</a>}
        </NoticeLine>
      )}
    </>
  );
}

function Given({ page: { decision, timeZone } }: { page: DecisionOnPage }) {
  const { outcome, decidedBy, decidedAt, effectiveFrom, deferredUntil, reasons, signedHash, signedFrom } = decision;
  return (
    <>
      <SectionHead title={decisionStateNames[outcome]} />
      <KeyFacts
        facts={[
          ...(decidedBy ? [{ term: "By", fact: decidedBy }] : []),
          ...(decidedAt ? [{ term: "On", fact: <When at={decidedAt} timeZone={timeZone} /> }] : []),
          ...(effectiveFrom ? [{ term: "In force from", fact: <Day at={effectiveFrom} timeZone={timeZone} /> }] : []),
          ...(deferredUntil ? [{ term: "Put off until", fact: <Day at={deferredUntil} timeZone={timeZone} /> }] : []),
          ...(signedHash ? [{ term: "Signed", fact: <>{`With the password given again, from ${signedFrom}, for the text `}<code className="hash">{signedHash}</code></> }] : []),
          { term: "Reasons", fact: <span className="said">{reasons}</span> },
        ]}
      />
    </>
  );
}

function DecisionForm({ page, refused }: { page: DecisionOnPage; refused?: RefusedForm }) {
  const { decision, ahead, may, timeZone } = page;
  const then = whatHappensThen(page);
  return (
    <form method="post" action={`/decisions/${decision.id}`} className="form" noValidate>
      <SectionHead title="Your decision" />
      <ErrorSummary errors={errorsOf(refused)} />
      {ahead.obstacle && <NoticeLine kind="warning">{ahead.obstacle}</NoticeLine>}
      {may.change && (
        <p>
          <a href={`/decisions/${decision.id}/changes`}>{page.changes ? "Change the text again, clause by clause" : "Adopt with changes: decide clause by clause"}</a>
        </p>
      )}
      <Choices
        label="What do you decide?"
        name="move"
        required
        defaultValue={typed(refused, "move")}
        error={errorAt(refused, "move")}
        choices={[
          ...(may.conclude ? [{ value: "conclude", label: "Adopt with your changes", explanation: ahead.concluding ?? then.conclude, disabled: ahead.concluding !== null }] : []),
          { value: "adopt", label: `Adopt edition ${ahead.edition}`, explanation: ahead.obstacle ? undefined : then.adopt, disabled: ahead.obstacle !== null },
          ...(may.interim ? [{ value: "interim", label: "Interim order", explanation: ahead.obstacle ? undefined : then.interim, disabled: ahead.obstacle !== null }] : []),
          { value: "decline", label: "Decline", explanation: then.decline },
          ...(may.defer ? [{ value: "defer", label: "Defer", explanation: then.defer }] : []),
        ]}
      />
      <TextArea label="Your reasons" name="reasons" required rows={6} hint="Everyone who voted reads them, and they stay on record." defaultValue={typed(refused, "reasons")} error={errorAt(refused, "reasons")} />
      <Field
        label="If you adopt: first day in force"
        name="effectiveFrom"
        type="date"
        min={ahead.firstDay}
        hint={ahead.notice ? `${ahead.notice}: ${formatDay(ahead.firstDay, "UTC")} at the earliest.` : ahead.previous ? `Edition ${ahead.previous.edition} is in force from ${formatDay(ahead.previous.effectiveFrom, timeZone)}; the next one starts after that day.` : "Not before today."}
        defaultValue={typed(refused, "effectiveFrom")}
        error={errorAt(refused, "effectiveFrom")}
      />
      {may.interim && <Field label="For an interim order: its last day" name="until" type="date" min={ahead.firstDay} hint="A year at most. After it, what was in force before is in force again." defaultValue={typed(refused, "until")} error={errorAt(refused, "until")} />}
      {may.defer && (
        <Field
          label="If you defer: the day you will decide by"
          name="deferredUntil"
          type="date"
          min={ahead.today}
          max={ahead.latestDeferral}
          hint={`${formatDay(ahead.latestDeferral, timeZone)} at the latest.`}
          defaultValue={typed(refused, "deferredUntil")}
          error={errorAt(refused, "deferredUntil")}
        />
      )}
      <SigningField refused={refused} />
      <Button>Sign the decision</Button>
    </form>
  );
}

/** What each answer will do, said before it is signed. */
export function whatHappensThen({ ahead, document, organization, proposal, votes }: Pick<DecisionOnPage, "ahead" | "document" | "organization" | "proposal" | "votes">) {
  const { edition, previous } = ahead;
  const told = proposal ? `The ${votes.length} people who voted and the author read your reasons.` : "The author of the document reads your reasons.";
  const until = previous ? ` Until then edition ${previous.edition} stays in force.` : "";
  return {
    adopt: `Exactly this text becomes edition ${edition} of ${document.number}, in force for ${organization.name} from the day you choose.${until} ${told}`,
    decline: `${previous ? `Edition ${previous.edition} stays in force for ${organization.name}.` : `${document.number} does not come into force for ${organization.name}.`} ${told}`,
    interim: `The same text, but only until a last day. You still adopt it for good or decline it before then. ${told}`,
    conclude: `The changed text comes into force for ${organization.name}, as edition ${edition} with changes. Both hashes stay on record. ${told}`,
    defer: `Nothing changes yet, and your reasons are sent now. It can be put off only once.`,
  };
}
