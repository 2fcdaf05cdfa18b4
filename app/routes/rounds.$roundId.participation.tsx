import type { ActionFunctionArgs } from "@remix-run/node";
import { endRecusal } from "~/commands/voting/declare-recusal.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const { proposalId } = found(await endRecusal(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return seeOther(`/proposals/${proposalId}#vote`);
}
