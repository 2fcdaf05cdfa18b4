import { allowed, refused, type Refusal, type Ruling } from "~/domain/access/ruling";

/** Where a proposal stands. What the agencies decided afterwards is read from their decisions, not stored here. */
export const proposalStages = ["drafting", "voting", "carried", "notCarried", "withdrawn"] as const;
export const proposalMoves = ["describe", "rebase", "openVote", "voidVote", "carry", "fail", "revise", "withdraw"] as const;
export type ProposalStage = (typeof proposalStages)[number];
export type ProposalMove = (typeof proposalMoves)[number];

export const proposalStageNames: Record<ProposalStage, string> = {
  drafting: "Drafting",
  voting: "Open for vote",
  carried: "Carried",
  notCarried: "Not carried",
  withdrawn: "Withdrawn",
};

/** The stage after the move, or the sentence that refuses it (409). */
export function moveProposal(stage: ProposalStage, move: ProposalMove): Ruling<ProposalStage> {
  return machine[stage][move];
}

/** A stored stage. A word this build does not know is a fault, not a guess. */
export function readProposalStage(word: string): ProposalStage {
  const stage = proposalStages.find((known) => known === word);
  if (!stage) throw new Error(`Unknown proposal stage ${word}`);
  return stage;
}

const noVote = refused("No vote is open on this proposal.");
const over = (said: string): Record<ProposalMove, Refusal> => ({
  describe: refused(`${said} Its reasons are on record and cannot be changed.`),
  rebase: refused(`${said} Its text is on record and cannot be changed.`),
  openVote: refused(`${said} Open a new proposal to vote again.`),
  voidVote: noVote,
  carry: noVote,
  fail: noVote,
  revise: noVote,
  withdraw: refused(`${said} It can no longer be withdrawn.`),
});

const machine: Record<ProposalStage, Record<ProposalMove, Ruling<ProposalStage>>> = {
  drafting: {
    describe: allowed("drafting"),
    rebase: allowed("drafting"),
    openVote: allowed("voting"),
    voidVote: noVote,
    carry: noVote,
    fail: noVote,
    revise: noVote,
    withdraw: allowed("withdrawn"),
  },
  voting: {
    describe: refused("A vote is open on this proposal, so its reasons stay as the voters read them. Void the vote to change them."),
    rebase: refused("A vote is open on this proposal, so its text stays as the voters read it. Void the vote to bring it up to date."),
    openVote: refused("A vote is open on this proposal already."),
    voidVote: allowed("drafting"),
    carry: allowed("carried"),
    fail: allowed("notCarried"),
    revise: allowed("drafting"),
    withdraw: refused("A vote is open on this proposal. Void the vote before the proposal is withdrawn."),
  },
  carried: over("This proposal was carried."),
  notCarried: over("This proposal was not carried."),
  withdrawn: over("This proposal was withdrawn."),
};
