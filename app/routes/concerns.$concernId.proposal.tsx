import type { ActionFunctionArgs } from "@remix-run/node";
import { linkToProposal } from "~/commands/concerns/link-concern.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { concernId } = found(await linkToProposal(actor, { ...(await formOf(request)), concernId: params.concernId ?? "" }), request);
  return seeOther(`/concerns/${concernId}`);
}
