import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { voidRound } from "~/commands/voting/void-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Void the vote - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject, round, may } = found(await roundForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { subject, round, allowed: may.void && round.state === "open" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await voidRound(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}`));
}

export default function VoidTheVote() {
  const { subject, round, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Void the vote" above={<a href={`${subject.path}#vote`}>{subject.title}</a>} lead="No vote of this round will count. The text can be edited again, and each voter is told why." />
      <form method="post" action={`/rounds/${round.id}/voiding`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why" name="reason" required hint="Every voter reads it." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          {allowed && <Button look="danger">Void the vote</Button>}
          <ButtonLink look="secondary" href={subject.path}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
