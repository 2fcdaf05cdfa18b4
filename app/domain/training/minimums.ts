import { allowed, refused, type Ruling } from "../access/ruling";
import { minutesByTopic, topicKey, type Minimum } from "./curriculum-check";
import { sumInWords } from "./hours";
import type { Module } from "./module-facts";

/** Minimums that a text falls below and that the text before it kept, or kept better. */
export function loweredMinimums(before: readonly Module[], after: readonly Module[], minimums: readonly Minimum[]): (Minimum & { from: number; to: number })[] {
  const had = minutesByTopic(before);
  const has = minutesByTopic(after);
  return minimums
    .map((minimum) => ({ ...minimum, from: had.get(topicKey(minimum.topic)) ?? 0, to: has.get(topicKey(minimum.topic)) ?? 0 }))
    .filter(({ minutes, from, to }) => to < minutes && to < from);
}

/** What a text that may be adopted does to the protected minimums. `before` is what it was proposed on; null for a first edition, which is not voted on. */
export type TextsCompared = { before: readonly Module[] | null; carried: readonly Module[]; changed: readonly Module[] | null; minimums: readonly Minimum[]; groups: readonly GroupVotes[] };

/** Why a head may not adopt the text as it was carried, or with the head's own changes, to which no group consented; null where they may. */
export function minimumRefusals({ before, carried, changed, minimums, groups }: TextsCompared): { carried: string | null; changed: string | null } {
  const first = before === null ? belowMinimums(carried, minimums) : null;
  const asCarried = minimumsRuling(first ?? loweredMinimums(before ?? [], carried, minimums), groups);
  const asChanged = minimumsRuling(changed ? loweredMinimums(carried, changed, minimums) : [], []);
  return { carried: asCarried.ok ? null : asCarried.reason, changed: asChanged.ok ? null : asChanged.reason };
}

/** A first edition lowers what it does not reach. */
function belowMinimums(modules: readonly Module[], minimums: readonly Minimum[]): (Minimum & { from: number; to: number })[] {
  const has = minutesByTopic(modules);
  return minimums.map((minimum) => ({ ...minimum, from: minimum.minutes, to: has.get(topicKey(minimum.topic)) ?? 0 })).filter(({ minutes, to }) => to < minutes);
}

/** A group that votes: how many of its votes were consent, and how many objected. */
export type GroupVotes = { id: string; consent: number; object: number };

/**
 * A protected minimum is lowered only with the consent of the group that it protects: more of its votes consent than object.
 * Nothing is asked of a text that keeps the minimums.
 */
export function minimumsRuling(lowered: readonly (Minimum & { from: number; to: number })[], groups: readonly GroupVotes[]): Ruling<true> {
  for (const { topic, groupId, groupName, minutes, to } of lowered) {
    const votes = groups.find(({ id }) => id === groupId);
    if (votes && votes.consent > votes.object) continue;
    return refused(`This text lowers “${topic}” to ${sumInWords(to)}. The minimum is ${sumInWords(minutes)}, and only ${groupName} can lower it: that group did not consent. Decline, and ask for a text that keeps the minimum or for that group's consent.`);
  }
  return allowed(true);
}

/** Everybody who may say what a curriculum owes may raise a minimum; only somebody of the group that it protects lowers it or hands it to another group. */
export function minimumChangeRuling(standing: Minimum | null, wanted: { minutes: number; groupId: string }, actorGroupId: string): Ruling<true> {
  if (!standing) return wanted.minutes > 0 ? allowed(true) : refused("There is no minimum on this topic to take away.", 422, "hours");
  const lowers = wanted.minutes < standing.minutes;
  if ((lowers || wanted.groupId !== standing.groupId) && actorGroupId !== standing.groupId)
    return refused(`Only somebody of the group ${standing.groupName} lowers this minimum: it protects them.`, 403, lowers ? "hours" : "groupId");
  if (wanted.minutes === standing.minutes && wanted.groupId === standing.groupId) return refused("This is the minimum already.", 409, "hours");
  return allowed(true);
}
