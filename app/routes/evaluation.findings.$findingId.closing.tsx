import type { ActionFunctionArgs } from "@remix-run/node";
import { closeDialogue } from "~/commands/findings/close-dialogue.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const findingId = params.findingId ?? "";
  found(await closeDialogue(await personOf(request), { findingId }), request);
  return seeOther(`/evaluation/findings/${findingId}`);
}
