import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { clauseThread } from "~/queries/documents/clause-thread.server";
import { ClauseThreadPage } from "~/ui/clause-thread-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `The thread of clause ${data.clause.number}` : "Thread"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { story } = found(await clauseThread(await personOf(request), { documentId: params.documentId ?? "", clauseId: params.clauseId ?? "" }), request);
  if (!story) throw new Response("There is no such page, or it is not open to you.", { status: 404 });
  return story;
}

export default function ClauseThread() {
  return <ClauseThreadPage {...useLoaderData<typeof loader>()} />;
}
