import type { Editor } from "@tiptap/core";
import { redo, undo } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, toggleHeader } from "@tiptap/pm/tables";
import { removeClause } from "~/editor/schema/clause-heading-commands";
import { beginComment, commentsView } from "./comment-anchors";
import { toggleList } from "~/editor/schema/list-commands";
import { setTone, toggleCallout, toneAround } from "~/editor/schema/reference-commands";
import { runUndo } from "./undo";
import { addClauseAfter, liftClause, moveClause, nestClause } from "~/editor/schema/clause-commands";

export type ToolbarAction = {
  name: string;
  keys?: string;
  /** Null where the button does something once; else whether it is on now. */
  pressed?: (editor: Editor) => boolean;
  possible: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
};

/** What the toolbar offers, in groups. The link button opens a dialog and stands apart. */
export const toolbarGroups: readonly { name: string; actions: readonly ToolbarAction[] }[] = [
  { name: "Undo", actions: [undoing("Undo", undo, "Ctrl+Z"), undoing("Redo", redo, "Ctrl+Y")] },
  { name: "Text", actions: [mark("Bold", "bold", "Ctrl+B"), mark("Italic", "italic", "Ctrl+I"), mark("Underline", "underline", "Ctrl+U")] },
  { name: "Lists", actions: [list("Bulleted list", "bulletList", "Ctrl+Shift+8"), list("Numbered list", "orderedList", "Ctrl+Shift+7")] },
  {
    name: "Table",
    actions: [
      once("Insert table", insertTable),
      once("Add row", addRowAfter),
      once("Add column", addColumnAfter),
      once("Header row", toggleHeader("row")),
      once("Header column", toggleHeader("column")),
      once("Delete row", deleteRow),
      once("Delete column", deleteColumn),
      once("Delete table", deleteTable),
    ],
  },
  { name: "Comments", actions: [comment()] },
  {
    name: "Clause",
    actions: [
      once("Add clause", addClauseAfter, "Ctrl+Enter"),
      once("Indent clause", nestClause, "Alt+Shift+Right"),
      once("Outdent clause", liftClause, "Alt+Shift+Left"),
      once("Move clause up", moveClause(-1), "Alt+Shift+Up"),
      once("Move clause down", moveClause(1), "Alt+Shift+Down"),
      once("Remove clause", removeClause),
    ],
  },
  {
    name: "Notes",
    actions: [
      { ...once("Callout", toggleCallout), pressed: ({ state }) => toneAround(state) !== null },
      ...(["note", "important", "example"] as const).map((tone) => ({ ...once(`Callout: ${tone}`, setTone(tone)), pressed: ({ state }: Editor) => toneAround(state) === tone })),
    ],
  },
  { name: "Help", actions: [] },
];

/** Also for those who may not write in the text itself. */
function comment(): ToolbarAction {
  return {
    name: "Comment",
    keys: "Ctrl+Alt+M",
    possible: ({ state }) => commentsView(state)?.known?.may.write === true,
    run: ({ view }) => void beginComment(view),
  };
}

function once(name: string, command: Command, keys?: string): ToolbarAction {
  return {
    name,
    ...(keys ? { keys } : {}),
    possible: ({ state, isEditable }) => isEditable && command(state),
    run: ({ state, view }) => {
      command(state, view.dispatch, view);
      view.focus();
    },
  };
}

function undoing(name: string, command: Command, keys: string): ToolbarAction {
  return {
    ...once(name, command, keys),
    run: (editor) => {
      runUndo(command, editor);
      editor.view.focus();
    },
  };
}

function mark(name: string, type: string, keys: string): ToolbarAction {
  return {
    name,
    keys,
    pressed: (editor) => editor.isActive(type),
    possible: ({ state, isEditable }) => isEditable && state.selection.$from.parent.inlineContent && state.selection.$from.parent.type.name !== "clauseTitle",
    run: (editor) => void editor.chain().focus().toggleMark(type).run(),
  };
}

function list(name: string, type: "bulletList" | "orderedList", keys: string): ToolbarAction {
  return {
    ...once(name, toggleList(type), keys),
    pressed: (editor) => editor.isActive(type),
    possible: ({ state, isEditable }) => isEditable && state.selection.$from.parent.type.name === "paragraph",
  };
}

/** Two columns and three rows, the first of them the heading. */
function insertTable(state: Parameters<Command>[0], dispatch?: Parameters<Command>[1]): boolean {
  const { table, tableRow, tableCell, tableHeader } = state.schema.nodes;
  const { $from } = state.selection;
  if (!table || !tableRow || !tableCell || !tableHeader || isInTable(state) || $from.parent.type.name !== "paragraph" || $from.node(-1).type.name !== "clause") return false;
  const row = (type: typeof tableCell) => tableRow.create(null, [type.createAndFill(), type.createAndFill()].filter((cell) => cell !== null));
  dispatch?.(state.tr.insert($from.after(), table.create(null, [row(tableHeader), row(tableCell), row(tableCell)])).scrollIntoView());
  return true;
}
