import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawVote } from "~/commands/voting/withdraw-vote.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { ErrorSummary } from "~/ui/error-summary";
import { Button } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shown = found(await roundForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
  if (!shown.ballot) throw redirect(`${shown.subject.path}#vote`);
  return { subject: shown.subject, round: shown.round, requestId: shown.ballot.requestId };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await withdrawVote(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ path }) => seeOther(`${path}#vote`));
}

export default function TakeVoteBack() {
  const { subject, round, requestId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Take your vote back" above={<a href={`${subject.path}#vote`}>{subject.title}</a>} lead="Your seat then counts as not having voted. You can vote again until the vote closes." />
      <form method="post" action={`/rounds/${round.id}/withdrawal`} className="form">
        <ErrorSummary errors={errorsOf(refused)} />
        <input type="hidden" name="requestId" value={requestId} />
        <Button>Take your vote back</Button>
      </form>
    </>
  );
}
