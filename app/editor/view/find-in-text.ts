import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";

export type Found = { from: number; to: number };
export type Search = { words: string; matchCase: boolean; found: readonly Found[]; at: number };

const none: Search = { words: "", matchCase: false, found: [], at: -1 };
const searchKey = new PluginKey<Search>("search");
const mostFound = 2_000;

/** Marks what is looked for in the text. */
export const FindInText = Extension.create({
  name: "findInText",
  addProseMirrorPlugins: () => [
    new Plugin<Search>({
      key: searchKey,
      state: {
        init: () => none,
        apply: (transaction, before) => {
          const asked = transaction.getMeta(searchKey) as Partial<Search> | undefined;
          if (!asked && !transaction.docChanged) return before;
          const { words, matchCase, at } = { ...before, ...asked };
          if (!words) return none;
          const found = transaction.docChanged || asked?.words !== undefined || asked?.matchCase !== undefined ? occurrences(transaction.doc, words, matchCase) : before.found;
          return { words, matchCase, found, at: found.length === 0 ? -1 : Math.min(Math.max(at, 0), found.length - 1) };
        },
      },
      props: {
        decorations: (state) => {
          const { found, at } = searchOf(state);
          return DecorationSet.create(state.doc, found.map(({ from, to }, place) => Decoration.inline(from, to, { class: place === at ? "found found-now" : "found" })));
        },
      },
    }),
  ],
});

export function searchOf(state: EditorState): Search {
  return searchKey.getState(state) ?? none;
}

/** Looks for words from the cursor on; empty words end the search. */
export function lookFor(view: EditorView, words: string, matchCase: boolean): void {
  const found = occurrences(view.state.doc, words, matchCase);
  const after = found.findIndex(({ from }) => from >= view.state.selection.from);
  view.dispatch(view.state.tr.setMeta(searchKey, { words, matchCase, at: Math.max(0, after) }));
  show(view);
}

/** Goes to the next (1) or the one before (-1), and from the last to the first. */
export function goToFound(view: EditorView, by: 1 | -1): void {
  const { found, at } = searchOf(view.state);
  if (found.length === 0) return;
  view.dispatch(view.state.tr.setMeta(searchKey, { at: (at + by + found.length) % found.length }));
  show(view);
}

/** Puts other words for the one that is shown, or for all, as one act. The letters keep their form. */
export function replaceFound(view: EditorView, by: string, all: boolean): number {
  const { found, at } = searchOf(view.state);
  const chosen = all ? found : found.slice(at, at + 1);
  const transaction = view.state.tr;
  for (const { from, to } of [...chosen].reverse()) replaceWords(transaction, from, to, by);
  if (transaction.docChanged) view.dispatch(transaction);
  show(view);
  return chosen.length;
}

function replaceWords(transaction: Transaction, from: number, to: number, by: string): void {
  const marks = transaction.doc.nodeAt(from)?.marks ?? [];
  if (by) transaction.replaceWith(from, to, transaction.doc.type.schema.text(by, marks));
  else transaction.delete(from, to);
}

function show(view: EditorView): void {
  const { found, at } = searchOf(view.state);
  const here = found[at];
  if (here) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, here.from, here.to)).scrollIntoView());
}

/** Where the words stand, also across bold and linked letters, but not across paragraphs. */
export function occurrences(doc: Node, words: string, matchCase: boolean): Found[] {
  const sought = matchCase ? words : words.toLocaleLowerCase("en-US");
  const found: Found[] = [];
  if (!sought) return found;
  doc.descendants((node, pos) => {
    if (!node.isTextblock || found.length >= mostFound) return true;
    let text = "";
    // One character for each place, so that a place in the words is a place in the text.
    node.forEach((child) => (text += child.isText ? child.text : "\ufffc".repeat(child.nodeSize)));
    const lower = matchCase ? text : text.toLocaleLowerCase("en-US");
    const within = lower.length === text.length ? lower : text;
    for (let at = within.indexOf(sought); at >= 0 && found.length < mostFound; at = within.indexOf(sought, at + sought.length)) found.push({ from: pos + 1 + at, to: pos + 1 + at + sought.length });
    return false;
  });
  return found;
}
