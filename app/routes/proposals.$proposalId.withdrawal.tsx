import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { withdrawProposal } from "~/commands/proposals/withdraw-proposal.server";
import { personOf } from "~/http/actor.server";
import { answer, formOf, found, seeOther } from "~/http/answer.server";
import { withdrawalForm } from "~/queries/proposals/proposal-form.server";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { NoticeLine } from "~/ui/notice-line";
import { PageHead } from "~/ui/page-head";
import { errorsOf } from "~/ui/refused-form";

export const meta: MetaFunction = () => [{ title: "Withdraw a proposal - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  return found(await withdrawalForm(await personOf(request), { proposalId: params.proposalId ?? "" }));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await personOf(request);
  const values = await formOf(request);
  const proposalId = params.proposalId ?? "";
  return answer(await withdrawProposal(actor, { ...values, proposalId }), values, () => seeOther(`/proposals/${proposalId}`));
}

export default function Withdrawal() {
  const { proposal, closed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const back = `/proposals/${proposal.id}`;
  return (
    <>
      <PageHead
        title="Withdraw this proposal"
        above={<a href={back}>{`Proposal ${proposal.number}, ${proposal.title}`}</a>}
        lead={closed ? undefined : "It stays readable with its discussion, but nobody can write in it or vote on it any more. This cannot be undone."}
      />
      {closed ? (
        <NoticeLine kind="info">{closed}</NoticeLine>
      ) : (
        <form method="post" action={`${back}/withdrawal`} className="form">
          <ErrorSummary errors={errorsOf(refused)} />
          <div className="row">
            <Button look="danger">Withdraw the proposal</Button>
            <ButtonLink look="secondary" href={back}>Keep it</ButtonLink>
          </div>
        </form>
      )}
    </>
  );
}
