import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { closeOverdue } from "~/commands/voting/close-overdue.server";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { ProposalView } from "~/ui/proposal-page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data ? `Proposal ${data.proposal.number}: ${data.proposal.title}` : "Proposal"} - Concord` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await personOf(request);
  const proposalId = params.proposalId ?? "";
  await closeOverdue({ proposalId });
  return found(await proposalPage(actor, { proposalId }), request);
}

export default function Proposal() {
  return <ProposalView page={useLoaderData<typeof loader>()} />;
}
