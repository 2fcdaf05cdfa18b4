import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { mostClauses } from "../schema/clause-depth";
import { writeStamp, type Stamp } from "../schema/stamp";
import { asAdded } from "./as-added";
import { removePlace } from "./settle-clauses";
import { placeOfClause } from "./settle-moves";
import { stampAt } from "./suggestion-parts";

type Placed = { node: Node; above: string | null };

/** Whether clauses came, went or changed places between two texts. */
export function sameClauses(before: Node, after: Node): boolean {
  return before === after || orderOf(before) === orderOf(after);
}

function orderOf(node: Node): string {
  let said = "";
  node.forEach((child) => {
    if (child.type.name === "clause") said += `(${String(child.attrs.id)}${orderOf(child)})`;
    if (child.type.name === "clauseMove") said += `[${String(child.attrs.clause)}]`;
  });
  return said;
}

export function clausesIn(doc: Node): Map<string, Placed> {
  const found = new Map<string, Placed>();
  doc.descendants((node, _at, parent) => {
    if (node.type.name !== "clause") return false;
    if (!found.has(String(node.attrs.id))) found.set(String(node.attrs.id), { node, above: parent?.type.name === "clause" ? String(parent.attrs.id) : null });
    return true;
  });
  return found;
}

/** Suggests the clauses of a text as it was meant: new ones are added, missing ones removed, and one in another place gets a place to move to. */
export function suggestClauses(target: Transform, meant: Node, moved: string | null, stamp: Stamp): void {
  const before = clausesIn(target.doc);
  const after = clausesIn(meant);
  for (const [above] of [[null] as const, ...[...after.keys()].filter((id) => before.has(id)).map((id) => [id] as const)]) {
    const parent = above === null ? meant : after.get(above)?.node;
    if (parent) placeBelow(target, above, parent, before, moved, stamp);
  }
  for (const id of before.keys()) if (!after.has(id)) remove(target, id, stamp);
}

function placeBelow(target: Transform, above: string | null, parent: Node, before: Map<string, Placed>, moved: string | null, stamp: Stamp): void {
  const wanted = parent.content.content.filter(({ type }) => type.name === "clause");
  const had = (above === null ? target.doc : before.get(above)?.node)?.content.content.filter(({ type }) => type.name === "clause").map(({ attrs }) => String(attrs.id)) ?? [];
  const here = wanted.map(({ attrs }) => String(attrs.id)).filter((id) => had.includes(id) && before.get(id)?.above === above);
  const stay = staying(had.filter((id) => here.includes(id)), here, moved);
  let last: string | null = null;
  let place: number | null = null;
  const seen = new Set<string>();
  for (const clause of wanted) {
    const id = String(clause.attrs.id);
    if (stay.has(id) && !seen.has(id)) {
      last = id;
      place = null;
      seen.add(id);
      continue;
    }
    place ??= last === null ? firstPlace(target.doc, above) : behind(target.doc, last);
    const known = before.has(id) && !seen.has(id) ? id : null;
    seen.add(id);
    place = known === null ? add(target, clause, place, before, stamp) : move(target, known, place, stamp);
  }
}

/** Which of the clauses that are below the same one before and after need not move: all but the one that was moved, or the longest row in order. */
function staying(had: readonly string[], here: readonly string[], moved: string | null): Set<string> {
  if (had.join() === here.join()) return new Set(here);
  const without = (ids: readonly string[]) => ids.filter((id) => id !== moved);
  if (without(had).join() === without(here).join()) return new Set(without(here));
  const best: string[][] = here.map((id) => [id]);
  here.forEach((id, at) => {
    for (let earlier = 0; earlier < at; earlier++) {
      const row = best[earlier] ?? [];
      if (had.indexOf(row.at(-1) ?? "") < had.indexOf(id) && row.length + 1 > (best[at]?.length ?? 0)) best[at] = [...row, id];
    }
  });
  return new Set(best.sort((one, other) => other.length - one.length)[0]);
}

