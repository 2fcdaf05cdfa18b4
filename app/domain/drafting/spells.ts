/** A drafting spell ends when nobody has written for this long, in milliseconds. */
export const longestPause = 10 * 60_000;

/** True when the step begins another drafting spell, so that the one before is kept as a version. */
export function beginsNewSpell(lastStepAt: Date | null, now: Date): boolean {
  return lastStepAt !== null && now.getTime() - lastStepAt.getTime() > longestPause;
}
