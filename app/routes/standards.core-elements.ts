import type { ActionFunctionArgs } from "@remix-run/node";
import { addCoreElements } from "~/commands/crosswalk/add-standard.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { standardId } = found(await addCoreElements(actor, await formOf(request)));
  return seeOther(`/standards/${standardId}`);
}
