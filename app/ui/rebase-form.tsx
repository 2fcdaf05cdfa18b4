import type { ConflictAbout } from "~/editor/rebase";
import { plainText } from "~/editor/plain-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { Button, ButtonLink } from "./button";
import { Blocks } from "./document-nodes";
import { ErrorSummary } from "./error-summary";
import { Choices } from "./field";
import { SectionHead } from "./page-head";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

type Clause = { id: string; number: string; title: string };
type Sides = { base: DocumentNode[] | null; mine: DocumentNode[] | null; theirs: DocumentNode[] | null };
export type ClauseConflict = Sides & { clauseId: string; number: string; title: string; about: ConflictAbout[] };

export type RebaseFormProps = {
  proposalId: string;
  base: number;
  latest: { id: string; number: number };
  mine: Clause[];
  theirs: Clause[];
  conflicts: ClauseConflict[];
  refused?: RefusedForm;
};

/** Bringing a proposal up to date: what is taken by itself, and what a person chooses. */
export function RebaseForm({ proposalId, base, latest, mine, theirs, conflicts, refused }: RebaseFormProps) {
  return (
    <form method="post" action={`/proposals/${proposalId}/rebase`} className="form" noValidate>
      <ErrorSummary errors={errorsOf(refused)} />
      <input type="hidden" name="ontoEditionId" value={latest.id} />
      <Taken title={`Taken from edition ${latest.number}`} nothing="Nothing but what you are asked about below." clauses={theirs} />
      <Taken title="Kept from this proposal" nothing="Nothing but what you are asked about below." clauses={mine} />
      <section aria-labelledby="conflicts">
        <SectionHead id="conflicts" title={conflicts.length === 0 ? "Nothing to choose" : conflicts.length === 1 ? "One clause to choose" : `${conflicts.length} clauses to choose`} />
        {conflicts.length === 0 && <p>No clause was changed on both sides. The two fit together.</p>}
        {conflicts.map((conflict) => (
          <Conflict key={conflict.clauseId} conflict={conflict} base={base} latest={latest.number} refused={refused} />
        ))}
      </section>
      <div className="row">
        <Button>{`Bring it onto edition ${latest.number}`}</Button>
        <ButtonLink look="secondary" href={`/proposals/${proposalId}`}>Back to the proposal</ButtonLink>
      </div>
    </form>
  );
}

function Taken({ title, nothing, clauses }: { title: string; nothing: string; clauses: Clause[] }) {
  return (
    <section>
      <SectionHead title={title} />
      {clauses.length > 0 ? (
        <ul>
          {clauses.map(({ id, number, title: named }) => (
            <li key={id}>{`Clause ${number} ${named}`.trim()}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{nothing}</p>
      )}
    </section>
  );
}

const reasons: Record<ConflictAbout, string> = {
  text: "Both changed its words.",
  existence: "One side removed it, the other changed it.",
  place: "Both moved it, to different places.",
};

function Conflict({ conflict, base, latest, refused }: { conflict: ClauseConflict; base: number; latest: number; refused?: RefusedForm }) {
  const { clauseId, number, title, about } = conflict;
  const name = `choice:${clauseId}`;
  return (
    <section className="conflict">
      <h3>{`Clause ${number} ${title}`.trim()}</h3>
      <p className="quiet">{about.map((one) => reasons[one]).join(" ")}</p>
      <div className="sides">
        <Side title={`Edition ${base}, where the proposal began`} content={conflict.base} />
        <Side title="This proposal" content={conflict.mine} />
        <Side title={`Edition ${latest}, adopted since`} content={conflict.theirs} />
      </div>
      <Choices
        label={`Which text of clause ${number} should stand?`}
        name={name}
        required
        defaultValue={typed(refused, name)}
        error={errorAt(refused, name)}
        choices={[
          { value: "mine", label: "This proposal's", explanation: conflict.mine ? "The vote then decides about it." : "The clause stays removed." },
          { value: "theirs", label: `Edition ${latest}'s`, explanation: conflict.theirs ? "The proposal then leaves this clause as it is in force." : "The clause stays removed." },
        ]}
      />
    </section>
  );
}

function Side({ title, content }: { title: string; content: DocumentNode[] | null }) {
  const [heading, ...blocks] = content ?? [];
  return (
    <div className="side">
      <h4>{title}</h4>
      {content ? (
        <div className="document">
          <p>
            <strong>{heading ? plainText(heading) : ""}</strong>
          </p>
          <Blocks nodes={blocks} />
        </div>
      ) : (
        <p className="quiet">The clause is not there.</p>
      )}
    </div>
  );
}
