import type { ActionFunctionArgs } from "@remix-run/node";
import { unlockClause } from "~/commands/drafting/unlock-clause.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const draftId = params.draftId ?? "";
  found(await unlockClause(person, { draftId, clauseId: params.clauseId ?? "" }), request);
  return seeOther(`/drafts/${draftId}/locks`);
}
