import { allowed, refused, type Ruling } from "../access/ruling";
import { instantOf } from "../voting/deadline";

/** How long a clause is locked for. */
export const lockLengths = ["hour", "day", "until"] as const;
export type LockLength = (typeof lockLengths)[number];

const hour = 3_600_000;
/** A lock is for a review, not for good: at most this many days. */
export const longestLockDays = 30;

/** The moment at which a lock ends: an hour or a day from now, or the end of a chosen day in the program's time zone. */
export function lockEnd({ length, day, now, timeZone }: { length: LockLength; day: string; now: Date; timeZone: string }): Ruling<Date> {
  if (length === "hour") return allowed(new Date(now.getTime() + hour));
  if (length === "day") return allowed(new Date(now.getTime() + 24 * hour));
  if (!day) return refused("Choose the last day of the lock.", 422, "day");
  const end = instantOf(`${day}T23:59`, timeZone, "day");
  if (!end.ok) return end;
  if (end.value <= now) return refused("Choose a day that is not over yet.", 422, "day");
  if (end.value.getTime() - now.getTime() > (longestLockDays + 1) * 24 * hour) return refused(`Lock a clause for at most ${longestLockDays} days.`, 422, "day");
  return end;
}

type Standing = { clauseId: string; heldById: string; holder: string };

/**
 * One clause has one holder: not where somebody else holds the clause itself, one above it or one below it.
 * `above` and `below` are the ids of the clauses around it.
 */
export function lockRuling(locks: readonly Standing[], { clauseId, above, below, personId }: { clauseId: string; above: readonly string[]; below: readonly string[]; personId: string }): Ruling<true> {
  const around = new Set([clauseId, ...above, ...below]);
  const other = locks.find((lock) => around.has(lock.clauseId) && lock.heldById !== personId);
  if (!other) return allowed(true);
  if (other.clauseId === clauseId) return refused(`${other.holder} has locked this clause already.`);
  return refused(`${other.holder} has locked a clause ${above.includes(other.clauseId) ? "above" : "below"} this one.`);
}
