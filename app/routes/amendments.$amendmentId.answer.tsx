import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerAmendment } from "~/commands/proposals/answer-amendment.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { amendmentAnswerForm } from "~/queries/proposals/amendment-forms.server";
import { AmendedWords } from "~/ui/amendments";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Choices, TextArea } from "~/ui/field";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorAt, errorsOf, typed } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Answer an amendment - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await amendmentAnswerForm(await personOf(request), { amendmentId: params.amendmentId ?? "" }), request);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const answered = await answerAmendment(actor, { ...values, amendmentId: params.amendmentId ?? "" });
  return answer(answered, values, ({ proposalId, amendmentId }) => seeOther(`/proposals/${proposalId}#amendment-${amendmentId}`));
}

export default function AnswerAmendment() {
  const { amendment, proposal, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead
        title={`Answer amendment ${amendment.number}`}
        above={<a href={back}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>}
        lead={`${amendment.author.name}, ${amendment.author.organization.name}, offers other words${amendment.clause ? ` for clause ${amendment.clause}` : ""}.`}
      />
      <div className="stack">
        <AmendedWords spans={amendment.spans} why={amendment.why} />
      </div>
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <form method="post" action={`/amendments/${amendment.id}/answer`} className="form section" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <Choices
            label="Your answer"
            name="verdict"
            required
            defaultValue={typed(refused, "verdict")}
            error={errorAt(refused, "verdict")}
            choices={[
              { value: "accept", label: "Accept it", explanation: `The words stand in the proposal at once, as words of ${amendment.author.name}.` },
              { value: "refuse", label: "Refuse it", explanation: `The proposal stays as it is. ${amendment.author.name} reads your reason and can make a proposal of their own of it.` },
            ]}
          />
          <TextArea label="Why" name="answer" defaultValue={typed(refused, "answer")} error={errorAt(refused, "answer")} hint="Needed if you refuse it." />
          <div className="row">
            <Button>Give the answer</Button>
            <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
