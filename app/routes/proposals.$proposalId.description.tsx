import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { describeProposal } from "~/commands/proposals/describe-proposal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { proposalForm } from "~/queries/proposals/proposal-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { ProposalFields } from "~/ui/proposal-fields";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Why and who is affected - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await proposalForm(await personOf(request), { proposalId: params.proposalId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const proposalId = params.proposalId ?? "";
  return answer(await describeProposal(actor, { ...values, proposalId }), values, () => seeOther(`/proposals/${proposalId}`));
}

export default function Description() {
  const { proposal, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead title="Why and who is affected" above={<a href={back}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>} />
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <form method="post" action={`${back}/description`} className="form" noValidate>
          <ErrorSummary errors={errorsOf(refused)} />
          <ProposalFields refused={refused} said={proposal} />
          <div className="row">
            <Button>Save</Button>
            <ButtonLink look="secondary" href={back}>Back to the proposal</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
