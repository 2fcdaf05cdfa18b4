import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { hidePublicComment } from "~/commands/public-comment/hide-public-comment.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicCommentForm } from "~/queries/public-comment/comment-round-pages.server";
import { AnsweredComment, titleOfRound } from "~/ui/comment-round-page";
import { TextArea } from "~/ui/field";
import { errorAt, typed } from "~/ui/refused-form";
import { RoundStep } from "~/ui/round-step";

export const meta: MetaFunction = () => [{ title: "Hide a comment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, comment } = found(await publicCommentForm(await personOf(request), { commentId: params.commentId ?? "" }), request);
  return { round, comment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await hidePublicComment(actor, { ...values, commentId: params.commentId }), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function HideAComment() {
  const { round, comment } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/comment-rounds/${round.id}`;
  const words = (
    <div className="remark stack">
      <AnsweredComment comment={comment} number={0} timeZone={round.timeZone} />
    </div>
  );
  if (comment.hiddenAt)
    return (
      <RoundStep title="Show the comment again" of={titleOfRound(round)} back={back} action={`/public-comments/${comment.id}/showing`} lead="Its words stand in public again, and it needs an answer as every other." button="Show it again">
        {words}
      </RoundStep>
    );
  return (
    <RoundStep title="Hide a comment" of={titleOfRound(round)} back={back} action={`/public-comments/${comment.id}/hiding`} lead="Its words disappear from the public page; its place and your reason stay. Hide what names a person or an incident, or threatens; never what is merely unwelcome." button="Hide the words" refused={refused}>
      {words}
      <TextArea label="Reason, shown in public" name="reason" required defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
    </RoundStep>
  );
}
