import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordVote } from "~/commands/voting/record-vote.server";
import { positionName } from "~/domain/voting/kinds";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { phoneVoteForm } from "~/queries/voting/round-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, Select, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Record a phone vote - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await phoneVoteForm(await personOf(request), { roundId: params.roundId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  return answer(await recordVote(actor, { ...values, roundId: params.roundId ?? "" }), values, ({ path }) => seeOther(`${path}#vote`));
}

export default function RecordAPhoneVote() {
  const { proposal, round, requestId, reasons, kind, seats } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = <ButtonLink look="secondary" href={`/proposals/${proposal.id}#vote`}>Back to the proposal</ButtonLink>;
  return (
    <>
      <PageHead
        title="Record a phone vote"
        above={<a href={`/proposals/${proposal.id}#vote`}>{`Proposal ${proposal.number}: ${proposal.title}`}</a>}
        lead="For a member who calls and cannot vote here. The record says that you wrote it down. The member is told at once, and their own vote counts instead if they cast one before the close."
      />
      {seats.length === 0 && <EmptyState title="No vote is left to record." step={back}><p>Every member has voted, or this vote takes no phone votes.</p></EmptyState>}
      {seats.length > 0 && (
        <form method="post" action={`/rounds/${round.id}/phone-votes`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <input type="hidden" name="requestId" value={requestId} />
          <Select
            label="Who called"
            name="rollEntryId"
            required
            defaultValue={typed(refused, "rollEntryId")}
            error={errorAt(refused, "rollEntryId")}
            options={[{ value: "", label: "Choose a member" }, ...seats.map(({ id, personName, seatTitle, groupName }) => ({ value: id, label: `${personName}, ${seatTitle} (${groupName})` }))]}
          />
          <Choices
            label="What they said"
            name="choice"
            required
            defaultValue={typed(refused, "choice")}
            error={errorAt(refused, "choice")}
            choices={(kind === "agreement" ? ["agree", "disagree", "abstain", "block"] : ["consent", "object", "abstain"]).map((choice) => ({ value: choice, label: positionName(choice) }))}
          />
          {reasons !== "off" && <TextArea label="Their reason" name="reason" required={reasons === "required"} hint="In their own words. Others read it with the vote." defaultValue={typed(refused, "reason")} error={errorAt(refused, "reason")} />}
          <div className="row">
            <Button>Record the vote</Button>
            {back}
          </div>
        </form>
      )}
    </>
  );
}
