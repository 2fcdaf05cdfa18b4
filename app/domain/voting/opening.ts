import { allowed, refused, type Ruling } from "../access/ruling";

export type OpeningRequest = {
  stage: string;
  why: string;
  affected: string;
  baseEdition: number;
  latestEdition: number;
  differs: boolean;
  votersOnRoll: number;
  now: Date;
  closesAt: Date;
};

/** Whether a vote may open. The text freezes with it, so everything the ballot shows must be there. */
export function openingRuling(asked: OpeningRequest): Ruling<true> {
  const { stage, why, affected, baseEdition, latestEdition, differs, votersOnRoll, now, closesAt } = asked;
  if (stage === "voting") return refused("A vote on this proposal is already open.");
  if (stage !== "drafting") return refused("This proposal is no longer being drafted, so no vote can open on it.");
  if (why.trim() === "") return refused("Say why this change is needed before the vote opens.", 422, "why");
  if (affected.trim() === "") return refused("Say who is affected before the vote opens.", 422, "affected");
  if (baseEdition !== latestEdition) return refused(`Edition ${latestEdition} came after the edition this proposal starts from. Rebase needed before a vote can open.`);
  if (!differs) return refused("The proposed text is the same as the edition in force. There is nothing to vote on yet.");
  if (votersOnRoll === 0) return refused("No voting seat is filled, so nobody could vote.");
  if (closesAt.getTime() <= now.getTime()) return refused("The vote must close after it opens. Choose a later time.", 422, "closesAt");
  return allowed(true);
}
