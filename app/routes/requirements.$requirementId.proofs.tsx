import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { proveRequirement } from "~/commands/crosswalk/prove-requirement.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { proofForm } from "~/queries/crosswalk/proof-forms.server";
import { ButtonLink } from "~/ui/button";
import { ChooseClause } from "~/ui/choose-clause";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Choose a clause - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const documentId = new URL(request.url).searchParams.get("documentId") ?? "";
  return found(await proofForm(await personOf(request), { requirementId: params.requirementId ?? "", documentId }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await proveRequirement(actor, { ...values, requirementId: params.requirementId ?? "" }), values, ({ standardId, requirementId }) => seeOther(`/standards/${standardId}#requirement-${requirementId}`));
}

export default function Proofs() {
  const { requirement, standard, choice } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const path = `/standards/${standard.id}#requirement-${requirement.id}`;
  return (
    <>
      <PageHead title={`Which clause answers requirement ${requirement.reference}?`} above={<a href={path}>{standard.name}</a>} lead={requirement.words} />
      <ChooseClause
        choice={choice}
        action={`/requirements/${requirement.id}/proofs`}
        button="This clause answers it"
        because="A requirement is answered by a clause as it stands in an edition."
        back={<ButtonLink look="secondary" href={path}>Back to the standard</ButtonLink>}
        refused={refused}
      >
        <TextArea label="How it answers" name="note" rows={3} defaultValue={typed(refused, "note")} error={errorAt(refused, "note")} hint="For an assessor who reads the clause for the first time." />
      </ChooseClause>
    </>
  );
}
