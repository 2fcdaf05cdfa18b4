import { Extension, type Editor } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";
import type { Command } from "@tiptap/pm/state";
import { keepingOthers } from "~/editor/undo-keeping";

/** Undoes one's own changes only: those of others are never in one's history. */
export const Undo = Extension.create({
  name: "undo",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: Command) => () => runUndo(command, this.editor);
    return { "Mod-z": run(undo), "Shift-Mod-z": run(redo), "Mod-y": run(redo) };
  },
});

export function runUndo(command: Command, editor: Editor): boolean {
  return keepingOthers(command, () => editor.state)(editor.state, editor.view.dispatch);
}
