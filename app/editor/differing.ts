import type { Fragment } from "@tiptap/pm/model";

/** The one stretch in which two contents differ, as places in the first and where it ends in the other; null when they are equal. */
export function differing(one: Fragment, other: Fragment): { start: number; end: number; otherEnd: number } | null {
  const start = one.findDiffStart(other);
  const ends = one.findDiffEnd(other);
  if (start === null || !ends) return null;
  const overlap = Math.max(0, start - Math.min(ends.a, ends.b));
  return { start, end: ends.a + overlap, otherEnd: ends.b + overlap };
}
