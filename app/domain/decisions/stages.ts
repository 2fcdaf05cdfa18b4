import { allowed, refused, type Ruling } from "../access/ruling";

export const decisionStates = ["pending", "deferred", "interim", "inComment", "adopted", "adoptedWithChanges", "declined", "left"] as const;
export const decisionMoves = ["adopt", "interim", "change", "conclude", "decline", "defer", "leave"] as const;
export type DecisionState = (typeof decisionStates)[number];
export type DecisionMove = (typeof decisionMoves)[number];

/** The states in which a head still owes an answer; a save names the state it came from, so that the second of two answers changes nothing. */
export const openStates: DecisionState[] = ["pending", "deferred", "interim", "inComment"];

export const decisionStateNames: Record<DecisionState, string> = {
  pending: "Not yet decided",
  deferred: "Put off",
  interim: "Interim order",
  inComment: "Changes open for comment",
  adopted: "Adopted",
  adoptedWithChanges: "Adopted with changes",
  declined: "Declined",
  left: "Left the program",
};

/** The state after the move, or the sentence that refuses it (409). A final answer stands; a decision is put off once at most. */
export function moveDecision(state: DecisionState, move: DecisionMove): Ruling<DecisionState> {
  return MOVES[state][move];
}

export function isOpenDecision(state: string): boolean {
  return openStates.some((open) => open === state);
}

/** Reads a stored state; a state this build does not know throws, because guessing would reopen a decision. */
export function readDecisionState(state: string): DecisionState {
  const known = decisionStates.find((name) => name === state);
  if (!known) throw new Error(`A decision has the unknown state ${state}.`);
  return known;
}

type Answers = Record<DecisionMove, Ruling<DecisionState>>;

const all = (ruling: Ruling<DecisionState>): Answers => ({ adopt: ruling, interim: ruling, change: ruling, conclude: ruling, decline: ruling, defer: ruling, leave: ruling });
const notChanged = refused("No changes are open for comment, so there is nothing to conclude.");
const open: Answers = {
  adopt: allowed("adopted"),
  interim: allowed("interim"),
  change: allowed("inComment"),
  conclude: notChanged,
  decline: allowed("declined"),
  defer: allowed("deferred"),
  leave: allowed("left"),
};

const MOVES: Record<DecisionState, Answers> = {
  pending: open,
  deferred: { ...open, defer: refused("This decision was put off once already. Adopt or decline it now.") },
  interim: {
    ...open,
    interim: refused("An interim order is given for this text already. Adopt it for good, or decline it."),
    defer: refused("An interim order is in force. Adopt the text for good, or decline it, before the order ends."),
  },
  inComment: {
    ...open,
    interim: refused("Your changes are open for comment. Conclude them, or adopt the carried text as it is."),
    conclude: allowed("adoptedWithChanges"),
    defer: refused("Your changes are open for comment, so the decision cannot be put off."),
  },
  adopted: all(refused("This agency has already adopted this text. The decision stands.")),
  adoptedWithChanges: all(refused("This agency has already adopted this text with changes. The decision stands.")),
  declined: all(refused("This agency has already declined this text. The decision stands.")),
  left: all(refused("This agency has left the program, so it no longer decides.")),
};
