/** A "no" that a person can read. `field` names the input to go to. */
export type Refusal = { ok: false; reason: string; status: 403 | 409 | 422; field?: string };

export const roundStates = ["open", "closed", "voided"] as const;
export const roundMoves = ["cast", "close", "void"] as const;
export type RoundState = (typeof roundStates)[number];
export type RoundMove = (typeof roundMoves)[number];

/** The state after the move, or the sentence that refuses it (409). A round only moves forward: a result is never reopened or voided. */
export function moveRound(state: RoundState, move: RoundMove): { ok: true; to: RoundState } | Refusal {
  return STAGES[state][move];
}

/** Whether a round should be closed by whoever notices. Voting ends at `closesAt` itself. */
export function isOverdue({ state, now, closesAt }: { state: RoundState; now: Date; closesAt: Date }): boolean {
  return state === "open" && now.getTime() >= closesAt.getTime();
}

const STAGES: Record<RoundState, Record<RoundMove, { ok: true; to: RoundState } | Refusal>> = {
  open: {
    cast: { ok: true, to: "open" },
    close: { ok: true, to: "closed" },
    void: { ok: true, to: "voided" },
  },
  closed: {
    cast: refuse("Voting has closed, so votes can no longer be cast or changed."),
    close: refuse("Voting has already closed. The result stands."),
    void: refuse("Voting has closed and the result is on record, so it cannot be voided. Propose a new vote instead."),
  },
  voided: {
    cast: refuse("This vote was voided, so votes can no longer be cast or changed."),
    close: refuse("This vote was voided, so it has no result to count."),
    void: refuse("This vote has already been voided."),
  },
};

function refuse(reason: string): Refusal {
  return { ok: false, reason, status: 409 };
}
