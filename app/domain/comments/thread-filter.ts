/** Which threads a list shows. */
export const threadFilters = ["open", "mine", "removed", "resolved"] as const;
export type ThreadFilter = (typeof threadFilters)[number];

export const threadFilterNames: Record<ThreadFilter, string> = { open: "All open", mine: "For me", removed: "Text removed", resolved: "Resolved" };

/** What a filter asks of a thread: `placed` when its words, its clause or its suggestion are in the text; `concerns` are the ids of all it is for. */
export type Filtered = { resolved: boolean; placed: boolean; concerns: readonly string[] };

/** A filter from an address; what is not one shows the open threads. */
export function readThreadFilter(word: string | null): ThreadFilter {
  return threadFilters.find((known) => known === word) ?? "open";
}

/** True for a thread that this filter shows to this person. For me: I began it, wrote in it, am called in it, or it is assigned to me. */
export function passesFilter(filter: ThreadFilter, { resolved, placed, concerns }: Filtered, personId: string): boolean {
  if (filter === "resolved") return resolved;
  if (resolved) return false;
  if (filter === "mine") return concerns.includes(personId);
  return filter === "open" || !placed;
}
