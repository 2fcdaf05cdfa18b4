import { allowed, refused, type Ruling } from "../access/ruling";

export const decisionStates = ["pending", "deferred", "adopted", "declined"] as const;
export const decisionMoves = ["adopt", "decline", "defer"] as const;
export type DecisionState = (typeof decisionStates)[number];
export type DecisionMove = (typeof decisionMoves)[number];

/** The states in which a head may still answer; a save names them, so that the second of two answers changes nothing. */
export const openStates = ["pending", "deferred"] as const satisfies readonly DecisionState[];

/** The state after the move, or the sentence that refuses it (409). An answer that was given stands; a decision is put off once at most. */
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

const ADOPTED = refused("This agency has already adopted this text. The decision stands.");
const DECLINED = refused("This agency has already declined this text. The decision stands.");

const MOVES: Record<DecisionState, Record<DecisionMove, Ruling<DecisionState>>> = {
  pending: { adopt: allowed("adopted"), decline: allowed("declined"), defer: allowed("deferred") },
  deferred: {
    adopt: allowed("adopted"),
    decline: allowed("declined"),
    defer: refused("This decision was put off once already. Adopt or decline it now."),
  },
  adopted: { adopt: ADOPTED, decline: ADOPTED, defer: ADOPTED },
  declined: { adopt: DECLINED, decline: DECLINED, defer: DECLINED },
};
