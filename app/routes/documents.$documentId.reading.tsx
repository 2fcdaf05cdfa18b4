import type { ActionFunctionArgs } from "@remix-run/node";
import { readEdition } from "~/commands/documents/read-edition.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  found(await readEdition(person, { ...values, documentId: params.documentId ?? "" }), request);
  return seeOther(safeRedirect(next));
}
