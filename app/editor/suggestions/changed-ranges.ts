import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { AddMarkStep, AttrStep, RemoveMarkStep } from "@tiptap/pm/transform";

/** A piece of the text before and the piece that stands in its place now. */
export type ChangedRange = { from: number; to: number; newFrom: number; newTo: number };

/** What a transaction replaced, in reading order, without what only looks replaced. */
export function changedRanges(transaction: Transaction): ChangedRange[] {
  const ranges: ChangedRange[] = [];
  const { mapping } = transaction;
  const inverted = mapping.invert();
  mapping.maps.forEach((map, index) => {
    const later = mapping.slice(index + 1);
    map.forEach((_from, _to, from, to) => ranges.push(inOld(later.map(from, -1), later.map(to, 1))));
    const step = transaction.steps[index];
    const changed = step instanceof AttrStep ? transaction.docs[index]?.nodeAt(step.pos) : null;
    if (changed && step instanceof AttrStep) ranges.push(inOld(later.map(step.pos), later.map(step.pos + changed.nodeSize)));
  });
  return joined(ranges).map((range) => trimmed(range, transaction.before, transaction.doc)).filter(({ from, to, newFrom, newTo }) => from !== to || newFrom !== newTo);

  function inOld(newFrom: number, newTo: number): ChangedRange {
    return { from: inverted.map(newFrom, -1), to: inverted.map(newTo, 1), newFrom, newTo };
  }
}

/** Where a transaction changed marks, in the text as it is now. */
export function markedRanges(transaction: Transaction): { from: number; to: number }[] {
  return transaction.steps.flatMap((step, index) => {
    if (!(step instanceof AddMarkStep || step instanceof RemoveMarkStep)) return [];
    const later = transaction.mapping.slice(index + 1);
    return [{ from: later.map(step.from, 1), to: later.map(step.to, -1) }];
  });
}

function joined(ranges: ChangedRange[]): ChangedRange[] {
  const whole: ChangedRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.newFrom - other.newFrom || one.newTo - other.newTo)) {
    const last = whole.at(-1);
    if (!last || range.newFrom > last.newTo || range.from > last.to) whole.push({ ...range });
    else {
      last.from = Math.min(last.from, range.from);
      last.to = Math.max(last.to, range.to);
      last.newTo = Math.max(last.newTo, range.newTo);
    }
  }
  return whole;
}

/** The beginnings and ends of blocks that are there before and after are no change. */
function trimmed({ from, to, newFrom, newTo }: ChangedRange, before: Node, after: Node): ChangedRange {
  while (from < to && newFrom < newTo) {
    const [one, other] = [before.resolve(from).nodeAfter, after.resolve(newFrom).nodeAfter];
    if (!one || !other || one.isInline || one.isAtom || !one.sameMarkup(other)) break;
    from++;
    newFrom++;
  }
  while (from < to && newFrom < newTo) {
    const [one, other] = [before.resolve(to).nodeBefore, after.resolve(newTo).nodeBefore];
    if (!one || !other || one.isInline || one.isAtom || !one.sameMarkup(other)) break;
    to--;
    newTo--;
  }
  return { from, to, newFrom, newTo };
}
