import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { extendRound } from "~/commands/voting/extend-round.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { extensionForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, TextArea } from "~/ui/field";
import { formatWhen } from "~/domain/programs/format-when";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Give the vote more time - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { proposal, round, timeZone, now, power } = found(await extensionForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
  return { proposal, round, timeZone, now, refusal: !power.ok ? power.reason : round.state === "open" ? null : "This vote has ended, so it cannot be extended." };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await extendRound(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ proposalId }) => seeOther(`/proposals/${proposalId}#vote`));
}

export default function GiveMoreTime() {
  const { proposal, round, timeZone, now, refusal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead title="Give the vote more time" above={<a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>} lead="Votes that are cast stay. Every voter and the author are told, with the reason." />
      <form method="post" action={`/rounds/${round.id}/extension`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {refusal && <NoticeLine kind="warning">{refusal}</NoticeLine>}
        <Field
          label="The vote closes"
          name="closesAt"
          type="datetime-local"
          required
          hint={`Now ${formatWhen(round.closesAt, timeZone, now)}. The time is the program's own.`}
          defaultValue={typed(refused, "closesAt", round.localClosesAt)}
          error={errorAt(refused, "closesAt")}
        />
        <TextArea label="Why" name="reason" required hint="Every voter reads it." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />
        <div className="row">
          {!refusal && <Button>Give more time</Button>}
          <ButtonLink look="secondary" href={`/proposals/${proposal.id}#vote`}>Back to the proposal</ButtonLink>
        </div>
      </form>
    </>
  );
}
