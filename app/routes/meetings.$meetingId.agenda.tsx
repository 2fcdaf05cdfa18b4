import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { setAgenda } from "~/commands/meetings/set-agenda.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { agendaForm } from "~/queries/meetings/meeting-pages.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { chosen, errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Make the agenda - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await agendaForm(await personOf(request), { meetingId: params.meetingId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request, { lists: ["proposalIds", "decisionIds", "roundIds"] });
  return answer(await setAgenda(actor, { ...values, meetingId: params.meetingId ?? "" }), values, ({ meetingId }) => seeOther(`/meetings/${meetingId}`));
}

export default function MakeTheAgenda() {
  const { meeting, matters, agenda, allowed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const lines = agenda.filter(({ proposalId, decision, roundId }) => !proposalId && !decision && !roundId).map(({ title }) => title);
  const { proposals, decisions, questions } = matters;
  return (
    <>
      <PageHead title="Make the agenda" above={<a href={`/meetings/${meeting.id}`}>{meeting.title}</a>} lead="From what is open now, and what else is to be talked about." />
      <form method="post" action={`/meetings/${meeting.id}/agenda`} className="form" noValidate>
        <ErrorSummary errors={errorsOf(refused)} />
        {proposals.length > 0 && (
          <Choices
            label="Proposals"
            name="proposalIds"
            several
            defaultValue={chosen(refused, "proposalIds", agenda.flatMap(({ proposalId }) => proposalId ?? []))}
            choices={proposals.map(({ id, number, title, stage }) => ({ value: id, label: `${number}. ${title}`, explanation: stage === "voting" ? "Open for vote" : "In drafting" }))}
          />
        )}
        {decisions.length > 0 && (
          <Choices
            label="Decisions that are overdue"
            name="decisionIds"
            several
            defaultValue={chosen(refused, "decisionIds")}
            choices={decisions.map(({ id, organization, document, proposal }) => ({ value: id, label: proposal ? `${proposal.number}. ${proposal.title}` : `${document.number} ${document.title}`, explanation: organization.name }))}
          />
        )}
        {questions.length > 0 && (
          <Choices label="Open questions" name="roundIds" several defaultValue={chosen(refused, "roundIds", agenda.flatMap(({ roundId }) => roundId ?? []))} choices={questions.map(({ id, question }) => ({ value: id, label: question }))} />
        )}
        <TextArea label="Other items, one on each line" name="lines" rows={6} defaultValue={typed(refused, "lines", lines.join("\n"))} error={errorAt(refused, "lines")} />
        <div className="row">
          {allowed && <Button>Save the agenda</Button>}
          <ButtonLink look="secondary" href={`/meetings/${meeting.id}`}>Back to the meeting</ButtonLink>
        </div>
      </form>
    </>
  );
}
