import { allowed, refused, type Ruling } from "../access/ruling";

/**
 * Where an evaluation plan stands. `review`: before its signers. `frozen`: approved by all and never changed again.
 * `amending` and `amendmentReview` are the same two for the version after a frozen one, which holds meanwhile.
 */
export const planStates = ["drafting", "review", "frozen", "amending", "amendmentReview"] as const;
export type PlanState = (typeof planStates)[number];

/** `freeze` is the approval of the last signer, `refuse` the no of any, `lapse` the day on which one had not answered, `drop` gives an amendment up. */
export const planMoves = ["submit", "recall", "refuse", "lapse", "freeze", "amend", "drop"] as const;
export type PlanMove = (typeof planMoves)[number];

export const planStateNames: Record<PlanState, string> = {
  drafting: "Being drafted",
  review: "Before its signers",
  frozen: "Frozen",
  amending: "Frozen, being amended",
  amendmentReview: "Frozen, amendment before its signers",
};

/** The state after the move, or the sentence that refuses it (409). */
export function movePlan(state: PlanState, move: PlanMove): Ruling<PlanState> {
  return MOVES[state][move];
}

/** May text and parts be written now? */
export function isWritten(state: PlanState): boolean {
  return state === "drafting" || state === "amending";
}

/** Does it wait for its signers? */
export function isInReview(state: PlanState): boolean {
  return state === "review" || state === "amendmentReview";
}

/** Reads a stored state; one this build does not know throws, because guessing would open a frozen plan. */
export function readPlanState(stored: string): PlanState {
  const state = planStates.find((known) => known === stored);
  if (!state) throw new Error(`A plan has the unknown state ${stored}.`);
  return state;
}

const DRAFT = refused("This plan is not before its signers now.");
const ASKED = refused("This plan is before its signers. Wait for their answers, or take it back first.");
const FROZEN = refused("This plan is frozen. Open an amendment to change it.");
const UNFROZEN = refused("Only a frozen plan is amended. This one can still be written in.");
const NO_AMENDMENT = refused("No amendment of this plan is being written.");
const AMENDMENT_ASKED = refused("This amendment is before its signers. Take it back first, then drop it.");
const AMENDING = refused("An amendment of this plan is being written already.");

const MOVES: Record<PlanState, Record<PlanMove, Ruling<PlanState>>> = {
  drafting: { submit: allowed("review"), recall: DRAFT, refuse: DRAFT, lapse: DRAFT, freeze: DRAFT, amend: UNFROZEN, drop: NO_AMENDMENT },
  review: { submit: ASKED, recall: allowed("drafting"), refuse: allowed("drafting"), lapse: allowed("drafting"), freeze: allowed("frozen"), amend: UNFROZEN, drop: NO_AMENDMENT },
  frozen: { submit: FROZEN, recall: FROZEN, refuse: FROZEN, lapse: FROZEN, freeze: FROZEN, amend: allowed("amending"), drop: NO_AMENDMENT },
  amending: { submit: allowed("amendmentReview"), recall: DRAFT, refuse: DRAFT, lapse: DRAFT, freeze: DRAFT, amend: AMENDING, drop: allowed("frozen") },
  amendmentReview: { submit: ASKED, recall: allowed("amending"), refuse: allowed("amending"), lapse: allowed("amending"), freeze: allowed("frozen"), amend: AMENDING, drop: AMENDMENT_ASKED },
};
