import type { ActionFunctionArgs } from "@remix-run/node";
import { removeRequirement } from "~/commands/crosswalk/remove-requirement.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { standardId } = found(await removeRequirement(actor, { ...(await formOf(request)), requirementId: params.requirementId ?? "" }));
  return seeOther(`/standards/${standardId}`);
}
