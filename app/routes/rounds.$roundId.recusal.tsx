import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { declareRecusal } from "~/commands/voting/declare-recusal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { roundForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Step back from the vote - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shown = found(await roundForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
  if (!shown.ballot || shown.ballot.standsInFor || shown.round.state !== "open") throw redirect(`${shown.subject.path}#vote`);
  return { subject: shown.subject, round: shown.round, seatTitle: shown.ballot.seatTitle, hasVoted: shown.ballot.vote !== null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await declareRecusal(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function StepBack() {
  const { subject, round, seatTitle, hasVoted } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Step back from this vote"
        above={<a href={`${subject.path}#vote`}>{subject.title}</a>}
        lead={`For a conflict of interest. The seat ${seatTitle} then does not count in this vote at all: not for the quorum and not for consent.${hasVoted ? " Your vote is taken back." : ""}`}
      />
      <form method="post" action={`/rounds/${round.id}/recusal`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        <TextArea label="Why" name="reason" required hint="It stands in the record: “recused:” and your reason." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          <Button>Step back</Button>
          <ButtonLink look="secondary" href={`${subject.path}#vote`}>Back to the vote</ButtonLink>
        </div>
      </form>
    </>
  );
}