function firstPlace(doc: Node, above: string | null): number {
  if (above === null) return 0;
  const at = placeOfClause(doc, above) ?? 0;
  const clause = doc.nodeAt(at);
  let place = at + 1;
  for (let index = 0; clause && index < clause.childCount; index++) {
    const child = clause.child(index);
    if (child.type.name === "clause" || child.type.name === "clauseMove") break;
    place += child.nodeSize;
  }
  return place;
}

function behind(doc: Node, id: string): number {
  const at = placeOfClause(doc, id) ?? 0;
  return at + (doc.nodeAt(at)?.nodeSize ?? 0);
}

function add(target: Transform, clause: Node, place: number, before: Map<string, Placed>, stamp: Stamp): number {
  const kept: Node[] = [];
  clause.forEach((child) => {
    if (child.type.name !== "clause" && child.type.name !== "clauseMove") kept.push(child);
  });
  const [fresh] = asAdded(clause.type.schema.topNodeType.create(null, clause.type.create(clause.attrs, kept)).content, stamp, new Set(before.keys())).content;
  if (!fresh) return place;
  target.insert(place, fresh);
  let below = place + fresh.nodeSize - 1;
  clause.forEach((child) => {
    if (child.type.name !== "clause") return;
    const id = String(child.attrs.id);
    below = before.has(id) ? move(target, id, below, stamp) : add(target, child, below, before, stamp);
  });
  return below + 1;
}

function move(target: Transform, id: string, place: number, stamp: Stamp): number {
  const from = placeOfClause(target.doc, id);
  const clause = from === null ? null : target.doc.nodeAt(from);
  if (from === null || !clause) return place;
  if (stampAt(clause, "added")?.author === stamp.author) {
    target.insert(place, clause);
    const old = place <= from ? from + clause.nodeSize : from;
    target.delete(old, old + clause.nodeSize);
    return place <= from ? place + clause.nodeSize : place;
  }
  const type = clause.type.schema.nodes.clauseMove;
  if (!type) return place;
  target.insert(place, type.create({ clause: id, added: writeStamp(stamp) }));
  let end = place + 1;
  for (const other of ownMoves(target.doc, id, stamp.author).filter((at) => at !== place).reverse()) {
    target.delete(other, other + 1);
    if (other < end) end--;
  }
  return end;
}

function ownMoves(doc: Node, id: string, author: string): number[] {
  const found: number[] = [];
  doc.descendants((node, at) => {
    if (node.type.name === "clauseMove" && node.attrs.clause === id && stampAt(node, "added")?.author === author) found.push(at);
    return node.type.name === "clause";
  });
  return found;
}

function remove(target: Transform, id: string, stamp: Stamp): void {
  const at = placeOfClause(target.doc, id);
  const clause = at === null ? null : target.doc.nodeAt(at);
  if (at === null || !clause) return;
  if (stampAt(clause, "added")?.author === stamp.author && clause.content.content.every(({ type }) => type.name !== "clause") && isAllOf(clause, stamp.author)) removePlace(target, at);
  else if (!clause.attrs.removed) target.setNodeAttribute(at, "removed", writeStamp(stamp));
}

function isAllOf(clause: Node, author: string): boolean {
  let all = true;
  clause.descendants((node) => {
    if (node.isInline) all &&= node.marks.some(({ type, attrs }) => type.name === "insertion" && attrs.author === author);
    if (node.type.name === "clauseMove") all = false;
  });
  return all;
}

/** Whether the clauses of a text could be moved as suggested, whichever of the moves are accepted: not into themselves, and not too deep. */
export function movesFit(doc: Node): boolean {
  const above = new Map<string, Set<string>>();
  doc.descendants((node, _at, parent) => {
    const moves = node.type.name === "clauseMove";
    if (!moves && node.type.name !== "clause") return false;
    const id = String(moves ? node.attrs.clause : node.attrs.id);
    const places = above.get(id) ?? new Set();
    if (parent?.type.name === "clause") places.add(String(parent.attrs.id));
    above.set(id, places);
    return !moves;
  });
  const levels = (id: string, sought: number): boolean => sought <= mostClauses && [...(above.get(id) ?? [])].every((up) => levels(up, sought + 1));
  return [...above.keys()].every((id) => levels(id, 1));
}
