import { allowed, refused, type Ruling } from "../access/ruling";

export const resourceStates = ["open", "closed"] as const;
export const resourceMoves = ["close", "reopen"] as const;
export type ResourceState = (typeof resourceStates)[number];
export type ResourceMove = (typeof resourceMoves)[number];

const MOVES: Record<ResourceState, Record<ResourceMove, Ruling<ResourceState>>> = {
  open: { close: allowed("closed"), reopen: refused("It is open already.") },
  closed: { close: refused("It was closed already."), reopen: allowed("open") },
};

/** The state after the move, or the sentence that refuses it (409). */
export function moveResource(state: ResourceState, move: ResourceMove): Ruling<ResourceState> {
  return MOVES[state][move];
}

/** Reads a stored state; one that this build does not know throws, because guessing would call a closed door open. */
export function readResourceState(state: string): ResourceState {
  const known = resourceStates.find((name) => name === state);
  if (!known) throw new Error(`A resource has the unknown state ${state}.`);
  return known;
}

/** Why clauses can no longer rely on it: closed, or an agreement whose last day (as 2026-11-24) is over. Null while they can. */
export function goneSince({ state, closedAt, validUntil }: { state: ResourceState; closedAt: Date | null; validUntil: string | null }, today: string): "closed" | "lapsed" | null {
  if (state === "closed" && closedAt) return "closed";
  return validUntil !== null && validUntil < today ? "lapsed" : null;
}

/** What makes the notice of a lapse one: the resource and its last day. A later last day tells anew. */
export function lapseCause(resourceId: string, lastDay: string): string {
  return `resource.lapsed:${resourceId}:${lastDay}`;
}

/** Whether a clause that cites it waits for somebody to look: it is gone, and nobody looked since. A lapse is looked at after its last day. */
export function waitsForReview({ state, closedAt, validUntil }: { state: ResourceState; closedAt: Date | null; validUntil: string | null }, lookedAt: Date | null, today: string): boolean {
  const gone = goneSince({ state, closedAt, validUntil }, today);
  if (gone === null) return false;
  if (lookedAt === null) return true;
  return gone === "closed" ? lookedAt < (closedAt as Date) : lookedAt.toISOString().slice(0, 10) <= (validUntil as string);
}
