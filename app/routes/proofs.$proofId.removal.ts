import type { ActionFunctionArgs } from "@remix-run/node";
import { removeProof } from "~/commands/crosswalk/renew-proof.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { standardId, requirementId } = found(await removeProof(actor, { ...(await formOf(request)), proofId: params.proofId ?? "" }));
  return seeOther(`/standards/${standardId}#requirement-${requirementId}`);
}
