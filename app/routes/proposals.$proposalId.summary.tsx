import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { clausesOf } from "~/editor/numbering";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { proposalSummary } from "~/queries/proposals/proposal-summary.server";
import { ProposalSummary } from "~/ui/proposal-summary";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `Proposal ${data.proposal.number}, summary - Concord` : "Summary - Concord" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { proposal, document, baseEdition, staleInWords, baseContent, redline, week, agreements, resources, dissents, faces } = found(await proposalSummary(await personOf(request), { proposalId: params.proposalId ?? "" }));
  return { proposal, document, baseEdition, staleInWords, oldClauses: clausesOf(baseContent), redline, week, agreements, resources, dissents, faces };
}

export default function Summary() {
  return <ProposalSummary {...useLoaderData<typeof loader>()} />;
}
