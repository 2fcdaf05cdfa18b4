import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { renewProof } from "~/commands/crosswalk/renew-proof.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { renewalForm } from "~/queries/crosswalk/proof-forms.server";
import { ProofRenewal } from "~/ui/proof-renewal";

export const meta: MetaFunction = () => [{ title: "A proof to look at again - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await renewalForm(await personOf(request), { proofId: params.proofId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await renewProof(actor, { ...values, proofId: params.proofId ?? "" }), values, ({ standardId, requirementId }) => seeOther(`/standards/${standardId}#requirement-${requirementId}`));
}

export default function Renewal() {
  return <ProofRenewal {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
