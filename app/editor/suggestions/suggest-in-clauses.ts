import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, Selection, type Transaction } from "@tiptap/pm/state";
import { differing } from "../differing";
import type { Stamp } from "../schema/stamp";
import { clausesIn, suggestClauses } from "./suggest-clauses";
import { suggestDeletion } from "./suggest-deletion";
import { suggestInsertion } from "./suggest-insertion";

/** Clauses as wholes, and then the words of those that stayed. */
export function inClauses(state: EditorState, transaction: Transaction, stamp: Stamp): Transaction | null {
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
    if (range.otherEnd > range.start) suggestInsertion(made, made.mapping.slice(steps).map(to), meant.slice(newFrom + 1 + range.start, newFrom + 1 + range.otherEnd), stamp);
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
