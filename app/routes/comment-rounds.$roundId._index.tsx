import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { pageAsked } from "~/http/page-asked.server";
import { commentRoundPage } from "~/queries/public-comment/comment-round-pages.server";
import { CommentRoundPage, titleOfRound } from "~/ui/comment-round-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${titleOfRound(data.round)} - Concord` : "Public comment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await commentRoundPage(await personOf(request), { roundId: params.roundId ?? "", page: pageAsked(request) }), request);
}

export default function CommentRound() {
  return <CommentRoundPage {...useLoaderData<typeof loader>()} />;
}
