import type { ActionFunctionArgs } from "@remix-run/node";
import { removeCitation } from "~/commands/resources/cite-resource.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { resourceId } = found(await removeCitation(actor, { ...(await formOf(request)), citationId: params.citationId ?? "" }));
  return seeOther(`/resources/${resourceId}#clauses`);
}
