import { refused, type Ruling } from "../access/ruling";
import { isStale, staleInWords } from "../proposals/base";
import { dueAfter } from "../decisions/clock";
import { moveProposal, type ProposalStage } from "../proposals/stages";

export type OpeningRequest = {
  stage: ProposalStage;
  documentNumber: string;
  why: string;
  affected: string;
  baseEdition: number;
  latestEdition: number;
  differs: boolean;
  votersOnRoll: number;
  /** Days for which members must have been able to read the proposal, and since when they can. */
  noticeDays: number;
  readableSince: Date;
  now: Date;
  closesAt: Date;
  /** What the text owes, one sentence each. */
  problems: readonly string[];
};

/** Whether a vote may open. The text freezes with it, so everything the ballot shows must be there. */
export function openingRuling(asked: OpeningRequest): Ruling<ProposalStage> {
  const { why, affected, baseEdition, latestEdition, differs, votersOnRoll, now, closesAt } = asked;
  const moved = moveProposal(asked.stage, "openVote");
  if (!moved.ok) return moved;
  if (why.trim() === "") return refused("Say why this change is needed before the vote opens.", 422, "why");
  if (affected.trim() === "") return refused("Say who is affected before the vote opens.", 422, "affected");
  if (isStale(baseEdition, latestEdition)) return refused(staleInWords(baseEdition, latestEdition, asked.documentNumber));
  if (!differs) return refused("The proposed text is the same as the edition in force. There is nothing to vote on yet.");
  if (asked.problems.length > 0) return refused(asked.problems.join(" "), 422);
  if (votersOnRoll === 0) return refused("No voting seat is filled, so nobody could vote.");
  if (asked.noticeDays > 0 && now.getTime() < dueAfter(asked.readableSince, asked.noticeDays).getTime()) return refused(`Under this charter members can read a proposal for ${asked.noticeDays} days before its vote opens. That time is not over yet.`);
  if (closesAt.getTime() <= now.getTime()) return refused("The vote must close after it opens. Choose a later time.", 422, "closesAt");
  return moved;
}
