import { allowed, refused, type Refusal, type Ruling } from "../access/ruling";

/** What is stored; the phase follows from it and from the time. */
export const commentRoundStates = ["standing", "closed", "withdrawn"] as const;
export const commentPhases = ["announced", "open", "answering", "closed", "withdrawn"] as const;
export const commentMoves = ["comment", "answer", "hide", "extend", "close", "withdraw"] as const;
export type CommentRoundState = (typeof commentRoundStates)[number];
export type CommentPhase = (typeof commentPhases)[number];
export type CommentMove = (typeof commentMoves)[number];

export const commentPhaseNames: Record<CommentPhase, string> = {
  announced: "Begins soon",
  open: "Open for comment",
  answering: "Being answered",
  closed: "Answered and closed",
  withdrawn: "Withdrawn",
};

/** A stored state. A word this build does not know is a fault, not a guess. */
export function readCommentRoundState(word: string): CommentRoundState {
  const state = commentRoundStates.find((known) => known === word);
  if (!state) throw new Error(`Unknown state of a comment round ${word}`);
  return state;
}

/** Where a round stands at a moment. It takes comments from `opensAt` on and no longer at `closesAt`. */
export function commentPhaseOf({ state, opensAt, closesAt, now }: { state: CommentRoundState; opensAt: Date; closesAt: Date; now: Date }): CommentPhase {
  if (state !== "standing") return state;
  if (now < opensAt) return "announced";
  return now < closesAt ? "open" : "answering";
}

/** The state after the move, or the sentence that refuses it (409). */
export function moveCommentRound(phase: CommentPhase, move: CommentMove): Ruling<CommentRoundState> {
  return machine[phase][move];
}

const noComments = refused("There are no comments yet: the round has not begun.");
const ended = refused("This round has ended, so it takes no more comments. The answers stay here to read.");
const promised = refused("The public was told that it may comment until the last day. The round can be closed after that.");
const heard = refused("People may have commented already, so the round is answered and closed, not withdrawn.");
const gone = refused("This round was withdrawn.");
const over = (said: string): Refusal => refused(`This round is closed. ${said}`);

const machine: Record<CommentPhase, Record<CommentMove, Ruling<CommentRoundState>>> = {
  announced: {
    comment: refused("This round has not begun, so it takes no comments yet."),
    answer: noComments,
    hide: noComments,
    extend: allowed("standing"),
    close: refused("This round has not begun. Withdraw it instead."),
    withdraw: allowed("withdrawn"),
  },
  open: {
    comment: allowed("standing"),
    answer: allowed("standing"),
    hide: allowed("standing"),
    extend: allowed("standing"),
    close: promised,
    withdraw: heard,
  },
  answering: {
    comment: ended,
    answer: allowed("standing"),
    hide: allowed("standing"),
    extend: refused("This round has ended. Open the second round to hear more."),
    close: allowed("closed"),
    withdraw: heard,
  },
  closed: {
    comment: ended,
    answer: over("Its answers stand as they were published."),
    // A name may be noticed late.
    hide: allowed("closed"),
    extend: over("It can no longer be made longer."),
    close: over("It was closed before."),
    withdraw: over("It can no longer be withdrawn."),
  },
  withdrawn: { comment: gone, answer: gone, hide: gone, extend: gone, close: gone, withdraw: gone },
};
