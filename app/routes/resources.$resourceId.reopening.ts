import type { ActionFunctionArgs } from "@remix-run/node";
import { reopenResource } from "~/commands/resources/close-resource.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { resourceId } = found(await reopenResource(actor, { ...(await formOf(request)), resourceId: params.resourceId ?? "" }));
  return seeOther(`/resources/${resourceId}`);
}
