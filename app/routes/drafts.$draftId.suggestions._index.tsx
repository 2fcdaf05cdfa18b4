import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { suggestionList } from "~/queries/drafting/suggestion-list.server";
import { SuggestionsPage } from "~/ui/suggestion-page";

export const meta: MetaFunction = () => [{ title: "Suggestions - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = found(await suggestionList(await personOf(request), params.draftId ?? ""), request);
  return { page, author: new URL(request.url).searchParams.get("author") };
}

export default function Suggestions() {
  const { page, author } = useLoaderData<typeof loader>();
  return <SuggestionsPage page={page} author={author} />;
}
