import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeRound } from "~/commands/voting/close-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Close the vote - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { subject, round, timeZone, now, may } = found(await roundForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { subject, round, timeZone, now, allowed: may.close && round.state === "open" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await closeRound(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function CloseTheVote() {
  const { subject, round, timeZone, now, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Close the vote" above={<a href={`${subject.path}#vote`}>{subject.title}</a>} lead="The votes are counted now, before the deadline. A result is final: it cannot be reopened or voided.">
        <KeyFacts inLine facts={[{ term: "It closes by itself", fact: <When at={round.closesAt} timeZone={timeZone} now={now} /> }]} />
      </PageHead>
      <form method="post" action={`/rounds/${round.id}/closing`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <div className="row">
          {allowed && <Button>Close the vote</Button>}
          <ButtonLink look="secondary" href={subject.path}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
