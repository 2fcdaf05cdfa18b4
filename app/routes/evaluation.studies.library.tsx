import type { ActionFunctionArgs } from "@remix-run/node";
import { addFieldStudies } from "~/commands/studies/add-field-studies.server";
import { personOf } from "~/http/actor.server";
import { found, seeOther } from "~/http/answer.server";

export async function action({ request }: ActionFunctionArgs) {
  found(await addFieldStudies(await personOf(request), {}), request);
  return seeOther("/evaluation/studies");
}
