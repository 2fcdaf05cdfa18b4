import type { ActionFunctionArgs } from "@remix-run/node";
import { recallFinding } from "~/commands/findings/recall-finding.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const findingId = params.findingId ?? "";
  found(await recallFinding(await personOf(request), { findingId }), request);
  return seeOther(`/evaluation/findings/${findingId}`);
}
