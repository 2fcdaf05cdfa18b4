import { Button, ButtonLink } from "./button";
import { Day } from "./dates";
import { ErrorSummary } from "./error-summary";
import { Select } from "./field";
import { GroupMark, type GroupFace } from "./group-mark";
import { KeyFacts } from "./key-facts";
import { PageHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Named = { id: string; name: string };
type Seat = { id: string; title: string; organization: { name: string }; group: GroupFace; termStart: Date | string; termEnd: Date | string | null };

type Props = {
  seat: Seat;
  timeZone: string;
  title: string;
  lead: string;
  fact: { term: string; fact: string };
  /** Whom the form chooses: its field, who is chosen now, what nobody means. */
  choice: { label: string; name: string; action: string; save: string; chosen: Named | null; nobody: string; candidates: readonly Named[] };
  refused: RefusedForm | undefined;
};

/** Chooses somebody for a seat: its holder or who stands in. */
export function SeatPage({ seat, timeZone, title, lead, fact, choice, refused }: Props) {
  const { label, name, action, save, chosen, nobody, candidates } = choice;
  return (
    <>
      <PageHead title={title} above={<a href="/members">Members</a>} lead={lead}>
        <KeyFacts
          inLine
          facts={[
            { term: "Organization", fact: seat.organization.name },
            { term: "Group", fact: <GroupMark group={seat.group} /> },
            fact,
            { term: "Term", fact: <><Day at={seat.termStart} timeZone={timeZone} /> to {seat.termEnd ? <Day at={seat.termEnd} timeZone={timeZone} /> : "open end"}</> },
          ]}
        />
      </PageHead>
      <form method="post" action={action} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <Select
          label={label}
          name={name}
          required
          defaultValue={typed(refused, name, chosen?.id)}
          error={errorAt(refused, name)}
          hint={candidates.length === 0 ? `${seat.organization.name} has no member yet. Invite somebody first.` : `People of ${seat.organization.name}.`}
          options={[{ value: "", label: nobody }, ...candidates.map(({ id, name: called }) => ({ value: id, label: called }))]}
        />
        <div className="row">
          <Button>{save}</Button>
          <ButtonLink look="secondary" href="/members">Back to the members</ButtonLink>
        </div>
      </form>
    </>
  );
}
