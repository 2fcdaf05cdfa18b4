import { allowed, refused, type Ruling } from "../access/ruling";
import type { RoundState } from "./stages";
import type { Tally } from "./tally";

/** The groups that lost a closed vote: most of their votes, as cast, stood against what came out. Abstentions take no side. */
export function groupsThatLost({ carried, groups }: Pick<Tally, "carried" | "groups">): { id: string; name: string }[] {
  return groups.filter(({ consent, object }) => (carried ? object > consent : consent > object)).map(({ id, name }) => ({ id, name }));
}

export type DissentRequest = { state: RoundState; held: boolean; tally: Pick<Tally, "carried" | "groups"> | null; groupId: string | null };

/** Whether the group of a voter may attach a dissent to a vote: it is closed, the group was on its roll, and it lost. */
export function dissentRuling({ state, held, tally, groupId }: DissentRequest): Ruling<{ id: string; name: string }> {
  if (state !== "closed" || !tally) return refused("A dissent is attached to a vote that is closed.");
  if (held) return refused("This vote was held, and there is a second one. A dissent is attached to that.");
  if (groupId === null) return refused("You were not on the roll of this vote, so you do not speak for a group in it.", 403);
  const lost = groupsThatLost(tally).find(({ id }) => id === groupId);
  return lost ? allowed(lost) : refused("Your group did not lose this vote. A dissent is for a group that did.", 403);
}
