import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { beginThread } from "~/commands/comments/begin-thread.server";
import { readThreadFilter } from "~/domain/comments/thread-filter";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { safeRedirect } from "~/http/redirect.server";
import { threadsPage } from "~/queries/comments/threads-page.server";
import { ThreadsPage } from "~/ui/comment-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Comments on ${data.title} - Concord` : "Comments - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await personOf(request);
  const search = new URL(request.url).searchParams;
  const page = found(await threadsPage(person, { draftId: params.draftId ?? "" }), request);
  return { ...page, personId: person.personId, filter: readThreadFilter(search.get("show")), asked: search.get("thread") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const person = await personOf(request);
  const { next, ...values } = await formOf(request);
  const begun = await beginThread(person, { ...values, draftId: params.draftId ?? "" });
  return answer(begun, values, ({ draftId, threadId }) => seeOther(safeRedirect(next, `/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}`)));
}

export default function Threads() {
  const { personId, filter, asked, ...page } = useLoaderData<typeof loader>();
  return <ThreadsPage page={page} personId={personId} filter={filter} asked={asked} refused={useActionData<typeof action>()} />;
}
