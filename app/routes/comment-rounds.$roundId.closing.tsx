import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeCommentRound } from "~/commands/public-comment/close-comment-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { commentRoundPage } from "~/queries/public-comment/comment-round-pages.server";
import { titleOfRound } from "~/ui/comment-round-page";
import { RoundStep } from "~/ui/round-step";

export const meta: MetaFunction = () => [{ title: "Close the round - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, counts } = found(await commentRoundPage(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { round, counts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await closeCommentRound(actor, { ...values, roundId: params.roundId }), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function CloseRound() {
  const { round, counts } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RoundStep
      title="Close the round"
      of={titleOfRound(round)}
      back={`/comment-rounds/${round.id}`}
      action={`/comment-rounds/${round.id}/closing`}
      lead={counts.waiting > 0 ? `${counts.waiting} of ${counts.comments} comments have no answer yet. Each needs one before the round is closed.` : "Every comment has its answer. Once the round is closed the answers stand as they are."}
      button="Close the round"
      refused={refused}
    />
  );
}
