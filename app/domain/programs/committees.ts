/** A group that must be in a committee, and those of the committee's people who belong to it. */
export type Composition = { group: { id: string; name: string }; members: number }[];

/** The groups that a committee must have and does not, in words; null when it is complete. Suspended members do not count. */
export function missingInWords(composition: Composition): string | null {
  const missing = composition.filter(({ members }) => members === 0).map(({ group }) => group.name);
  if (missing.length === 0) return null;
  return `Not complete: nobody from ${missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(", ")} and ${missing.at(-1)}`}.`;
}
