import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkClause } from "~/commands/evaluation/link-clause.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { clauseForm } from "~/queries/evaluation/measure-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Select } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Link a clause - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const documentId = new URL(request.url).searchParams.get("documentId") ?? "";
  return found(await clauseForm(await personOf(request), { measureId: params.measureId ?? "", documentId }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await linkClause(actor, { ...values, measureId: params.measureId ?? "" }), values, ({ measureId }) => seeOther(`/evaluation/measures/${measureId}#clauses`));
}

export default function LinkClause() {
  const { measure, documents, documentId, clauses } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/evaluation/measures/${measure.id}`;
  const back = <ButtonLink look="secondary" href={path}>Back to the measure</ButtonLink>;
  return (
    <>
      <PageHead title={`Which clause does “${measure.name}” watch?`} above={<a href={path}>{measure.name}</a>} lead="A measure may watch several clauses, and a clause may be watched by several measures." />
      {documents.length === 0 && <EmptyState title="No document has an edition yet." step={back}><p>A measure is linked to a clause of an edition, whose number stays.</p></EmptyState>}
      {documents.length > 0 && (
        <form method="get" action={`${path}/clauses`} className="form">
          <Select label="Document" name="documentId" required defaultValue={documentId ?? ""} options={[{ value: "", label: "Choose a document" }, ...documents.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))]} />
          <Button look="secondary">Show its clauses</Button>
        </form>
      )}
      {documentId && (
        <form method="post" action={`${path}/clauses?documentId=${documentId}`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="documentId" value={documentId} />
          <Select label="Clause" name="clauseId" required defaultValue={typed(refused, "clauseId")} error={errorAt(refused, "clauseId")} options={[{ value: "", label: "Choose a clause" }, ...clauses.map(({ id, name }) => ({ value: id, label: name }))]} />
          <div className="row">
            <Button>Link the clause</Button>
            {back}
          </div>
        </form>
      )}
    </>
  );
}
