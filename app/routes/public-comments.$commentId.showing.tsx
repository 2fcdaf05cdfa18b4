import type { ActionFunctionArgs } from "@remix-run/node";
import { showPublicComment } from "~/commands/public-comment/show-public-comment.server";
import { personOf } from "~/http/actor.server";
import { formOf, found, seeOther } from "~/http/answer.server";

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const { roundId } = found(await showPublicComment(actor, { ...(await formOf(request)), commentId: params.commentId }));
  return seeOther(`/comment-rounds/${roundId}`);
}
