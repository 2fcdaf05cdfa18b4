import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { writePublicComment } from "~/commands/public-comment/write-public-comment.server";
import { anyone } from "~/domain/access/may";
import { answer, formOf, found, refusedForm, seeOther } from "~/http/answer.server";
import { countUse, perCommenter } from "~/http/throttle.server";
import { commentRoundInPublic } from "~/queries/public-comment/comment-round-in-public.server";
import { PublicCommentForm } from "~/ui/public-comment-form";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Write a comment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { now, round, clauses } = found(await commentRoundInPublic(anyone, { roundId: params.roundId ?? "" }));
  return { now, round, clauses, clauseId: new URL(request.url).searchParams.get("clause")?.slice(0, 200) ?? "" };
}

/** Whoever sends is nobody in particular, also with an account; where it comes from is counted and not kept. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const values = await formOf(request);
  const throttled = await countUse(perCommenter, context.clientAddress);
  if (throttled) return refusedForm(throttled, values, { "Retry-After": String(throttled.retryAfter) });
  return answer(await writePublicComment(anyone, { ...values, roundId: params.roundId }), values, ({ reference }) => seeOther(`/library/comments/${reference}?sent`));
}

export default function WriteAComment() {
  const { now, round, clauses, clauseId } = useLoaderData<typeof loader>();
  return <PublicCommentForm round={round} clauses={clauses} clauseId={clauseId} now={now} refused={useActionData<typeof action>()} />;
}
