import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { writeStamp, type Stamp } from "../schema/stamp";
import { settleEnd } from "./settle-ends";
import { markStamp, stampAt } from "./suggestion-parts";
import { goesOnIn, keepsLetters } from "./what-stays";

/** Suggests to take away what stands between two places. One's own letters that were only suggested really go; what somebody would take away already is left. */
export function suggestDeletion(target: Transform, from: number, to: number, stamp: Stamp): void {
  const found: { node: Node; at: number }[] = [];
  target.doc.nodesBetween(from, to, (node, at, parent) => {
    const inside = at >= from && at + node.nodeSize <= to;
    if (node.isInline) return void found.push({ node, at });
    if (node.type.name === "paragraph" && !(parent?.type.name === "clause" && isInside(target.doc, at, from, to)) && endsWithin(node, at, from, to) && !isLastOfCell(target.doc, at, parent)) found.push({ node, at });
    const whole = inside && isWhole(node);
    if (whole) found.push({ node, at });
    // Of a clause that goes as a whole, the clauses below go as wholes too.
    if (parent?.type.name === "clause" && node.type.name !== "clause" && isInside(target.doc, at, from, to)) return false;
    return !whole || node.type.name === "clause";
  });
  for (const { node, at } of found.reverse()) {
    if (node.isInline) letters(target, node, Math.max(from, at), Math.min(to, at + node.nodeSize), stamp);
    else if (node.type.name === "paragraph") end(target, at, stamp);
    else whole(target, node, at, stamp);
  }
}

function isInside(doc: Node, at: number, from: number, to: number): boolean {
  const $at = doc.resolve(at);
  return $at.before() >= from && $at.after() <= to;
}

function endsWithin(node: Node, at: number, from: number, to: number): boolean {
  const close = at + node.nodeSize - 1;
  return close >= from && close < to;
}

function isLastOfCell(doc: Node, at: number, parent: Node | null): boolean {
  const role: unknown = parent?.type.spec.tableRole;
  return (role === "cell" || role === "header_cell") && doc.resolve(at).index() === (parent?.childCount ?? 0) - 1;
}

function isWhole(node: Node): boolean {
  return ["clause", "tableRow", "tableCell", "tableHeader"].includes(node.type.name);
}

function letters(target: Transform, letter: Node, from: number, to: number, { id, author, at }: Stamp): void {
  if (markStamp(letter, "insertion")?.author === author) target.delete(from, to);
  else if (!markStamp(letter, "deletion")) target.addMark(from, to, letter.type.schema.mark("deletion", { id, author, at }));
}

function end(target: Transform, at: number, stamp: Stamp): void {
  const paragraph = target.doc.nodeAt(at);
  if (!paragraph) return;
  const own = stampAt(paragraph, "endInserted")?.author === stamp.author;
  const waits = goesOnIn(target.doc, at, "rejected") === null && paragraph.content.size > 0 && !keepsLetters(paragraph, "rejected");
  if (own && !waits) settleEnd(target, at, ({ author }) => author === stamp.author, "rejected");
  else if (!paragraph.attrs.endDeleted) target.setNodeAttribute(at, "endDeleted", writeStamp(stamp));
}

function whole(target: Transform, node: Node, at: number, stamp: Stamp): void {
  const own = stampAt(node, "added")?.author === stamp.author;
  const alone = target.doc.resolve(at).parent.childCount === 1;
  if (own && !alone) target.delete(at, at + node.nodeSize);
  else if (!node.attrs.removed) target.setNodeAttribute(at, "removed", writeStamp(stamp));
}
