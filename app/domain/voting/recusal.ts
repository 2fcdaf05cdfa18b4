import { allowed, refused, type Ruling } from "../access/ruling";
import { isOverdue, moveRound, type RoundState } from "./stages";

export type RecusalRequest = { isHolder: boolean; recused: boolean; state: RoundState; now: Date; closesAt: Date };

/** Whether the holder of a seat may step back from a vote now, or take part in it again. Only the holder says so, and only until the vote closes. */
export function recusalRuling({ isHolder, recused, state, now, closesAt }: RecusalRequest, wanted: "step back" | "take part"): Ruling<true> {
  if (!isHolder) return refused("Only the holder of a seat on this roll steps back from the vote.", 403);
  const move = moveRound(isOverdue({ state, now, closesAt }) ? "closed" : state, "cast");
  if (!move.ok) return refused("Voting has closed, so who took part in it is on record.");
  if (wanted === "step back" && recused) return refused("You have stepped back from this vote already.");
  if (wanted === "take part" && !recused) return refused("You take part in this vote already.");
  return allowed(true);
}
