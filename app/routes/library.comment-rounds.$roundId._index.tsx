import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { pageAsked } from "~/http/page-asked.server";
import { commentRoundInPublic } from "~/queries/public-comment/comment-round-in-public.server";
import { CommentRoundInPublic } from "~/ui/comment-round-in-public";

export const handle = { published: true };

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Public comment: ${data.round.proposal?.title ?? data.round.document.title} - Concord` : "Library - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { thing: _thing, ...page } = found(await commentRoundInPublic(anyone, { roundId: params.roundId ?? "", page: pageAsked(request) }));
  return page;
}

export default function PublicCommentRound() {
  return <CommentRoundInPublic {...useLoaderData<typeof loader>()} />;
}
