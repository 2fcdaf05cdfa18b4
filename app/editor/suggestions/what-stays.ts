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

/**
 * Where the paragraph stands that the one at this place goes on in when its end goes: the next one of the same parent, or the
 * first one of the next entry of the list; what vanishes in between does not count. Null when a block or the parent's end is in the way.
 */
export function goesOnIn(doc: Node, at: number, verdict: Verdict): number | null {
  const $at = doc.resolve(at);
  const { parent } = $at;
  const seen: { first: number | null } = { first: null };
  let place = at + (doc.nodeAt(at)?.nodeSize ?? 0);
  for (let index = $at.index() + 1; index < parent.childCount; index++) {
    const child = parent.child(index);
    if (child.type.name === "paragraph") {
      seen.first ??= place;
      if (isSolid(child, verdict)) return seen.first;
    } else if (!vanishes(child, verdict)) return null;
    place += child.nodeSize;
  }
  if (parent.type.name !== "listItem") return null;
  return inEntries($at.node(-1), $at.index(-1) + 1, $at.after(), seen, verdict);
}

function inEntries(list: Node, from: number, place: number, seen: { first: number | null }, verdict: Verdict): number | null {
  for (let index = from; index < list.childCount; index++) {
    const entry = list.child(index);
    const before = seen.first;
    let within = place + 1;
    for (let at = 0; at < entry.childCount; at++) {
      const child = entry.child(at);
      if (child.type.name === "paragraph") {
        seen.first ??= within;
        if (isSolid(child, verdict)) return seen.first;
      } else if (!vanishes(child, verdict)) {
        // Nothing of this entry is left above its inner list: the entries of that list come up to its place.
        seen.first = before;
        return inEntries(child, 0, within + 1, seen, verdict);
      }
      within += child.nodeSize;
    }
    place += entry.nodeSize;
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
