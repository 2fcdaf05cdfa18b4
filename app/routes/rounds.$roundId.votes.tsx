import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import type { Actor } from "~/domain/access/may";
import { personOf } from "~/http/actor.server";
import { found, refusedForm, seeOther } from "~/http/answer.server";
import { ballotOf } from "~/http/ballot-form.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { Ballot, SecretReceipt } from "~/ui/ballot";
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
  const { values, ballot } = await ballotOf(request);
  const outcome = await castVote(actor, { ...ballot, roundId: params.roundId ?? "" });
  if (!outcome.ok && outcome.kind === "refused") {
    const answered = refusedForm(outcome, values);
    if (outcome.status !== 422 || !(await isSecret(actor, params.roundId ?? ""))) return answered;
    // Only an objection may need its reason, so in the server's log a secret ballot that lacks it looks like one that was taken.
    return data(answered.data, { status: 200 });
  }
  const { path, secret, receipt } = found(outcome);
  // A secret receipt is the answer itself, so that no address and no history has it.
  return secret ? data({ receipt, refusal: null }) : seeOther(`${path}#receipt`);
}

async function isSecret(actor: Actor, roundId: string): Promise<boolean> {
  const form = await roundForm(actor, { roundId });
  return form.ok && form.value.ballot?.secret === true;
}

export default function YourBallot() {
  const { subject, round, ballot, timeZone, now } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const refused = answered && answered.refusal !== null ? answered : undefined;
  const back = <a href={`${subject.path}#vote`}>{subject.title}</a>;
  return (
    <>
      <PageHead title="Your ballot" above={back} />
      {answered && answered.refusal === null ? (
        <SecretReceipt receipt={answered.receipt} path={subject.path} title={subject.title} />
      ) : ballot && round.state === "open" ? (
        <Ballot ballot={ballot} question={subject.question} timeZone={timeZone} now={now} refused={refused} />
      ) : (
        <>
          <ErrorSummary errors={errorsOf(refused)} />
          <p>
            <a href={`${subject.path}#vote`}>Back to the vote</a>
          </p>
        </>
      )}
    </>
  );
}
