import { Fragment, type Node } from "@tiptap/pm/model";
import { movesFit, sameClauses } from "./suggest-clauses";
import { lastClauseId } from "./settle-clauses";
import { settleChosen } from "./settle";
import { eachSuggested, isSuggestion, markStamp, reshapes, stampOf, stampsOf } from "./suggestion-parts";
import type { Stamp } from "../schema/stamp";

const latest = 10 * 60_000;

/**
 * Why somebody who may only suggest may not make this text of that one; null when they may.
 * What is left without their own suggestions must be the same: the text itself, the anchors of comments in it, and what others suggest.
 */
export function suggestionRuling(before: Node, after: Node, author: string, now: number = Date.now()): string | null {
  if (before === after) return null;
  const parts = changedParts(before, after);
  if (!sameWithoutOwn(parts, author)) return "You may suggest changes here, not make them.";
  if (!othersWordsStay(parts, author)) return "This would take away words that somebody else suggests.";
  if (!anchorsOnlyGo(parts, author)) return "Comments are made beside the text, not in what you suggest.";
  if (!sameClauses(before, after) && !movesFit(after)) return "This clause cannot be moved there.";
  return stampFault(before, parts, author, now);
}

type Part = { before: Node; after: Node };

/** The smallest texts around what differs, each whole in itself: blocks of one clause, or clauses side by side. */
function changedParts(before: Node, after: Node): Part[] {
  const [from, beforeEnd, afterEnd] = differing(before, after);
  if (beforeEnd - from === 1 && afterEnd - from === 1) {
    const [one, other] = [before.child(from), after.child(from)];
    if (one.type.name === "clause" && one.sameMarkup(other)) return clauseParts(one, other);
  }
  return [{ before: textOf(before.content.content.slice(from, beforeEnd), before), after: textOf(after.content.content.slice(from, afterEnd), before) }];
}

function clauseParts(before: Node, after: Node): Part[] {
  const [from, beforeEnd, afterEnd] = differing(before, after);
  const below = (clause: Node, index: number) => index < clause.childCount && isPlace(clause.child(index));
  const firstPlace = (clause: Node) => clause.content.content.findIndex(isPlace);
  const [wasFirst, isFirst] = [firstPlace(before), firstPlace(after)];
  // Only clauses below differ: go on there.
  if (wasFirst !== -1 && wasFirst === isFirst && from >= wasFirst && beforeEnd - from === 1 && afterEnd - from === 1 && before.child(from).sameMarkup(after.child(from)) && before.child(from).type.name === "clause") return clauseParts(before.child(from), after.child(from));
  // A title stands for itself, unless the clause comes or goes with its letters.
  if (from === 0 && beforeEnd === 1 && afterEnd === 1 && !before.attrs.added) return [{ before: textOf([titleOnly(before)], before), after: textOf([titleOnly(after)], before) }];
  if (below(before, beforeEnd - 1) || below(after, afterEnd - 1) || from === 0) return [{ before: textOf([before], before), after: textOf([after], before) }];
  return [{ before: blocksOf(before, from, beforeEnd), after: blocksOf(after, from, afterEnd) }];
}

/** From which child to which two nodes differ. An end or a whole that is suggested beside it may go together with it, and is looked at too. */
function differing(before: Node, after: Node): [number, number, number] {
  const shared = Math.min(before.childCount, after.childCount);
  let from = 0;
  while (from < shared && before.child(from) === after.child(from)) from++;
  let behind = 0;
  while (behind < shared - from && before.child(before.childCount - 1 - behind) === after.child(after.childCount - 1 - behind)) behind++;
  const isBlocks = from < before.childCount && before.child(from).isBlock && !isPlace(before.child(from)) && before.child(from).type.name !== "clauseTitle";
  if (before.type.name === "clause" && (isBlocks || from > 0)) {
    while (from > 1 && !isPlace(before.child(from - 1)) && reshapes(before.child(from - 1))) from--;
    // What comes behind may be what the end of a paragraph goes on in.
    while (behind > 0 && !isPlace(before.child(before.childCount - behind))) {
      const next = before.child(before.childCount - behind);
      behind--;
      if (!reshapes(next)) break;
    }
  }
  return [from, before.childCount - behind, after.childCount - behind];
}

function isPlace(node: Node): boolean {
  return node.type.name === "clause" || node.type.name === "clauseMove";
}

