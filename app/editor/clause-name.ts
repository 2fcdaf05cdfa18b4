import type { ClauseEntry } from "./numbering";

/** A clause by its number and title, or by its first words. */
export function clauseName({ number, title, text }: Pick<ClauseEntry, "number" | "title" | "text">): string {
  return `${number} ${title || text.slice(0, 60)}`.trim();
}
