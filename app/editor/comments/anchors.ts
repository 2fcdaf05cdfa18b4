import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { wordsBetween } from "./words";

/** Where a thread stands in a text: from its first letter to behind its last one, and the words that are its own. */
export type Anchor = { thread: string; from: number; to: number; words: string; clauseId: string };

/** The anchors in a text in reading order, one for each thread, however many pieces it is in. */
export function anchorsOf(doc: Node): Anchor[] {
  const pieces = new Map<string, { from: number; to: number }[]>();
  doc.descendants((node, at) => {
    if (!node.isInline) return;
    for (const { type, attrs } of node.marks) {
      if (type.name !== "comment") continue;
      const thread = String(attrs.thread);
      const known = pieces.get(thread) ?? [];
      const last = known.at(-1);
      if (last?.to === at) last.to = at + node.nodeSize;
      else known.push({ from: at, to: at + node.nodeSize });
      pieces.set(thread, known);
    }
  });
  return [...pieces].map(([thread, found]) => {
    const from = found[0]?.from ?? 0;
    const words = found.map((piece) => wordsBetween(doc, piece.from, piece.to)).filter(Boolean).join(" ");
    return { thread, from, to: found.at(-1)?.to ?? from, words, clauseId: clauseAt(doc.resolve(from)) };
  });
}

/** The clause that a place is in; empty outside of every clause. */
export function clauseAt(place: ResolvedPos): string {
  for (let depth = place.depth; depth > 0; depth--) {
    const node = place.node(depth);
    if (node.type.name === "clause") return String(node.attrs.id);
  }
  return "";
}

/** The steps that put the anchor of a thread on words. */
export function anchorWords(doc: Node, { from, to }: { from: number; to: number }, thread: string): Transform {
  const mark = doc.type.schema.marks.comment;
  if (!mark) throw new Error("This schema has no comments.");
  return new Transform(doc).addMark(from, to, mark.create({ thread }));
}
