import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import type { Stamp } from "../schema/stamp";
import { asAdded } from "./as-added";
import { changedRanges, markedRanges, type ChangedRange } from "./changed-ranges";
import { settleAll } from "./settle";
import { isSimple, selectionAt } from "./soundness";
import { suggestDeletion } from "./suggest-deletion";
import { suggestForms } from "./suggest-forms";
import { suggestInsertion } from "./suggest-insertion";
import { markStamp, stampAt } from "./suggestion-parts";

const blockedForm = "Somebody else already suggests another form for these words.";

/** Letter by letter: what was replaced is to go, what stands in its place is to come. */
export function inWords(state: EditorState, transaction: Transaction, stamp: Stamp, refused: (reason: string) => void): Transaction | null {
  const ranges = changedRanges(transaction);
  const made = state.tr;
  const blocked = forms(made, transaction, ranges, stamp);
  const inverted = transaction.mapping.invert();
  const placed = [...ranges].reverse().map((range) => ({ ...range, ...replace(made, state, transaction.doc, range, stamp), maps: made.mapping.maps.length }));
  const cursorAt = (at: number) => {
    const inside = placed.find(({ newFrom, newTo }) => at >= newFrom && at <= newTo);
    return inside ? made.mapping.slice(inside.maps).map(inside.cursor(at - inside.newFrom)) : made.mapping.map(inverted.map(at));
  };
  if (!isSimple(state.doc, transaction.doc, ranges) && !settleAll(made.doc, "accepted").eq(settleAll(transaction.doc, "accepted")) && !takesWords(state.doc, ranges)) return null;
  if (blocked > 0 && !made.docChanged) {
    refused(blockedForm);
    return null;
  }
  return made.setSelection(selectionAt(made.doc, { anchor: cursorAt(transaction.selection.anchor), head: cursorAt(transaction.selection.head) }));
}

/** A deletion of words across blocks may leave blocks standing that an ordinary one would join. */
function takesWords(before: Node, ranges: readonly ChangedRange[]): boolean {
  return ranges.length === 1 && ranges.every(({ from, to }) => before.textBetween(from, to, "", "*").length > 0);
}

function replace(made: Transaction, state: EditorState, meant: Node, { from, to, newFrom, newTo }: ChangedRange, fresh: Stamp): { cursor: (offset: number) => number } {
  const before = state.doc;
  const stamp = neighbour(before, from, to, newTo > newFrom, fresh);
  const [$from, $to] = [before.resolve(from), before.resolve(to)];
  const beside = $from.parent === $to.parent;
  const steps = made.steps.length;
  if (to > from) suggestDeletion(made, from, to, stamp);
  const map = made.mapping.slice(steps);
  if (newTo === newFrom) {
    const forward = state.selection.empty && state.selection.from === from && to > from;
    const past = forward ? pastDeleted(before, to, 1) : pastDeleted(before, from, -1);
    const skips = made.steps.length === steps;
    const place = forward ? map.map(skips ? past : to) : map.map(skips ? past : from, -1);
    return { cursor: () => place };
  }
  const place = map.map(beside ? to : from, beside ? 1 : -1);
  suggestInsertion(made, place, meant.slice(newFrom, newTo), stamp);
  return { cursor: (offset) => place + offset };
}

/** What goes on with one's own suggestion beside it is the same suggestion; so is what is put into a clause, a row or a paragraph that is only suggested. */
function neighbour(doc: Node, from: number, to: number, inserts: boolean, fresh: Stamp): Stamp {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const beside = [$from.parent.inlineContent ? $from.nodeBefore : null, $to.parent.inlineContent ? $to.nodeAfter : null].filter((node) => node !== null);
  const adds = inserts && from === to;
  const kinds = adds ? (["insertion", "deletion"] as const) : (["deletion"] as const);
  for (const kind of kinds)
    for (const node of beside) {
      const stamp = markStamp(node, kind);
      if (stamp?.author === fresh.author) return stamp;
    }
  return (adds ? ownAround($from, fresh.author) : null) ?? fresh;
}

/** One's own suggestion that brings the paragraph at whose beginning one writes, or what is around it. */
function ownAround($at: ResolvedPos, author: string): Stamp | null {
  const isOwn = (stamp: Stamp | null) => (stamp?.author === author ? stamp : null);
  const before = $at.parentOffset === 0 && $at.depth > 0 ? paragraphBefore($at) : null;
  const ended = before && isOwn(stampAt(before, "endInserted"));
  if (ended) return ended;
  for (let depth = $at.depth; depth > 0; depth--) {
    const added = isOwn(stampAt($at.node(depth), "added"));
    if (added) return added;
  }
  return null;
}

/** The paragraph that ends where this one begins, also as the entry of a list before. */
function paragraphBefore($at: ResolvedPos): Node | null {
  const before = $at.doc.resolve($at.before()).nodeBefore;
  if (before) return before.type.name === "paragraph" ? before : null;
  const entry = $at.node(-1).type.name === "listItem" ? $at.doc.resolve($at.before(-1)).nodeBefore : null;
  return entry?.lastChild?.type.name === "paragraph" ? entry.lastChild : null;
}

function pastDeleted(doc: Node, from: number, way: 1 | -1): number {
  let place = from;
  for (let $at = doc.resolve(place); ; $at = doc.resolve(place)) {
    const node = way === 1 ? $at.nodeAfter : $at.nodeBefore;
    if (!node?.isInline || !markStamp(node, "deletion")) return place;
    place += way * node.nodeSize;
  }
}

function forms(made: Transaction, transaction: Transaction, ranges: readonly ChangedRange[], stamp: Stamp): number {
  const inverted = transaction.mapping.invert();
  const pieces: { from: number; meant: Node; letter: Node; length: number }[] = [];
  for (const { from, to } of markedRanges(transaction))
    transaction.doc.nodesBetween(from, to, (meant, at) => {
      if (!meant.isInline) return;
      for (let place = Math.max(from, at); place < Math.min(to, at + meant.nodeSize); ) {
        const old = inverted.map(place, 1);
        const letter = transaction.before.nodeAt(old);
        const start = letter ? old - transaction.before.resolve(old).textOffset : old;
        const length = letter?.isInline ? Math.min(start + letter.nodeSize - old, Math.min(to, at + meant.nodeSize) - place) : 1;
        const isNew = ranges.some(({ newFrom, newTo }) => place >= newFrom && place < newTo);
        if (letter?.isInline && !isNew) pieces.push({ from: old, meant, letter, length });
        place += isNew ? 1 : length;
      }
    });
  return pieces.length > 0 ? suggestForms(made, pieces, stamp) : 0;
}

/** A selection across blocks that nothing else can do: its words go, and words that came stand where it begins. */
export function inLetters(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
  const { from, to, empty, $from } = state.selection;
  if (empty || !$from.parent.inlineContent) return null;
  const made = state.tr;
  suggestDeletion(made, from, to, stamp);
  const came = transaction.steps.flatMap((step) => (step instanceof ReplaceStep && step.slice.content.firstChild?.isInline ? step.slice.content.content : []));
  if (came.length > 0) made.insert(from, asAdded(Fragment.from(came), stamp));
  const place = from + Fragment.from(came).size;
  return made.setSelection(selectionAt(made.doc, { anchor: place, head: place }));
}
