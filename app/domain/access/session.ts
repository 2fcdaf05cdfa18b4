/** A session ends after 30 minutes without a request and, whatever happens, after 12 hours. Both in milliseconds. */
export const idleLimit = 30 * 60_000;
export const absoluteLimit = 12 * 60 * 60_000;

/** Being seen is written down at most this often, in milliseconds. */
export const seenEvery = 60_000;

export type SessionTimes = { createdAt: Date; lastSeenAt: Date; expiresAt: Date };

export function sessionIsOpen({ createdAt, lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean {
  const time = now.getTime();
  if (time - lastSeenAt.getTime() >= idleLimit) return false;
  if (time - createdAt.getTime() >= absoluteLimit) return false;
  return time < expiresAt.getTime();
}

export function sessionExpiry(createdAt: Date): Date {
  return new Date(createdAt.getTime() + absoluteLimit);
}

export function shouldBeSeen({ lastSeenAt }: SessionTimes, now: Date): boolean {
  return now.getTime() - lastSeenAt.getTime() >= seenEvery;
}
