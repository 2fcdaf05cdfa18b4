import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { fixTables } from "@tiptap/pm/tables";
import type { Pen } from "~/domain/drafting/frames";
import { cameFromElsewhere } from "~/editor/schema/clause-ids";
import { newSuggestionId, type Stamp } from "~/editor/schema/stamp";
import { suggesting } from "~/editor/suggestions/suggesting";
import { hasSuggestions } from "~/editor/suggestions/suggestion-parts";
import { withoutInherited } from "~/editor/suggestions/without-inherited";
import { say } from "./say";

export const writingModes = ["editing", "suggesting", "viewing"] as const;
export type WritingMode = (typeof writingModes)[number];

const key = new PluginKey<WritingMode>("writingMode");

/** The mode one is in: the one chosen, as far as the pen reaches. */
export function modeFor(pen: Pen, chosen: WritingMode | null): WritingMode {
  if (pen === null || chosen === "viewing") return "viewing";
  return pen === "suggest" ? "suggesting" : (chosen ?? "editing");
}

export function modeOf(state: EditorState): WritingMode {
  return key.getState(state) ?? "viewing";
}

export function setMode(state: EditorState, mode: WritingMode): Transaction {
  return state.tr.setMeta(key, mode).setMeta("addToHistory", false);
}

/**
 * What somebody writes becomes a change, a suggestion or nothing, by the mode they are in. It happens before a change is applied, so that
 * no other part of the editor, and nobody else, ever sees the change that was only suggested. What others wrote comes in as it is.
 */
export function writingMode(personId: string, start: WritingMode) {
  const stamp = (): Stamp => ({ id: newSuggestionId(), author: personId, at: new Date().toISOString() });
  return Extension.create({
    name: "writingMode",
    priority: 1000,
    addProseMirrorPlugins: () => [
      new Plugin<WritingMode>({
        key,
        state: { init: () => start, apply: (transaction, mode) => (transaction.getMeta(key) as WritingMode | undefined) ?? mode },
        appendTransaction: (transactions, before, state) => (modeOf(state) === "editing" && isOwnChange(transactions) ? evenTables(before, state) : null),
        props: { attributes: (state) => ({ "data-mode": modeOf(state) }) },
      }),
    ],
    dispatchTransaction({ transaction, next }) {
      const { state, view } = this.editor;
      const mode = modeOf(state);
      if (!transaction.docChanged || cameFromElsewhere(transaction)) return next(transaction);
      if (mode === "editing") return next(withoutInherited(state, transaction));
      if (mode === "viewing") return;
      const suggested = suggesting(state, transaction, stamp, (reason) => say(view, reason));
      if (suggested) next(suggested);
    },
  });
}

function isOwnChange(transactions: readonly Transaction[]): boolean {
  return transactions.some(({ docChanged }) => docChanged) && !transactions.some(cameFromElsewhere);
}

/** Gives each row of a table that one changed as many cells as the others; rows that are only suggested may be longer. */
function evenTables(before: EditorState, state: EditorState): Transaction | null {
  const fixed = fixTables(state, before);
  const suggests = fixed?.steps.some((step, at) => {
    let found = false;
    step.getMap().forEach((from) => (found ||= suggestedTableAt(fixed.docs[at] ?? state.doc, from)));
    return found;
  });
  return fixed && !suggests ? fixed : null;
}

function suggestedTableAt(doc: Node, at: number): boolean {
  const $at = doc.resolve(at);
  for (let depth = $at.depth; depth > 0; depth--) if ($at.node(depth).type.name === "table") return hasSuggestions($at.node(depth));
  return false;
}
