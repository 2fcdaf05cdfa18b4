import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { cameFromElsewhere } from "../schema/clause-ids";
import { changedRanges, type ChangedRange } from "./changed-ranges";
import { isSuggestion } from "./suggestion-parts";

/**
 * What somebody who may write adds to a transaction of theirs: letters typed in the middle of a suggestion are ordinary letters, and the
 * end of a paragraph keeps what is suggested for it when the paragraph is split or joined. Undoing and redoing bring suggestions back as
 * they were, and what is cut and dropped elsewhere keeps them. To be called in the view's dispatch, before the transaction is applied.
 */
export function withoutInherited(state: EditorState, transaction: Transaction): Transaction {
  if (!transaction.docChanged || cameFromElsewhere(transaction) || transaction.getMeta("history$") || transaction.getMeta("uiEvent") === "drop") return transaction;
  const { selection, storedMarks } = transaction;
  const before = transaction.steps.length;
  for (const range of changedRanges(transaction)) {
    lettersAsWritten(transaction, state.doc, range);
    endsAsTheyWere(transaction, state.doc, range);
  }
  if (transaction.steps.length > before && storedMarks) transaction.setStoredMarks(storedMarks);
  return selection.eq(transaction.selection) ? transaction : transaction.setSelection(selection);
}

function lettersAsWritten(transaction: Transaction, before: Node, { from, to, newFrom, newTo }: ChangedRange): void {
  const around = new Set([before.resolve(from).nodeBefore, before.resolve(to).nodeAfter, before.resolve(from).nodeAfter].flatMap((node) => node?.marks ?? []).filter(isSuggestion).map(({ attrs }) => String(attrs.id)));
  if (around.size === 0 || to - from > newTo - newFrom) return;
  const inherited: [number, number, Node["marks"][number]][] = [];
  transaction.doc.nodesBetween(newFrom, newTo, (node, at) => {
    for (const mark of node.marks) if (node.isInline && isSuggestion(mark) && around.has(String(mark.attrs.id))) inherited.push([Math.max(newFrom, at), Math.min(newTo, at + node.nodeSize), mark]);
  });
  for (const [start, end, mark] of inherited) transaction.removeMark(start, end, mark);
}

/** A paragraph's end is where it closes: the second half of a split one has the old end, and of two joined the second one's is left. */
function endsAsTheyWere(transaction: Transaction, before: Node, { to, newFrom, newTo }: ChangedRange): void {
  const doc = transaction.doc;
  const places: [number, Record<string, unknown>][] = [];
  doc.nodesBetween(Math.max(0, newFrom - 1), Math.min(doc.content.size, newTo + 1), (node, at) => {
    if (node.type.name !== "paragraph") return;
    const close = at + node.nodeSize - 1;
    if (close < newFrom) return;
    if (close < newTo) {
      // An end that this change brought; pasted and moved blocks keep what is suggested for theirs.
      if (at < newFrom) places.push([at, { endInserted: null, endDeleted: null }]);
      return;
    }
    const was = before.resolve(close - newTo + to).parent;
    if (at < newTo && was.type === node.type) places.push([at, was.attrs]);
  });
  for (const [at, attrs] of places)
    for (const name of ["endInserted", "endDeleted"]) if (doc.nodeAt(at)?.attrs[name] !== attrs[name]) transaction.setNodeAttribute(at, name, attrs[name] ?? null);
}
