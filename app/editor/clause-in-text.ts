import { type ClauseEntry, clausesOf } from "./numbering";
import { type ClauseChange, redline } from "./redline";
import type { DocumentNode } from "./schema/document-node";

/** One clause of a text as a text of its own, without the clauses below it; null when the text does not have it. */
export function clauseAlone(content: DocumentNode, clauseId: string): { clause: ClauseEntry; content: DocumentNode } | null {
  const clause = clausesOf(content).find(({ id }) => id === clauseId);
  return clause ? { clause, content: { type: "doc", content: [{ type: "clause", attrs: { id: clauseId }, content: clause.ownContent }] } } : null;
}

/** What happened to one clause between two texts; null when nothing did. */
export function changeOfClause(before: DocumentNode, after: DocumentNode, clauseId: string): ClauseChange | null {
  return redline(before, after).changes.find((change) => change.clauseId === clauseId) ?? null;
}
