import { Extension } from "@tiptap/core";
import { history, redo, undo } from "@tiptap/pm/history";

/** Undoes one's own changes only: those of others are never in one's history. */
export const Undo = Extension.create({
  name: "undo",
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (command: typeof undo) => () => command(this.editor.state, this.editor.view.dispatch);
    return { "Mod-z": run(undo), "Shift-Mod-z": run(redo), "Mod-y": run(redo) };
  },
});
