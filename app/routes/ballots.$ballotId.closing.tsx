import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { closeBallot } from "~/commands/voting/close-ballot.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { ballotPage } from "~/queries/voting/ballot-page.server";
import { Button, ButtonLink } from "~/ui/button";
import { When } from "~/ui/dates";
import { ErrorSummary } from "~/ui/error-summary";
import { KeyFacts } from "~/ui/key-facts";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Close the ballot - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, timeZone, now, turnout, may } = found(await ballotPage(await personOf(request), { ballotId: params.ballotId ?? "" }), request);
  return { id: round.id, question: round.question, closesAt: round.closesAt, timeZone, now, turnout, allowed: may.close };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await closeBallot(actor, { ...values, ballotId: params.ballotId ?? "" }), values, ({ ballotId }) => seeOther(`/ballots/${ballotId}#vote`));
}

export default function CloseTheBallot() {
  const { id, question, closesAt, timeZone, now, turnout, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Close the ballot" above={<a href={`/ballots/${id}`}>{question}</a>} lead="The ballots are counted now, before the deadline. A result is final and cannot be reopened.">
        <KeyFacts inLine facts={[{ term: "It closes by itself", fact: <When at={closesAt} timeZone={timeZone} now={now} /> }, ...(turnout.voted === null ? [] : [{ term: "Answered", fact: `${turnout.voted} of ${turnout.seats}` }])]} />
      </PageHead>
      <form method="post" action={`/ballots/${id}/closing`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <div className="row">
          {allowed && <Button>Close the ballot</Button>}
          <ButtonLink look="secondary" href={`/ballots/${id}`}>Back to the ballot</ButtonLink>
        </div>
      </form>
    </>
  );
}
