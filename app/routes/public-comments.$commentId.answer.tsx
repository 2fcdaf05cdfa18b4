import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerPublicComment } from "~/commands/public-comment/answer-public-comment.server";
import { dispositionMeanings, dispositionNames, dispositions } from "~/domain/public-comment/dispositions";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { publicCommentForm } from "~/queries/public-comment/comment-round-pages.server";
import { AnsweredComment, titleOfRound } from "~/ui/comment-round-page";
import { Choices, TextArea } from "~/ui/field";
import { errorAt, typed } from "~/ui/refused-form";
import { RoundStep } from "~/ui/round-step";

export const meta: MetaFunction = () => [{ title: "Answer a comment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, comment } = found(await publicCommentForm(await personOf(request), { commentId: params.commentId ?? "" }), request);
  return { round, comment };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await answerPublicComment(actor, { ...values, commentId: params.commentId }), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function AnswerAComment() {
  const { round, comment } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RoundStep title="Answer a comment" of={titleOfRound(round)} back={`/comment-rounds/${round.id}`} action={`/public-comments/${comment.id}/answer`} lead="The answer is public, beside the comment. Whoever wrote it has its address." button="Publish the answer" refused={refused}>
      <div className="remark stack">
        <AnsweredComment comment={{ ...comment, disposition: null }} number={0} timeZone={round.timeZone} />
      </div>
      <Choices
        label="What becomes of it?"
        name="disposition"
        required
        defaultValue={typed(refused, "disposition", comment.disposition ?? "")}
        error={errorAt(refused, "disposition")}
        choices={dispositions.map((value) => ({ value, label: dispositionNames[value], explanation: dispositionMeanings[value] }))}
      />
      <TextArea label="Your answer" name="answer" rows={5} defaultValue={typed(refused, "answer", comment.answer)} error={errorAt(refused, "answer")} hint="Needed unless you accept the comment as it is." />
    </RoundStep>
  );
}
