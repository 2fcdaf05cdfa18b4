import { splitBlock, joinBackward, deleteSelection, lift, toggleMark, wrapIn } from "@tiptap/pm/commands";
import { history, redo, undo } from "@tiptap/pm/history";
import { Node, type Schema } from "@tiptap/pm/model";
import { splitListItem, sinkListItem, liftListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeader } from "@tiptap/pm/tables";
import { addClauseAfter, liftClause, moveClause, nestClause } from "../schema/clause-commands";
import { headingOfLevel, removeClause, titleToParagraph } from "../schema/clause-heading-commands";
import { clauseIds } from "../schema/clause-ids";
import { documentSchema } from "../schema/document-schema";
import { toggleList } from "../schema/list-commands";
import type { Stamp } from "../schema/stamp";
import { suggesting } from "./suggesting";
import { withoutInherited } from "./without-inherited";

const schema: Schema = documentSchema;
type Json = { type: string; attrs?: object; content?: Json[]; text?: string; marks?: object[] };

export const text = (words: string): Json[] => (words ? [{ type: "text", text: words }] : []);
export const p = (words: string): Json => ({ type: "paragraph", content: text(words) });
export const li = (...content: Json[]): Json => ({ type: "listItem", content });
export const ul = (...content: Json[]): Json => ({ type: "bulletList", content });
export const table = (...rows: string[][]): Json => ({ type: "table", content: rows.map((cells) => ({ type: "tableRow", content: cells.map((words) => ({ type: "tableCell", content: [p(words)] })) })) });
export const clause = (id: string, title: string, ...content: Json[]): Json => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: text(title) }, ...content] });
export const docOf = (...content: Json[]): Node => {
  const doc = Node.fromJSON(schema, { type: "doc", content });
  doc.check();
  return doc;
};

/** An editor of somebody in a test, which writes or only suggests. */
export function editorOf(doc: Node, author: string, suggests: boolean, plugins: readonly Plugin[] = [], newId: () => string = ids(author), now = () => "2026-11-23T10:00:00Z") {
  let state = EditorState.create({ doc, plugins: [...plugins, history({ newGroupDelay: 0 }), clauseIds()] });
  let refusals: string[] = [];
  let dispatching = false;
  const stamp = (): Stamp => ({ id: newId(), author, at: now() });
  const dispatch = (transaction: Transaction) => {
    dispatching = true;
    const made = suggests ? suggesting(state, transaction, stamp, (reason) => refusals.push(reason)) : withoutInherited(state, transaction);
    if (made) state = state.apply(made);
    dispatching = false;
  };
  /** What ProseMirror itself cannot do is no change; what we make of a change must not throw. */
  const attempt = (change: () => void) => {
    try {
      change();
    } catch (fault) {
      if (dispatching) throw fault;
    }
  };
  const run = (command: Command) => command(state, dispatch);
  const select = (from: number, to = from) => {
    state = state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(clamp(from)), state.doc.resolve(clamp(to)))));
  };
  const clamp = (at: number) => Math.max(0, Math.min(state.doc.content.size, at));
  const find = (words: string) => {
    let found = -1;
    state.doc.descendants((node, at) => {
      if (node.isTextblock && found === -1 && node.textContent.includes(words)) found = at + 1 + node.textContent.indexOf(words);
    });
    if (found === -1) throw new Error(`${words} is not in the text`);
    return found;
  };
  return {
    get state() { return state; },
    get doc() { return state.doc; },
    get refusals() { return refusals; },
    forget: () => (refusals = []),
    apply: (transaction: Transaction) => (state = state.apply(transaction)),
    dispatch, attempt, run, select, find,
    before: (words: string) => select(find(words)),
    after: (words: string) => select(find(words) + words.length),
    mark: (words: string) => select(find(words), find(words) + words.length),
    type: (words: string) => { for (const letter of words) dispatch(state.tr.insertText(letter)); },
    backspace: () => { if (!run(deleteSelection) && !(state.selection.$from.parentOffset > 0 && (dispatch(state.tr.delete(state.selection.from - 1, state.selection.from)), true))) run(liftOrJoin); },
    del: () => { const { $from } = state.selection; if (!run(deleteSelection) && $from.parentOffset < $from.parent.content.size) dispatch(state.tr.delete($from.pos, $from.pos + 1)); },
    enter: () => run(splitListItem(schema.nodes.listItem!)) || run(splitBlock),
    undo: () => run(undo),
    redo: () => run(redo),
  };
}

const liftOrJoin: Command = (state, dispatch) => joinBackward(state, dispatch) || lift(state, dispatch);

export function ids(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export const commands: Record<string, Command> = {
  bold: toggleMark(schema.marks.bold!),
  italic: toggleMark(schema.marks.italic!),
  link: toggleMark(schema.marks.link!, { href: "https://example.org/" }),
  bullets: wrapInList(schema.nodes.bulletList!),
  sink: sinkListItem(schema.nodes.listItem!),
  liftItem: liftListItem(schema.nodes.listItem!),
  callout: wrapIn(schema.nodes.callout!),
  lift,
  toTitle: headingOfLevel(1), toParagraph: titleToParagraph,
  addClause: addClauseAfter, removeClause, nest: nestClause, liftClause, up: moveClause(-1), down: moveClause(1),
  bulleted: toggleList("bulletList"), numbered: toggleList("orderedList"),
  headerRow: toggleHeader("row"), headerColumn: toggleHeader("column"),
  addRow: addRowAfter, addColumn: addColumnAfter, deleteRow, deleteColumn, deleteTable,
};
