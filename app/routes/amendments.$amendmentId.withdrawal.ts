import type { ActionFunctionArgs } from "@remix-run/node";
import { withdrawAmendment } from "~/commands/proposals/withdraw-amendment.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { proposalId, amendmentId } = found(await withdrawAmendment(actor, { ...(await formOf(request)), amendmentId: params.amendmentId ?? "" }));
  return seeOther(`/proposals/${proposalId}#amendment-${amendmentId}`);
}
