import type { ActionFunctionArgs } from "@remix-run/node";
import { readDraft } from "~/commands/drafting/read-draft.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  found(await readDraft(person, { ...values, draftId: params.draftId ?? "" }), request);
  return seeOther(safeRedirect(next));
}
