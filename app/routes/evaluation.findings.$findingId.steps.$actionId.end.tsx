import type { ActionFunctionArgs } from "@remix-run/node";
import { finishAction } from "~/commands/findings/finish-action.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const findingId = params.findingId ?? "";
  found(await finishAction(await personOf(request), { findingId, actionId: params.actionId ?? "" }), request);
  return seeOther(`/evaluation/findings/${findingId}#steps`);
}
