import type { ActionFunctionArgs } from "@remix-run/node";
import { restoreVersion } from "~/commands/drafting/restore-version.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  found(await restoreVersion(person, { ...values, versionId: params.versionId ?? "" }), request);
  return seeOther(safeRedirect(next));
}
