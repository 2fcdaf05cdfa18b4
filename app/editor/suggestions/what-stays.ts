import type { Node } from "@tiptap/pm/model";
import { endThatGoes, letterThatGoes, markStamp, stampAt, stampsOf, wholeThatGoes } from "./suggestion-parts";
import type { Verdict } from "./settle";
import type { Stamp } from "../schema/stamp";

// Settling one suggestion must not depend on which other one is settled before. What decides about structure is
// therefore asked of the text as it will be once all are settled: the questions below.

/** Whether letters of this textblock are left once all is settled. */
export function keepsLetters(block: Node, verdict: Verdict): boolean {
  const going = letterThatGoes(verdict);
  for (let at = 0; at < block.childCount; at++) if (!markStamp(block.child(at), going)) return true;
  return false;
}

/** Whether a row, cell or clause holds letters in its own blocks that nobody suggested: then it is not rejected with its adding. */
export function holdsBaseLetters(node: Node): boolean {
  for (let at = 0; at < node.childCount; at++) {
    const child = node.child(at);
    if (child.type.name === "clause" || child.type.name === "clauseMove") continue;
    if (child.isInline ? !markStamp(child, "insertion") : holdsBaseLetters(child)) return true;
  }
  return false;
}

/** The stamp with which a whole clause, row or cell goes. */
export function goesWith(node: Node, verdict: Verdict): Stamp | null {
  const stamp = stampAt(node, wholeThatGoes(verdict));
  return stamp && (verdict === "accepted" || !holdsBaseLetters(node)) ? stamp : null;
}

/** A paragraph that is there in the end: it has letters, or its end stays. */
function isSolid(paragraph: Node, verdict: Verdict): boolean {
  return !stampAt(paragraph, endThatGoes(verdict)) || keepsLetters(paragraph, verdict);
}

function vanishes(block: Node, verdict: Verdict): boolean {
  if (block.type.name === "paragraph") return !isSolid(block, verdict);
  if (block.type.name === "table") return every(block, (row) => rowGoes(row, verdict));
  return every(block, (child) => vanishes(child, verdict));
}

function rowGoes(row: Node, verdict: Verdict): boolean {
  return goesWith(row, verdict) !== null || (row.childCount > 0 && every(row, (cell) => goesWith(cell, verdict) !== null));
}

/** Where a paragraph goes on, and the stretches of text from which everything that vanishes must be gone before. */
export type GoesOn = { place: number; over: [number, number][] };

/**
 * Where the paragraph stands that the one at this place goes on in when its end goes: the next one of the same parent, or the
 * first one of the next entry of the list; what vanishes in between does not count. Null when a block or the parent's end is in the way.
 */
export function goesOnIn(doc: Node, at: number, verdict: Verdict): GoesOn | null {
  const $at = doc.resolve(at);
  const end = at + (doc.nodeAt(at)?.nodeSize ?? 0);
  const seen: Seen = { first: null };
  const over: [number, number][] = [];
  const reached = (place: number | null): GoesOn | null => (place === null ? null : { place, over: [...over, [end, place]] });
  const { parent } = $at;
  let place = end;
  for (let index = $at.index() + 1; index < parent.childCount; index++) {
    const child = parent.child(index);
    if (child.type.name === "paragraph") {
      seen.first ??= place;
      if (isSolid(child, verdict)) return reached(seen.first);
    } else if (!vanishes(child, verdict)) return null;
    place += child.nodeSize;
  }
  for (let depth = $at.depth; $at.node(depth).type.name === "listItem"; depth -= 2) {
    const found = inEntries($at.node(depth - 1), $at.index(depth - 1) + 1, $at.after(depth), seen, verdict);
    if (found !== null) return reached(found);
    // The list is at its end. It comes up into the list around it when nothing is left above it in its entry.
    const entry = $at.node(depth - 2);
    const index = $at.index(depth - 2);
    if (entry.type.name !== "listItem" || vanishes($at.node(depth - 1), verdict) || !entry.content.content.slice(0, index).every((child) => vanishes(child, verdict))) return null;
    over.push([$at.start(depth - 2), $at.before(depth - 1)]);
    const behind = inEntry(entry, index + 1, $at.after(depth - 1), seen, verdict);
    if (behind !== null) return reached(behind);
  }
  return null;
}

type Seen = { first: number | null };

function inEntries(list: Node, from: number, place: number, seen: Seen, verdict: Verdict): number | null {
  for (let index = from; index < list.childCount; index++) {
    const found = inEntry(list.child(index), 0, place + 1, seen, verdict);
    if (found !== null) return found;
    place += list.child(index).nodeSize;
  }
  return null;
}

function inEntry(entry: Node, from: number, place: number, seen: Seen, verdict: Verdict): number | null {
  const before = seen.first;
  for (let at = from; at < entry.childCount; at++) {
    const child = entry.child(at);
    if (child.type.name === "paragraph") {
      seen.first ??= place;
      if (isSolid(child, verdict)) return seen.first;
    } else if (!vanishes(child, verdict)) {
      // Nothing of this entry is left above its inner list: the entries of that list come up to its place.
      seen.first = before;
      return inEntries(child, 0, place + 1, seen, verdict);
    }
    place += child.nodeSize;
  }
  return null;
}

/** The first thing between two places that still waits to go. */
export function firstToGo(doc: Node, from: number, to: number, verdict: Verdict, settled: (stamp: Stamp) => boolean): Stamp | null {
  const names: readonly string[] = [endThatGoes(verdict), wholeThatGoes(verdict)];
  let found: Stamp | null = null;
  doc.nodesBetween(from, to, (node, at) => {
    if (found) return false;
    const stamp = node.isInline ? markStamp(node, letterThatGoes(verdict)) : at >= from ? (stampsOf(node).find(([name]) => names.includes(name))?.[1] ?? null) : null;
    if (stamp && !settled(stamp)) found = stamp;
    return !found;
  });
  return found;
}

function every(node: Node, test: (child: Node) => boolean): boolean {
  for (let at = 0; at < node.childCount; at++) if (!test(node.child(at))) return false;
  return true;
}
