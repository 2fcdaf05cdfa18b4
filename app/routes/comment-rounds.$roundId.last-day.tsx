import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { extendCommentRound } from "~/commands/public-comment/extend-comment-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { commentRoundPage } from "~/queries/public-comment/comment-round-pages.server";
import { titleOfRound } from "~/ui/comment-round-page";
import { RoundStep } from "~/ui/round-step";
import { Field } from "~/ui/field";
import { errorAt, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Give more time - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, counts } = found(await commentRoundPage(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { round, counts };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await extendCommentRound(actor, { ...values, roundId: params.roundId }), values, ({ roundId }) => seeOther(`/comment-rounds/${roundId}`));
}

export default function GiveMoreTime() {
  const { round } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <RoundStep title="Give more time" of={titleOfRound(round)} back={`/comment-rounds/${round.id}`} action={`/comment-rounds/${round.id}/last-day`} lead="The last day can be moved back, never forward: the public was told the first." button="Save the last day" refused={refused}>
      <Field label="Last day" name="closesOn" type="date" required defaultValue={typed(refused, "closesOn", round.lastDay)} error={errorAt(refused, "closesOn")} />
    </RoundStep>
  );
}
