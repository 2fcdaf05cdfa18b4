import type { Node, ResolvedPos } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import type { Stamp } from "../schema/stamp";
import { asAdded } from "./as-added";
import { changedRanges } from "./changed-ranges";
import { attempt, isSound, selectionAt } from "./soundness";
import { suggestDeletion } from "./suggest-deletion";

/** Whole blocks: the ones that stand there are to go, the ones that were meant are to come. */
export function inBlocks(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
  const ranges = changedRanges(transaction);
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return null;
  const before = { doc: state.doc, $from: state.doc.resolve(first.from), $to: state.doc.resolve(last.to) };
  const after = { doc: transaction.doc, $from: transaction.doc.resolve(first.newFrom), $to: transaction.doc.resolve(last.newTo) };
  for (let depth = sharedDepth(before, after, Infinity); depth > 0; depth = sharedDepth(before, after, depth - 1)) {
    const made = attempt(() => exchange(state, transaction, before, after, depth, stamp));
    if (made && isSound(state.doc, made.doc, stamp.author)) return made;
  }
  return null;
}

function exchange(state: EditorState, transaction: Transaction, before: Span, after: Span, depth: number, stamp: Stamp): Transaction {
  const [from, to] = blocksAround(before, depth);
  const [newFrom, newTo] = blocksAround(after, depth);
  const made = state.tr.insert(to, asAdded(transaction.doc.slice(newFrom, newTo).content, stamp));
  suggestDeletion(made, from, to, stamp);
  const place = made.mapping.slice(1).map(to, 1);
  const inside = (at: number) => (at >= newFrom && at <= newTo ? place + at - newFrom : made.mapping.map(transaction.mapping.invert().map(at)));
  return made.setSelection(selectionAt(made.doc, { anchor: inside(transaction.selection.anchor), head: inside(transaction.selection.head) }));
}

type Span = { doc: Node; $from: ResolvedPos; $to: ResolvedPos };

function sharedDepth(before: Span, after: Span, most: number): number {
  let depth = Math.min(most, before.$from.sharedDepth(before.$to.pos), after.$from.sharedDepth(after.$to.pos));
  const fits = (at: number) => {
    for (let level = 0; level <= at; level++) if (!before.$from.node(level).sameMarkup(after.$from.node(level)) || before.$from.start(level) !== after.$from.start(level)) return false;
    const { type } = before.$from.node(at);
    return !type.inlineContent && type.name !== "tableRow" && type.name !== "doc";
  };
  while (depth > 0 && !fits(depth)) depth--;
  return depth;
}

function blocksAround({ $from, $to }: Span, depth: number): [number, number] {
  return [$from.depth > depth ? $from.before(depth + 1) : $from.pos, $to.depth > depth ? $to.after(depth + 1) : $to.pos];
}
