import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkClause } from "~/commands/evaluation/link-clause.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { clauseForm } from "~/queries/evaluation/measure-form.server";
import { ButtonLink } from "~/ui/button";
import { ChooseClause } from "~/ui/choose-clause";
import { PageHead } from "~/ui/page-head";

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
  const { measure, choice } = useLoaderData<typeof loader>();
  const path = `/evaluation/measures/${measure.id}`;
  return (
    <>
      <PageHead title={`Which clause does “${measure.name}” watch?`} above={<a href={path}>{measure.name}</a>} lead="A measure may watch several clauses, and a clause may be watched by several measures." />
      <ChooseClause
        choice={choice}
        action={`${path}/clauses`}
        button="Link the clause"
        because="A measure is linked to a clause of an edition, whose number stays."
        back={<ButtonLink look="secondary" href={path}>Back to the measure</ButtonLink>}
        refused={useActionData<typeof action>()}
      />
    </>
  );
}
