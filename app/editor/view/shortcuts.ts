import { Extension } from "@tiptap/core";
import { headingOfLevel, titleToParagraph } from "~/editor/schema/clause-heading-commands";

export type Shortcut = { keys: string; does: string };

/** All that the keyboard does in a text. */
export const shortcuts: readonly { name: string; shortcuts: readonly Shortcut[] }[] = [
  {
    name: "Words",
    shortcuts: [
      { keys: "Ctrl+B", does: "Bold" },
      { keys: "Ctrl+I", does: "Italic" },
      { keys: "Ctrl+U", does: "Underline" },
      { keys: "Ctrl+K", does: "Link" },
      { keys: "Ctrl+Shift+7", does: "Numbered list" },
      { keys: "Ctrl+Shift+8", does: "Bulleted list" },
      { keys: "Ctrl+Alt+F", does: "Footnote; Enter on its number changes it" },
      { keys: "Ctrl+Alt+R", does: "Reference to a clause" },
      { keys: "Shift+Enter", does: "New line in the same paragraph" },
      { keys: "Ctrl+Shift+V", does: "Paste words only" },
    ],
  },
  {
    name: "Clauses",
    shortcuts: [
      { keys: "Ctrl+Enter", does: "Add a clause" },
      { keys: "Ctrl+Alt+1", does: "Make it the title of a clause on level 1; 2, 3 and 4 for the levels below" },
      { keys: "Ctrl+Alt+0", does: "Make a title an ordinary paragraph" },
      { keys: "Alt+Shift+Right", does: "Indent the clause" },
      { keys: "Alt+Shift+Left", does: "Outdent the clause" },
      { keys: "Alt+Shift+Up", does: "Move the clause up" },
      { keys: "Alt+Shift+Down", does: "Move the clause down" },
    ],
  },
  {
    name: "Working together",
    shortcuts: [
      { keys: "Ctrl+Alt+M", does: "Comment on the chosen words, or on the word at the caret" },
      { keys: "Ctrl+Enter", does: "Send a comment, in the comment's field" },
      { keys: "Ctrl+Z", does: "Undo what you did yourself" },
      { keys: "Ctrl+Y", does: "Redo" },
      { keys: "Ctrl+S", does: "Nothing: every word is saved as you write" },
    ],
  },
  {
    name: "Getting around",
    shortcuts: [
      { keys: "Ctrl+F", does: "Find and replace in this text" },
      { keys: "Alt+F10", does: "To the toolbar" },
      { keys: "Escape, then Tab", does: "Leave the text" },
      { keys: "Ctrl+/", does: "This help; outside the text also ?" },
    ],
  },
];

/** What these keys open wherever one is on the page of a text, so that the browser does not do something else with them. */
export function openedFromOutside({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): "find" | "help" | null {
  if (altKey || document.querySelector("dialog[open]")) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === "f" ? "find" : key === "/" ? "help" : null;
  const writes = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true]");
  return key === "?" && !writes ? "help" : null;
}

/** The keys that belong to no node or mark. */
export const Shortcuts = Extension.create({
  name: "shortcuts",
  addKeyboardShortcuts() {
    const run = (command: typeof titleToParagraph) => () => {
      command(this.editor.state, this.editor.view.dispatch);
      // Also where nothing can be done: the browser would do something else with these keys.
      return true;
    };
    const opens = (name: string) => () => {
      document.querySelector<HTMLElement>(`.editor-toolbar [data-opens="${name}"]`)?.click();
      return true;
    };
    const levels = [1, 2, 3, 4, 5, 6].map((level) => [`Mod-Alt-${level}`, run(headingOfLevel(Math.min(level, 4)))] as const);
    return { ...Object.fromEntries(levels), "Mod-Alt-0": run(titleToParagraph), "Mod-f": opens("find"), "Mod-/": opens("help") };
  },
});
