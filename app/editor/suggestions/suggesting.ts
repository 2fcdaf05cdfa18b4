import { Fragment, Slice, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import { ReplaceStep } from "@tiptap/pm/transform";
import { differing } from "../differing";
import { cameFromElsewhere } from "../schema/clause-ids";
import { writeStamp, type Stamp } from "../schema/stamp";
import { asAdded, sliceAsAdded } from "./as-added";
import { changedRanges, markedRanges, type ChangedRange } from "./changed-ranges";
import { suggestionRuling } from "./ruling";
import { settleAll } from "./settle";
import { clausesIn, sameClauses, suggestClauses } from "./suggest-clauses";
import { suggestDeletion } from "./suggest-deletion";
import { suggestForms } from "./suggest-forms";
import { isSuggestion, markStamp, stampOf } from "./suggestion-parts";

const cannot = "This change cannot be suggested. Change less at a time, or write a comment.";
const blockedForm = "Somebody else already suggests another form for these words.";

/**
 * Makes of an ordinary change of the text one that only suggests it: the transaction to dispatch in its place. What brings others' steps,
 * what undoes one's own suggestions and what changes only them is given back as it came. Null when the change cannot be suggested; `refused` is told why.
 */
export function suggesting(state: EditorState, transaction: Transaction, stamp: () => Stamp, refused: (reason: string) => void = () => undefined): Transaction | null {
  if (!transaction.docChanged || cameFromElsewhere(transaction)) return transaction;
  const mine = stamp();
  const isOwn = suggestionRuling(state.doc, transaction.doc, mine.author) === null;
  if (isOwn && (transaction.getMeta("history$") || bringsOnlyOwn(transaction, mine.author))) return transaction;
  const ways = sameClauses(state.doc, transaction.doc) ? [inWords, inBlocks, inLetters] : [inClauses, inLetters];
  let reason = cannot;
  for (const way of ways) {
    const made = attempt(() => checked(way(state, transaction, mine, (why) => (reason = why)), transaction));
    if (made && isSound(state.doc, made.doc, mine.author)) return keepingMeta(made, transaction);
  }
  refused(reason);
  return null;
}

function attempt(make: () => Transaction | null): Transaction | null {
  try {
    return make();
  } catch {
    // A place where this cannot stand is thrown, not answered: another way is tried.
    return null;
  }
}

/** What is put together from blocks is checked; letters in one block always fit. */
function checked(made: Transaction | null, transaction: Transaction): Transaction | null {
  if (made && !isSimple(transaction.before, transaction.doc, changedRanges(transaction))) made.doc.check();
  return made;
}

function isSound(before: Node, after: Node, author: string): boolean {
  return before === after || (suggestionRuling(before, after, author) === null);
}

/** Letters that came into one's own suggestion are one's own; they may have taken on what somebody else suggests beside them. */
function bringsOnlyOwn(transaction: Transaction, author: string): boolean {
  let only = true;
  for (const { newFrom, newTo } of changedRanges(transaction))
    transaction.doc.nodesBetween(newFrom, newTo, (node) => {
      only &&= node.marks.every((mark) => !isSuggestion(mark) || stampOf(mark).author === author);
    });
  return only;
}

function keepingMeta(made: Transaction, transaction: Transaction): Transaction {
  for (const key of ["uiEvent", "paste", "addToHistory", "composition"]) {
    const held: unknown = transaction.getMeta(key);
    if (held !== undefined) made.setMeta(key, held);
  }
  return transaction.scrolledIntoView ? made.scrollIntoView() : made;
}

/** Letter by letter: what was replaced is to go, what stands in its place is to come. */
function inWords(state: EditorState, transaction: Transaction, stamp: Stamp, refused: (reason: string) => void): Transaction | null {
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

function isSimple(before: Node, after: Node, ranges: readonly ChangedRange[]): boolean {
  const within = ($from: ResolvedPos, $to: ResolvedPos) => $from.parent === $to.parent && $from.parent.inlineContent;
  return ranges.every(({ from, to, newFrom, newTo }) => within(before.resolve(from), before.resolve(to)) && within(after.resolve(newFrom), after.resolve(newTo)));
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
  insert(made, place, meant.slice(newFrom, newTo), stamp);
  return { cursor: (offset) => place + offset };
}

function insert(made: Transaction, place: number, slice: Slice, stamp: Stamp): void {
  if (slice.openStart !== slice.openEnd) throw new RangeError("This does not stand in one place");
  const $place = made.doc.resolve(place);
  if (slice.openStart > 0 && $place.parent.type.name === "clauseTitle") return splitTitle(made, $place, slice, stamp);
  const { endInserted, endDeleted } = $place.parent.attrs as { endInserted: unknown; endDeleted: unknown };
  made.step(new ReplaceStep(place, place, sliceAsAdded(slice, stamp, slice.openEnd > 0 ? { endInserted, endDeleted } : null)));
  if (slice.openStart === 0 || $place.parent.type.name !== "paragraph") return;
  made.setNodeAttribute($place.before(), "endInserted", writeStamp(stamp));
  if (endDeleted) made.setNodeAttribute($place.before(), "endDeleted", null);
}

/** A title has no end that could be suggested: its tail goes, and comes as a new paragraph. */
function splitTitle(made: Transaction, $place: ResolvedPos, slice: Slice, stamp: Stamp): void {
  const paragraph = made.doc.type.schema.nodes.paragraph;
  const last = slice.content.lastChild;
  if (!paragraph || !last || slice.openStart !== 1 || last.type !== paragraph) throw new RangeError("A title cannot be split like this");
  const tail = $place.parent.content.cut($place.parentOffset);
  const first = slice.content.firstChild?.content ?? Fragment.empty;
  const between = slice.content.content.slice(1, -1);
  const blocks = Fragment.from([...between, paragraph.create(null, last.content.append(tail))]);
  made.insert($place.after(), asAdded(blocks, stamp));
  suggestDeletion(made, $place.pos, $place.end(), stamp);
  if (first.size > 0) made.insert($place.pos, asAdded(first, stamp));
}

/** What goes on with one's own suggestion beside it is the same suggestion. */
function neighbour(doc: Node, from: number, to: number, inserts: boolean, fresh: Stamp): Stamp {
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  const beside = [$from.parent.inlineContent ? $from.nodeBefore : null, $to.parent.inlineContent ? $to.nodeAfter : null].filter((node) => node !== null);
  const kinds = inserts && from === to ? (["insertion", "deletion"] as const) : (["deletion"] as const);
  for (const kind of kinds)
    for (const node of beside) {
      const stamp = markStamp(node, kind);
      if (stamp?.author === fresh.author) return stamp;
    }
  return fresh;
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

/** Whole blocks: the ones that stand there are to go, the ones that were meant are to come. */
function inBlocks(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
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

/** A selection across blocks that nothing else can do: its words go, and words that came stand where it begins. */
function inLetters(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
  const { from, to, empty, $from } = state.selection;
  if (empty || !$from.parent.inlineContent) return null;
  const made = state.tr;
  suggestDeletion(made, from, to, stamp);
  const came = transaction.steps.flatMap((step) => (step instanceof ReplaceStep && step.slice.content.firstChild?.isInline ? step.slice.content.content : []));
  if (came.length > 0) made.insert(from, asAdded(Fragment.from(came), stamp));
  const place = from + Fragment.from(came).size;
  return made.setSelection(selectionAt(made.doc, { anchor: place, head: place }));
}

/** Clauses as wholes, and then the words of those that stayed. */
function inClauses(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
  const made = state.tr;
  const { $from } = transaction.selection;
  const moved = clauseAround($from);
  const before = clausesIn(state.doc);
  suggestClauses(made, transaction.doc, moved, stamp);
  ownWords(made, state.doc, transaction.doc, stamp);
  const now = moved === null ? undefined : placeOf(made.doc, moved);
  const then = moved === null ? undefined : placeOf(transaction.doc, moved);
  const place = now !== undefined && then !== undefined ? now + $from.pos - then : moved !== null && !before.has(moved) ? firstFresh(made.doc, before) : made.mapping.map(state.selection.from);
  return made.setSelection(Selection.near(made.doc.resolve(Math.max(0, Math.min(place, made.doc.content.size)))));
}

function ownWords(made: Transaction, before: Node, meant: Node, stamp: Stamp): void {
  for (const [id, { node: other }] of clausesIn(meant)) {
    const was = clausesIn(before).get(id)?.node;
    const [from, newFrom] = [placeOf(before, id), placeOf(meant, id)];
    if (!was || from === undefined || newFrom === undefined) continue;
    const [one, two] = [ownPart(was), ownPart(other)];
    const range = differing(one, two);
    if (!range) continue;
    const steps = made.mapping.maps.length;
    const [at, to] = [made.mapping.map(from + 1 + range.start, -1), made.mapping.map(from + 1 + range.end, -1)];
    if (to > at) suggestDeletion(made, at, to, stamp);
    if (range.otherEnd > range.start) insert(made, made.mapping.slice(steps).map(to), meant.slice(newFrom + 1 + range.start, newFrom + 1 + range.otherEnd), stamp);
  }
}

function ownPart(clause: Node): Fragment {
  return Fragment.from(clause.content.content.filter(({ type }) => type.name !== "clause" && type.name !== "clauseMove"));
}

function clauseAround($at: ResolvedPos): string | null {
  for (let depth = $at.depth; depth > 0; depth--) if ($at.node(depth).type.name === "clause") return String($at.node(depth).attrs.id);
  return null;
}

function placeOf(doc: Node, id: string): number | undefined {
  let found: number | undefined;
  doc.descendants((node, at) => {
    if (node.type.name === "clause" && node.attrs.id === id) found ??= at;
    return node.type.name === "clause";
  });
  return found;
}

function firstFresh(doc: Node, before: ReadonlyMap<string, unknown>): number {
  let found = 0;
  doc.descendants((node, at) => {
    if (node.type.name === "clause" && !before.has(String(node.attrs.id)) && found === 0) found = at + 2;
    return node.type.name === "clause";
  });
  return found;
}

function selectionAt(doc: Node, { anchor, head }: { anchor: number; head: number }): Selection {
  const within = (at: number) => Math.max(0, Math.min(doc.content.size, at));
  return TextSelection.between(doc.resolve(within(anchor)), doc.resolve(within(head)));
}
