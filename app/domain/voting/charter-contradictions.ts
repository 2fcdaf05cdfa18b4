import type { Refusal } from "../access/ruling";
import type { CharterRules, Fraction } from "./charter";
import { atFields } from "./charter-form";

/** The voting seats of a group: all of them, and those that somebody holds. */
export type GroupSeats = { id: string; name: string; authorized: number; filled: number };

/** Why these rules could never carry a vote with the seats as they are; null when they could. A sentence at each field (422). */
export function contradictionsIn(rules: CharterRules, groups: readonly GroupSeats[]): Refusal | null {
  const wrong: Record<string, string[]> = {};
  const say = (field: string, sentence: string) => (wrong[field] ??= [sentence]);
  const required = rules.requiredGroups.map((id) => groups.find((group) => group.id === id));
  if (required.includes(undefined)) say("requiredGroups", "One of these is not a group of the program.");
  if (rules.safetyGroups.some((id) => !groups.some((group) => group.id === id))) say("safetyGroups", "One of these is not a group of the program.");
  for (const group of required) {
    if (!group) continue;
    if (group.authorized === 0) say("requiredGroups", `${group.name} has no voting seat, so no vote could ever carry. Add a seat first, or do not require this group.`);
    else if (needed(rules, rules.groupQuorum, group) > group.filled && rules.quorumBase === "authorized")
      say("groupQuorum", `${group.name} would need ${needed(rules, rules.groupQuorum, group)} votes, but only ${group.filled} of its ${group.authorized} seats are filled. No vote could carry until more are.`);
  }
  const all = groups.reduce((sum, { authorized, filled }) => ({ authorized: sum.authorized + authorized, filled: sum.filled + filled }), { authorized: 0, filled: 0 });
  if (rules.quorumBase === "authorized" && needed(rules, rules.overallQuorum, all) > all.filled)
    say("overallQuorum", `The quorum would be ${needed(rules, rules.overallQuorum, all)} votes, but only ${all.filled} of ${all.authorized} seats are filled. No vote could carry until more are.`);
  return Object.keys(wrong).length > 0 ? atFields(wrong) : null;
}

function needed(rules: CharterRules, { of, outOf }: Fraction, seats: { authorized: number; filled: number }): number {
  return Math.ceil((of * (rules.quorumBase === "filled" ? seats.filled : seats.authorized)) / outOf);
}
