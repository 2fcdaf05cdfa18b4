import { z } from "zod";
import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";
import type { ProposalStage } from "./stages";

/** Where an amendment stands: other words for one clause of a proposal, offered before its vote. */
export const amendmentStates = ["offered", "accepted", "refused", "promoted", "withdrawn"] as const;
export const amendmentMoves = ["accept", "refuse", "promote", "withdraw"] as const;
export type AmendmentState = (typeof amendmentStates)[number];
export type AmendmentMove = (typeof amendmentMoves)[number];

export const amendmentStateNames: Record<AmendmentState, string> = {
  offered: "Waits for an answer",
  accepted: "Accepted",
  refused: "Refused",
  promoted: "Refused, and made a proposal of its own",
  withdrawn: "Taken back",
};

/** What somebody says who offers an amendment. A blank line parts paragraphs. */
export const amendmentWords = {
  words: z.string({ error: "Write the words that should stand there." }).trim().min(1, "Write the words that should stand there.").max(20_000, "Keep the words below 20,000 characters."),
  why: z.string({ error: "Say why these words are better." }).trim().min(1, "Say why these words are better.").max(4000, "Keep the reason below 4,000 characters."),
};

/** The state after the move, or the sentence that refuses it (409). */
export function moveAmendment(state: AmendmentState, move: AmendmentMove): Ruling<AmendmentState> {
  return machine[state][move];
}

/** A stored state. A word this build does not know is a fault, not a guess. */
export function readAmendmentState(word: string): AmendmentState {
  const state = amendmentStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown amendment state ${word}`);
  return state;
}

/** Amendments are offered and answered while the proposal is drafted; `byRules` is a change of the charter, whose text follows from its rules. */
export function amendable({ stage, byRules }: { stage: ProposalStage; byRules: boolean }): Ruling<true> {
  if (byRules) return refused("The text of the charter follows from its rules. Propose other rules on the charter page.");
  if (stage === "drafting") return allowed(true);
  if (stage === "voting") return refused("A vote is open on this proposal, so its text stays as the voters read it.");
  return refused("This proposal is no longer drafted. Open a new proposal.");
}

/** Why a vote may not open while amendments wait; null when none does. */
export function unansweredRuling(waiting: number): Refusal | null {
  if (waiting === 0) return null;
  return refused(`${waiting === 1 ? "1 amendment waits" : `${waiting} amendments wait`} for an answer. Accept or refuse ${waiting === 1 ? "it" : "each of them"} on the page of the proposal, then open the vote.`);
}

const answered = (said: string): Record<"accept" | "refuse" | "withdraw", Refusal> => {
  const already = refused(`This amendment was ${said} already.`);
  return { accept: already, refuse: already, withdraw: already };
};

const machine: Record<AmendmentState, Record<AmendmentMove, Ruling<AmendmentState>>> = {
  offered: {
    accept: allowed("accepted"),
    refuse: allowed("refused"),
    withdraw: allowed("withdrawn"),
    promote: refused("This amendment still waits for an answer. It can become a proposal of its own if it is refused."),
  },
  accepted: { ...answered("accepted"), promote: refused("This amendment was accepted: its words are in the proposal.") },
  refused: { ...answered("refused"), promote: allowed("promoted") },
  promoted: { ...answered("refused"), promote: refused("This amendment is a proposal of its own already.") },
  withdrawn: { ...answered("taken back"), promote: refused("This amendment was taken back. Propose a change of the document instead.") },
};