function titleOnly(clause: Node): Node {
  return clause.copy(Fragment.from(clause.firstChild));
}

function blocksOf(clause: Node, from: number, to: number): Node {
  const title = clause.type.schema.nodes.clauseTitle?.create();
  const blocks = Fragment.from(clause.content.content.slice(from, to));
  const held = clause.type.create({ id: "part" }, title ? Fragment.from(title).append(blocks) : blocks);
  return clause.type.schema.topNodeType.create(null, held);
}

function textOf(clauses: readonly Node[], doc: Node): Node {
  const end = doc.type.schema.nodeFromJSON({ type: "clause", attrs: { id: `${lastClauseId}-end` }, content: [{ type: "clauseTitle" }] });
  return doc.type.schema.topNodeType.create(null, [...clauses, end]);
}

function sameWithoutOwn(parts: readonly Part[], author: string): boolean {
  const own = (stamp: Stamp) => stamp.author === author;
  return parts.every(({ before, after }) => settleChosen(before, own, "rejected").doc.eq(settleChosen(after, own, "rejected").doc));
}

/** Inside a clause or row of one's own, others may suggest too: what they suggest is not taken away with it. */
function othersWordsStay(parts: readonly Part[], author: string): boolean {
  return parts.every(({ before, after }) => {
    const now = othersWords(after, author);
    return [...othersWords(before, author)].every(([id, words]) => now.get(id) === words);
  });
}

function othersWords(doc: Node, author: string): Map<string, string> {
  const words = new Map<string, string>();
  const add = (stamp: Stamp, what: string) => stamp.author !== author && words.set(stamp.id, (words.get(stamp.id) ?? "") + what);
  eachSuggested(doc, (node) => {
    const insertion = node.isInline ? markStamp(node, "insertion") : null;
    if (insertion) add(insertion, node.text ?? node.type.name);
    for (const [name, stamp] of stampsOf(node)) if (name === "added") add(stamp, `<${node.type.name}>`);
  });
  return words;
}

/**
 * The anchors on one's own letters may go, since the letters may; none comes, and none is copied to other letters.
 * What stands on anybody else's letters is looked at with the text itself.
 */
function anchorsOnlyGo(parts: readonly Part[], author: string): boolean {
  return parts.every(({ before, after }) => {
    const had = anchoredLetters(before, author);
    return [...anchoredLetters(after, author)].every(([thread, count]) => count <= (had.get(thread) ?? 0));
  });
}

function anchoredLetters(doc: Node, author: string): Map<unknown, number> {
  const found = new Map<unknown, number>();
  eachSuggested(doc, (node) => {
    if (!node.isInline || markStamp(node, "insertion")?.author !== author) return;
    for (const { type, attrs } of node.marks) if (type.name === "comment") found.set(attrs.thread, (found.get(attrs.thread) ?? 0) + node.nodeSize);
  });
  return found;
}

/** New stamps are one's own by now; they must also be of about now, and their ids nobody else's. */
function stampFault(before: Node, parts: readonly Part[], author: string, now: number): string | null {
  const fresh = new Set<string>();
  for (const part of parts) {
    const had = new Set(ownStamps(part.before, author).map(({ id, at }) => `${id} ${at}`));
    for (const { id, at } of ownStamps(part.after, author)) {
      if (had.has(`${id} ${at}`)) continue;
      if (Date.parse(at) > now + latest) return "This suggestion is dated in the future.";
      fresh.add(id);
    }
  }
  return fresh.size > 0 && isTaken(before, fresh, author) ? "This suggestion bears the name of somebody else's." : null;
}

function ownStamps(doc: Node, author: string): Stamp[] {
  const found: Stamp[] = [];
  eachStamp(doc, (stamp) => void (stamp.author === author && found.push(stamp)));
  return found;
}

function isTaken(doc: Node, ids: ReadonlySet<string>, author: string): boolean {
  let taken = false;
  eachStamp(doc, ({ id, author: whose }) => {
    taken ||= whose !== author && ids.has(id);
  });
  return taken;
}

function eachStamp(doc: Node, visit: (stamp: Stamp) => void): void {
  eachSuggested(doc, (node) => {
    for (const mark of node.marks) if (isSuggestion(mark)) visit(stampOf(mark));
    for (const [, stamp] of stampsOf(node)) visit(stamp);
  });
}
