import type { ActionFunctionArgs } from "@remix-run/node";
import { resolveThread } from "~/commands/comments/resolve-thread.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const values = await formOf(request);
  const { draftId, threadId } = found(await resolveThread(person, { ...values, threadId: params.threadId ?? "" }), request);
  return seeOther(`/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}`);
}
