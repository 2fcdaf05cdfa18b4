import { allowed, refused, type Ruling } from "../access/ruling";

/**
 * Where a finding stands. `dialogue`: the agencies read and comment. `ready`: the dialogue has ended. `embargoed`: checked, and published at a set minute.
 * `correcting`: published, while its next version is written; the version before holds meanwhile.
 */
export const findingStates = ["draft", "dialogue", "ready", "embargoed", "published", "correcting", "retracted"] as const;
export type FindingState = (typeof findingStates)[number];

/** `close` ends the dialogue, `check` is the second person's, `recall` takes the text back into drafting, `release` ends an embargo. */
export const findingMoves = ["write", "open", "close", "recall", "check", "publish", "embargo", "release", "correct", "retract"] as const;
export type FindingMove = (typeof findingMoves)[number];

export const findingStateNames: Record<FindingState, string> = {
  draft: "Draft",
  dialogue: "In dialogue with the agencies",
  ready: "Ready to be published",
  embargoed: "Under embargo",
  published: "Published",
  correcting: "Published, being corrected",
  retracted: "Retracted",
};

/** The state after the move, or the sentence that refuses it (409). */
export function moveFinding(state: FindingState, move: FindingMove): Ruling<FindingState> {
  return MOVES[state][move];
}

/** Reads a stored state; one this build does not know throws, because guessing could publish a draft. */
export function readFindingState(stored: string): FindingState {
  const state = findingStates.find((known) => known === stored);
  if (!state) throw new Error(`A finding has the unknown state ${stored}.`);
  return state;
}

/** Is there a version that the public may read? */
export function isPublic(state: FindingState): boolean {
  return state === "published" || state === "correcting" || state === "retracted";
}

const DRAFT = refused("This finding is still a draft. The agencies see it first.");
const TALKING = refused("The agencies are reading this finding. The dialogue ends first.");
const READY = refused("The dialogue about this finding has ended. Take it back into drafting to change it.");
const EMBARGOED = refused("This finding is checked and under embargo. It comes out as it is.");
const PUBLISHED = refused("This finding is published. Open a correction to change it.");
const CORRECTING = refused("A correction of this finding is being written.");
const RETRACTED = refused("This finding was retracted. Nothing about it changes any more.");
const NO_EMBARGO = refused("This finding is not under embargo.");

const to = (state: FindingState) => allowed(state);

const MOVES: Record<FindingState, Record<FindingMove, Ruling<FindingState>>> = {
  draft: { write: to("draft"), open: to("dialogue"), close: DRAFT, recall: DRAFT, check: DRAFT, publish: DRAFT, embargo: DRAFT, release: NO_EMBARGO, correct: DRAFT, retract: DRAFT },
  dialogue: { write: to("dialogue"), open: TALKING, close: to("ready"), recall: to("draft"), check: TALKING, publish: TALKING, embargo: TALKING, release: NO_EMBARGO, correct: TALKING, retract: TALKING },
  ready: { write: READY, open: READY, close: READY, recall: to("draft"), check: to("ready"), publish: to("published"), embargo: to("embargoed"), release: NO_EMBARGO, correct: READY, retract: READY },
  embargoed: { write: EMBARGOED, open: EMBARGOED, close: EMBARGOED, recall: EMBARGOED, check: EMBARGOED, publish: EMBARGOED, embargo: to("embargoed"), release: to("published"), correct: EMBARGOED, retract: EMBARGOED },
  published: { write: PUBLISHED, open: PUBLISHED, close: PUBLISHED, recall: PUBLISHED, check: PUBLISHED, publish: PUBLISHED, embargo: PUBLISHED, release: NO_EMBARGO, correct: to("correcting"), retract: to("retracted") },
  correcting: { write: to("correcting"), open: CORRECTING, close: CORRECTING, recall: CORRECTING, check: to("correcting"), publish: to("published"), embargo: CORRECTING, release: NO_EMBARGO, correct: CORRECTING, retract: to("retracted") },
  retracted: { write: RETRACTED, open: RETRACTED, close: RETRACTED, recall: RETRACTED, check: RETRACTED, publish: RETRACTED, embargo: RETRACTED, release: NO_EMBARGO, correct: RETRACTED, retract: RETRACTED },
};
