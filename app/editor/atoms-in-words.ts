import type { DocumentNode } from "./schema/document-node";

/** The number that a clause has now; undefined when there is no such clause. Null stands for a part of a text, whose clauses are not known. */
export type Numbers = ReadonlyMap<string, string> | null;

/** What stands where a reference leads nowhere. */
export const clauseRemoved = "(clause removed)";

/** How a footnote or a reference reads in a line of plain text; null for every other node. */
export function atomInWords({ type, attrs }: DocumentNode, numbers: Numbers): string | null {
  if (type === "footnote") return ` (footnote: ${String(attrs?.text ?? "").trim()})`;
  if (type !== "crossReference") return null;
  return numbers === null ? "another clause" : (numbers.get(String(attrs?.clause ?? "")) ?? clauseRemoved);
}
