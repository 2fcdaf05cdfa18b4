import { clausesOf } from "./numbering";
import type { DocumentNode } from "./schema/document-node";

/** The clauses that refer to a clause which is no longer in the text, each once, in reading order. */
export function brokenReferences(doc: DocumentNode): { clauseId: string; number: string; title: string }[] {
  const clauses = clausesOf(doc);
  const known = new Set(clauses.map(({ id }) => id));
  return clauses
    .filter(({ ownContent }) => referencesIn(ownContent).some((target) => !known.has(target)))
    .map(({ id: clauseId, number, title }) => ({ clauseId, number, title }));
}

/** A footnote with the number it has now. */
export type NumberedFootnote = { number: number; text: string; node: DocumentNode };

/** All footnotes of a text in reading order, numbered from 1. */
export function footnotesOf(doc: DocumentNode): NumberedFootnote[] {
  const found: DocumentNode[] = [];
  gather(doc, found);
  return found.map((node, at) => ({ number: at + 1, text: String(node.attrs?.text ?? ""), node }));
}

function gather(node: DocumentNode, found: DocumentNode[]): void {
  if (node.type === "footnote") found.push(node);
  for (const child of node.content ?? []) gather(child, found);
}

function referencesIn(nodes: readonly DocumentNode[]): string[] {
  return nodes.flatMap((node) => (node.type === "crossReference" ? [String(node.attrs?.clause ?? "")] : referencesIn(node.content ?? [])));
}
