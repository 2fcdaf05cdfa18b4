import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writeInThread } from "~/commands/comments/write-in-thread.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";
import { threadFacts } from "~/queries/comments/thread-facts.server";
import { ThreadFormPage } from "~/ui/comment-page";

export const meta: MetaFunction = () => [{ title: "Comments - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return { facts: found(await threadFacts(await personOf(request), { threadId: params.threadId ?? "" }), request) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  const done = await writeInThread(person, { ...values, threadId: params.threadId ?? "" });
  return answer(done, values, ({ draftId, threadId }) => seeOther(safeRedirect(next, `/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}`)));
}

export default function ThreadComments() {
  return <ThreadFormPage {...useLoaderData<typeof loader>()} kind="comments" refused={useActionData<typeof action>()} />;
}
