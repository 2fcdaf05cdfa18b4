import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { mostClauses } from "../schema/clause-depth";
import type { Stamp } from "../schema/stamp";
import { removePlace } from "./settle-clauses";
import { eachSuggested, stampAt, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";

type Move = { at: number; clause: string; stamp: Stamp; into: string | null };

/** Moves clauses to the places where they would stand, or takes these places away. */
export function settleMoves(target: Transform, chosen: Chosen, verdict: Verdict): void {
  const moves = movesOf(target.doc);
  const possible = verdict === "accepted" && moves.length > 0 ? possibleMoves(target.doc, moves) : new Set<Move>();
  for (const move of moves.filter(({ stamp }) => chosen(stamp))) {
    const place = placeOfMove(target.doc, move);
    if (place === null) continue;
    if (possible.has(move)) moveTo(target, move, place);
    else removePlace(target, place);
  }
}

/** In the order in which they were suggested: of two for one clause, the later one is where it goes in the end. */
function movesOf(doc: Node): Move[] {
  const moves: Move[] = [];
  eachSuggested(doc, (node, at, parent) => {
    const stamp = node.type.name === "clauseMove" ? (stampAt(node, "added") ?? unknown) : null;
    if (stamp) moves.push({ at, clause: String(node.attrs.clause), stamp, into: parent.type.name === "clause" ? String(parent.attrs.id) : null });
    return node.type.name === "clause";
  });
  return moves.sort(inOrder);
}

const unknown: Stamp = { id: "unknown", author: "unknown", at: "1970-01-01T00:00:00Z" };

function inOrder(one: Move, other: Move): number {
  return compare(one.stamp.at, other.stamp.at) || compare(one.stamp.id, other.stamp.id) || one.at - other.at;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Which moves can be made when all are: none into the clause itself, none too deep, none of a clause that is to go. */
function possibleMoves(doc: Node, moves: readonly Move[]): Set<Move> {
  const above = new Map<string, string | null>();
  const going = new Set<string>();
  doc.descendants((node, _at, parent) => {
    if (node.type.name !== "clause") return false;
    above.set(String(node.attrs.id), parent?.type.name === "clause" ? String(parent.attrs.id) : null);
    if (node.attrs.removed) going.add(String(node.attrs.id));
    return true;
  });
  const possible = new Set<Move>();
  for (const move of moves) {
    const from = above.get(move.clause);
    if (from === undefined || going.has(move.clause)) continue;
    above.set(move.clause, move.into);
    if (isTree(above)) possible.add(move);
    else above.set(move.clause, from);
  }
  return possible;
}

function isTree(above: ReadonlyMap<string, string | null>): boolean {
  for (const id of above.keys()) {
    let levels = 0;
    for (let up: string | null | undefined = id; up; up = above.get(up)) if (++levels > mostClauses) return false;
  }
  return true;
}

function placeOfMove(doc: Node, { clause, stamp }: Move): number | null {
  let found: number | null = null;
  eachSuggested(doc, (node, at) => {
    if (node.type.name === "clauseMove" && node.attrs.clause === clause && (stampAt(node, "added") ?? unknown).id === stamp.id) found ??= at;
    return node.type.name === "clause";
  });
  return found;
}

function moveTo(target: Transform, move: Move, place: number): void {
  const from = placeOfClause(target.doc, move.clause);
  const clause = from === null ? null : target.doc.nodeAt(from);
  if (from === null || !clause || (place > from && place < from + clause.nodeSize) || !fitsAt(target.doc, place, clause)) return removePlace(target, place);
  target.replaceWith(place, place + 1, clause);
  const left = target.mapping.maps.at(-1)?.map(from, 1) ?? from;
  target.delete(left, left + clause.nodeSize);
  for (const earlier of movesOf(target.doc)) {
    if (earlier.clause !== move.clause || inOrder(earlier, move) > 0) continue;
    const there = placeOfMove(target.doc, earlier);
    if (there !== null) removePlace(target, there);
  }
}

function fitsAt(doc: Node, place: number, clause: Node): boolean {
  return doc.resolve(place).depth + levelsOf(clause) <= mostClauses;
}

function levelsOf(clause: Node): number {
  let below = 0;
  clause.forEach((child) => {
    if (child.type.name === "clause") below = Math.max(below, levelsOf(child));
  });
  return below + 1;
}

export function placeOfClause(doc: Node, id: string): number | null {
  let found: number | null = null;
  doc.descendants((node, at) => {
    if (node.type.name !== "clause" || found !== null) return false;
    if (node.attrs.id === id) found = at;
    return true;
  });
  return found;
}
