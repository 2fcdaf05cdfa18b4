import { clausesOf } from "../numbering";
import type { DocumentNode } from "../schema/document-node";
import { type KnownTerm, termFinder, type TermHit } from "./find-terms";

/** The clauses of one text that use a term, in reading order. */
export type TermUse = { termId: string; clauses: { id: string; number: string; title: string }[] };

/** Which terms a text uses, in titles, bodies and footnotes. */
export function termUses(doc: DocumentNode, terms: readonly KnownTerm[]): TermUse[] {
  const find = termFinder(terms);
  const uses = new Map<string, TermUse["clauses"]>();
  for (const { id, number, title, text } of clausesOf(doc))
    for (const termId of new Set(find(`${title}\n${text}`).map((hit) => hit.termId))) uses.set(termId, [...(uses.get(termId) ?? []), { id, number, title }]);
  return [...uses].map(([termId, clauses]) => ({ termId, clauses }));
}

/** Where each clause first uses a term, by the node of the letters. Titles and links are left as they are. */
export function firstUses(doc: DocumentNode, terms: readonly KnownTerm[]): Map<DocumentNode, TermHit[]> {
  const find = termFinder(terms);
  const marked = new Map<DocumentNode, TermHit[]>();
  const visit = (node: DocumentNode, seen: Set<string>) => {
    if (node.type === "clauseTitle" || node.marks?.some(({ type }) => type === "link")) return;
    if (node.text !== undefined) {
      const hits = find(node.text).filter(({ termId }) => !seen.has(termId) && seen.add(termId));
      if (hits.length > 0) marked.set(node, hits);
    }
    for (const child of node.content ?? []) visit(child, child.type === "clause" ? new Set() : seen);
  };
  if (terms.length > 0) visit(doc, new Set());
  return marked;
}
