/** A clause as somebody relied on it: its number and title in an edition, and the hash of its words. */
export type CitedClause = { documentId: string; clauseId: string; editionId: string; clauseName: string; clauseHash: string };

/** Clauses of every document that agencies adopt may be linked to what is outside of them; the charter's follow from its rules. */
export function isCitable(kind: string): boolean {
  return kind !== "charter";
}
