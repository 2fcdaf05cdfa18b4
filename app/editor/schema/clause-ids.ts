import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state";
import { Mapping } from "@tiptap/pm/transform";
import { deepestClause, mostClauses } from "./clause-depth";
import { isClauseId, newClauseId } from "./clause-id";

/**
 * Gives new, split and pasted clauses an id of their own, and keeps clauses within four levels.
 * Steps of other people are left as they came: their editor has already named the clauses.
 */
export const ClauseIds = Extension.create({
  name: "clauseIds",
  addProseMirrorPlugins: () => [clauseIds()],
});

/** The plugin behind `ClauseIds`. `isRemote` says which transactions came from elsewhere. */
export function clauseIds(isRemote: (transaction: Transaction) => boolean = cameFromElsewhere): Plugin {
  return new Plugin({
    filterTransaction: (transaction, state) =>
      !transaction.docChanged ||
      isRemote(transaction) ||
      deepestClause(transaction.doc) <= Math.max(mostClauses, deepestClause(state.doc)),
    appendTransaction: (transactions, before, after) =>
      transactions.some((transaction) => transaction.docChanged && !isRemote(transaction))
        ? nameClauses(transactions, before, after)
        : null,
  });
}

/** True for what collaboration brought: the metas "collab$" and "rebased" of prosemirror-collab, or `remote`. */
export function cameFromElsewhere(transaction: Transaction): boolean {
  return ["collab$", "rebased", "remote"].some((key) => Boolean(transaction.getMeta(key)));
}

function nameClauses(transactions: readonly Transaction[], before: EditorState, after: EditorState) {
  const keepers = placesKept(transactions, before.doc, after.doc);
  const taken = new Set(keepers.keys());
  const naming = after.tr;
  eachClause(after.doc, (clause, at) => {
    const id: unknown = clause.attrs.id;
    if (isClauseId(id) && (keepers.get(id) ?? at) === at && (keepers.has(id) || !taken.has(id))) {
      taken.add(id);
      return;
    }
    const fresh = newClauseId();
    taken.add(fresh);
    naming.setNodeAttribute(at, "id", fresh);
  });
  return naming.docChanged ? naming : null;
}

/** Where each id that was there before stands now: a copy pasted above the original does not take its name. */
function placesKept(transactions: readonly Transaction[], before: Node, after: Node): Map<string, number> {
  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const places = new Map<string, number>();
  eachClause(before, (clause, at) => {
    const id = String(clause.attrs.id);
    const now = mapping.mapResult(at, 1);
    const there = now.deletedAfter ? null : after.nodeAt(now.pos);
    if (there?.type.name === "clause" && there.attrs.id === id && !places.has(id)) places.set(id, now.pos);
  });
  return places;
}

function eachClause(doc: Node, visit: (clause: Node, at: number) => void): void {
  doc.descendants((node, at) => {
    if (node.type.name === "clause") visit(node, at);
    return node.type.name === "clause";
  });
}
