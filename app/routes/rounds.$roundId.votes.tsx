import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { Ballot } from "~/ui/ballot";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Your ballot - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const roundId = params.roundId ?? "";
  await closeOverdue({ roundId });
  return found(await roundForm(actor, { roundId }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await castVote(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#receipt`));
}

export default function YourBallot() {
  const { proposal, round, ballot, timeZone, now } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Your ballot" above={<a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>} />
      {ballot && round.state === "open" ? (
        <Ballot ballot={ballot} question={`Should the change be made as proposed: ${proposal.title}?`} timeZone={timeZone} now={now} refused={refused} />
      ) : (
        <>
          <ErrorSummary errors={errorsOf(refused)} />
          <p>
            <a href={`/proposals/${proposal.id}#vote`}>Back to the proposal and its vote</a>
          </p>
        </>
      )}
    </>
  );
}
