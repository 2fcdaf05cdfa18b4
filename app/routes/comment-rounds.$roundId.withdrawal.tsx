import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawCommentRound } from "~/commands/public-comment/withdraw-comment-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { commentRoundPage } from "~/queries/public-comment/comment-round-pages.server";
import { titleOfRound } from "~/ui/comment-round-page";
import { RoundStep } from "~/ui/round-step";
import { TextArea } from "~/ui/field";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Withdraw the round - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, counts } = found(await commentRoundPage(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { round, counts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await withdrawCommentRound(actor, { ...values, roundId: params.roundId }), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function WithdrawRound() {
  const { round } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RoundStep title="Withdraw the round" of={titleOfRound(round)} back={`/comment-rounds/${round.id}`} action={`/comment-rounds/${round.id}/withdrawal`} lead="Only a round that has not begun can be withdrawn. Another one can be opened instead." button="Withdraw the round" refused={refused}>
      <TextArea label="Reason" name="reason" required defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
    </RoundStep>
  );
}
