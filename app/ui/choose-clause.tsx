import type { ReactNode } from "react";
import { Button } from "./button";
import { EmptyState } from "./empty-state";
import { ErrorSummary } from "./error-summary";
import { Select } from "./field";
import { errorAt, errorsOf, typed, type RefusedForm } from "./refused-form";

export type ChooseClauseProps = {
  choice: { documents: { id: string; number: string; title: string }[]; documentId: string | null; clauses: { id: string; name: string }[] };
  /** Where both forms go: the first asks for the clauses of a document, the second links one of them. */
  action: string;
  button: string;
  /** Why only documents with an edition are there. */
  because: string;
  back: ReactNode;
  refused?: RefusedForm;
  /** What else is asked about the link. */
  children?: ReactNode;
};

/** Chooses a clause in two steps, without a script: first its document, then the clause. */
export function ChooseClause({ choice: { documents, documentId, clauses }, action, button, because, back, refused, children }: ChooseClauseProps) {
  if (documents.length === 0) return <EmptyState title="No document has an edition yet." step={back}><p>{because}</p></EmptyState>;
  return (
    <>
      <form method="get" action={action} className="form">
        <Select label="Document" name="documentId" id="document-of-clause" required defaultValue={documentId ?? ""} options={[{ value: "", label: "Choose a document" }, ...documents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))]} />
        <Button look="secondary">Show its clauses</Button>
      </form>
      {documentId ? (
        <form method="post" action={`${action}?documentId=${documentId}`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="documentId" value={documentId} />
          <Select label="Clause" name="clauseId" required defaultValue={typed(refused, "clauseId")} error={errorAt(refused, "clauseId")} options={[{ value: "", label: "Choose a clause" }, ...clauses.map(({ id, name }) => ({ value: id, label: name }))]} />
          {children}
          <div className="row">
            <Button>{button}</Button>
            {back}
          </div>
        </form>
      ) : (
        <div className="row">{back}</div>
      )}
    </>
  );
}
