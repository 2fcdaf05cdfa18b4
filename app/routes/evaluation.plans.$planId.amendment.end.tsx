import type { ActionFunctionArgs } from "@remix-run/node";
import { dropAmendment } from "~/commands/evaluation/drop-amendment.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const { planId } = found(await dropAmendment(await personOf(request), { planId: params.planId ?? "" }));
  return seeOther(`/evaluation/plans/${planId}`);
}
