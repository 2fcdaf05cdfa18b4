import { longestLockDays } from "~/domain/drafting/clause-lock";
import { Button } from "./button";
import { When } from "./dates";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { Choices, Field, Select } from "./field";
import { GroupMark, type GroupFace } from "./group-mark";
import { PageHead, SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Clause = { id: string; number: string; title: string; depth: number };
type Lock = { clauseId: string; holder: string; organization: string; group: GroupFace; reason: string; since: Date; until: Date; own: boolean; mayOpen: boolean };
export type ClauseLockPageProps = { draftId: string; path: string; title: string; timeZone: string; now: Date; clauses: Clause[]; locks: Lock[]; mayLock: boolean; refused?: RefusedForm };

/** Which clauses of a text are locked, by whom, why and until when; and the form to lock one. */
export function ClauseLockPage({ draftId, path, title, timeZone, now, clauses, locks, mayLock, refused }: ClauseLockPageProps) {
  const nameOf = (clauseId: string) => {
    const clause = clauses.find(({ id }) => id === clauseId);
    return clause ? `${clause.number} ${clause.title}`.trim() : "A clause that is no longer in the text";
  };
  return (
    <>
      <PageHead title="Locked clauses" above={<a href={path}>{title}</a>} lead="A locked clause is changed by nobody but its holder, for example during a legal review. Everybody goes on writing everywhere else." />
      {locks.length === 0 ? (
        <EmptyState title="No clause is locked." />
      ) : (
        <ul className="versions" role="list">
          {locks.map((lock) => (
            <li key={lock.clauseId} className="version">
              <h2>{nameOf(lock.clauseId)}</h2>
              <p>
                {lock.own ? "Locked by you" : `Locked by ${lock.holder}, ${lock.organization}`} until <When at={lock.until} timeZone={timeZone} now={now} />: {lock.reason}
              </p>
              <p>
                <GroupMark group={lock.group} full />
              </p>
              {lock.mayOpen && (
                <form method="post" action={`/drafts/${draftId}/locks/${encodeURIComponent(lock.clauseId)}/opening`}>
                  <Button look="secondary">
                    Open it now<span className="visually-hidden">{`: ${nameOf(lock.clauseId)}`}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayLock && clauses.length > 0 && (
        <form method="post" action={`/drafts/${draftId}/locks`} className="drafting-form" noValidate>
          <SectionHead title="Lock a clause" />
          <ErrorSummary errors={errorsOf(refused)} />
          <Select label="Clause, with all below it" name="clauseId" required defaultValue={typed(refused, "clauseId")} error={errorAt(refused, "clauseId")} options={clauses.map((clause) => ({ value: clause.id, label: `${clause.number} ${clause.title}`.trim() }))} />
          <Field label="Why" name="reason" required maxLength={200} hint="For example “Legal review”. Everybody reads it." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
          <Choices
            label="For how long?"
            name="length"
            required
            defaultValue={typed(refused, "length") || "day"}
            error={errorAt(refused, "length")}
            choices={[
              { value: "hour", label: "An hour" },
              { value: "day", label: "A day" },
              { value: "until", label: "Until the end of a day", explanation: `The day below, at most ${longestLockDays} days from now.` },
            ]}
          />
          <Field label="Last day" name="day" type="date" defaultValue={typed(refused, "day")} error={errorAt(refused, "day")} />
          <Button>Lock the clause</Button>
        </form>
      )}
    </>
  );
}
