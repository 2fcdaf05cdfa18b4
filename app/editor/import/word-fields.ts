import type { DocumentMark, DocumentNode } from "../schema/document-node";
import { safeHref } from "../schema/safe-href";
import type { Notes } from "./import-report";

type Turned = { kind: "reference"; bookmark: string; isNumber: boolean } | { kind: "link"; href: string };

/** A field of Word being read: its code, then what it last showed. */
export type OpenField = { code: string; isCode: boolean; turned: Turned | null; shown: string; marks: DocumentMark[] };

/** What a field's code asks for, where it is a reference to a place of the text or a link; otherwise null. */
export function fieldOf(code: string): Turned | null {
  const [, name = "", first = ""] = /^\s*(\w+)\s+("[^"]*"|\S+)/.exec(code) ?? [];
  const value = first.replace(/^"|"$/g, "");
  if (/^REF$/i.test(name)) return { kind: "reference", bookmark: value, isNumber: /\\[rnw]\b/i.test(code) };
  if (/^HYPERLINK$/i.test(name)) {
    const inner = /\\l\s+"?([^"\s]+)/i.exec(code)?.[1];
    const href = value.startsWith("\\") ? null : safeHref(value);
    if (href) return { kind: "link", href };
    if (inner) return { kind: "reference", bookmark: inner, isNumber: false };
  }
  return null;
}

/** A reference whose clause is found once all clauses are known. */
export function referenceNode({ turned, shown, marks }: OpenField): DocumentNode {
  const asked = turned?.kind === "reference" ? turned : { bookmark: "", isNumber: false };
  return { type: "crossReference", attrs: { bookmark: asked.bookmark, isNumber: asked.isNumber, shown }, ...(marks.length ? { marks } : {}) };
}

/** Points references at the clauses that carry their bookmarks; the others keep what they showed, which is reported. */
export function resolveReferences(node: DocumentNode, clauseOf: ReadonlyMap<string, string>, notes: Notes): void {
  if (node.type === "clause") notes.where = (node.content?.[0]?.content ?? []).map(({ text }) => text ?? "").join("") || notes.where;
  node.content = node.content?.flatMap((child) => {
    if (child.type !== "crossReference") {
      resolveReferences(child, clauseOf, notes);
      return [child];
    }
    const { bookmark, isNumber, shown } = child.attrs ?? {};
    const clause = clauseOf.get(String(bookmark));
    const words = String(shown).trim();
    const marked = child.marks ? { marks: child.marks } : {};
    if (clause && (isNumber || /^(§|section|clause|article)?\s*[\dA-Z.()]{1,12}$/i.test(words))) {
      notes.report.understood.references++;
      return [{ type: "crossReference", attrs: { clause }, ...marked }];
    }
    notes.miss("link inside the file (its text is kept)");
    return words ? [{ type: "text", text: String(shown), ...marked }] : [];
  });
}
