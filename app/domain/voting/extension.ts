import { refused, allowed, type Ruling } from "../access/ruling";
import { isOverdue, moveRound, type RoundState } from "./stages";

export type ExtensionRequest = { state: RoundState; now: Date; closesAt: Date; until: Date };

/** Whether an open vote may get a later end. One whose time is up has a result, even when nobody has counted it yet. */
export function extensionRuling({ state, now, closesAt, until }: ExtensionRequest): Ruling<Date> {
  const move = moveRound(isOverdue({ state, now, closesAt }) ? "closed" : state, "cast");
  if (!move.ok) return refused(state === "voided" ? "This vote was voided, so it cannot be extended." : "Voting has closed, so it cannot be extended.");
  if (until.getTime() <= closesAt.getTime()) return refused("An extension gives more time. Choose a time after the present end.", 422, "closesAt");
  return allowed(until);
}
