import { proposalThing } from "~/domain/proposals/thing";
import { moveProposal, readProposalStage } from "~/domain/proposals/stages";
import { query } from "~/queries/query.server";
import { proposalRow } from "~/store/proposals.server";

/** What is said about a proposal, for its form. */
export const proposalForm = query("proposal.describe", async (db, { proposalId }: { proposalId: string }) => {
  const proposal = await proposalRow(db, proposalId);
  if (!proposal) return null;
  const moved = moveProposal(readProposalStage(proposal.stage), "describe");
  return { thing: proposalThing(proposal), proposal, closed: moved.ok ? null : moved.reason };
});

/** What is asked before a proposal is withdrawn. */
export const withdrawalForm = query("proposal.withdraw", async (db, { proposalId }: { proposalId: string }) => {
  const proposal = await proposalRow(db, proposalId);
  if (!proposal) return null;
  const moved = moveProposal(readProposalStage(proposal.stage), "withdraw");
  return { thing: proposalThing(proposal), proposal: { id: proposal.id, number: proposal.number, title: proposal.title }, closed: moved.ok ? null : moved.reason };
});
