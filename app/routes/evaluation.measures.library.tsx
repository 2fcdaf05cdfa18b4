import type { ActionFunctionArgs } from "@remix-run/node";
import { addLibraryMeasures } from "~/commands/evaluation/add-library-measures.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request }: ActionFunctionArgs) {
  found(await addLibraryMeasures(await personOf(request), {}));
  return seeOther("/evaluation/measures");
}
