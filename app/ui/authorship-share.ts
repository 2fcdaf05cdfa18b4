import type { Wrote } from "./authorship-mark";

/** Letters by the id of an organization; "" is the text that was there at the start. */
export type Counted = Record<string, number>;
export type ClauseCount = { clauseId: string; number: string; title: string; total: number; letters: Counted };

/** The groups of these organizations, each once. */
export function groupsOf(organizations: readonly Wrote[]) {
  return [...new Map(organizations.map(({ group }) => [group.name, group])).values()];
}

export function lettersOfGroup(counted: Counted, organizations: readonly Wrote[], group: string): number {
  return organizations.filter((each) => each.group.name === group).reduce((sum, { id }) => sum + (counted[id] ?? 0), 0);
}

/** A share in whole percent; a little is never nothing, and nearly all is never all. */
export function share(count: number, total: number): string {
  if (count === 0 || total === 0) return "0\u00a0%";
  const percent = (100 * count) / total;
  return percent < 1 ? "<\u00a01\u00a0%" : percent > 99 && count < total ? ">\u00a099\u00a0%" : `${Math.round(percent)}\u00a0%`;
}
