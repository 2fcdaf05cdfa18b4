import type { ActionFunctionArgs } from "@remix-run/node";
import { leaveCommittee } from "~/commands/programs/change-committee.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const { committeeId } = found(await leaveCommittee(actor, { ...values, committeeId: params.committeeId ?? "" }), request);
  return seeOther(`/committees#committee-${committeeId}`);
}
