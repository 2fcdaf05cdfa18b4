import type { AgencyStanding } from "./in-force";

/** Where a document stands before and after its first edition. */
export type DocumentState = "draft" | "asked" | "declined" | "adopted" | "inForce";

export type Facts = { editions: number; pendingDecisions: number; closedDecisions: number; agencies: readonly AgencyStanding[] };

/** The state of a document from what has happened to it; nothing of it is stored twice. */
export function documentState({ editions, pendingDecisions, closedDecisions, agencies }: Facts): DocumentState {
  if (agencies.some(({ inForce }) => inForce)) return "inForce";
  if (editions > 0) return "adopted";
  if (pendingDecisions > 0) return "asked";
  return closedDecisions > 0 ? "declined" : "draft";
}

/** The state in the words of a list: what it is, and since when. `day` writes a date. */
export function stateInWords(state: DocumentState, agencies: readonly AgencyStanding[], day: (date: string) => string): string {
  if (state === "draft") return "Draft";
  if (state === "asked") return "With the agency head";
  if (state === "declined") return "Draft, not adopted by the agency head";
  const holding = agencies.flatMap(({ inForce }) => (inForce ? [inForce] : [])).sort((one, other) => other.number - one.number || (one.since < other.since ? -1 : 1))[0];
  if (state === "inForce" && holding) return `Edition ${holding.number} in force since ${day(holding.since)}`;
  const coming = agencies.flatMap(({ coming }) => (coming ? [coming] : []))[0];
  return coming ? `Edition ${coming.number} adopted, in force from ${day(coming.from)}` : "Adopted";
}
