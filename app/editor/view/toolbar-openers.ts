import type { Editor } from "@tiptap/core";
import { Asterisk, Hash, Keyboard, Link, Search, type LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import { mayTakeAtom } from "~/editor/schema/reference-commands";
import { FindBar } from "./find-bar";
import { FootnoteDialog } from "./footnote-dialog";
import { LinkDialog } from "./link-dialog";
import { ReferenceDialog } from "./reference-dialog";
import { ShortcutsHelp } from "./shortcuts-help";

/** A button of the toolbar that opens something to fill in or to read. */
export type ToolbarOpener = {
  id: string;
  name: string;
  keys?: string;
  icon: LucideIcon;
  /** Whether its name is shown beside the picture. */
  words?: boolean;
  /** The group of the toolbar that it stands at the end of. */
  group: string;
  pressed?: (editor: Editor) => boolean;
  possible: (editor: Editor) => boolean;
  Dialog: ComponentType<{ editor: Editor; onClose: () => void }>;
};

export const toolbarOpeners: readonly ToolbarOpener[] = [
  { id: "link", name: "Link", keys: "Ctrl+K", icon: Link, group: "Text", pressed: (editor) => editor.isActive("link"), possible: mayLink, Dialog: LinkDialog },
  { id: "footnote", name: "Footnote", keys: "Ctrl+Alt+F", icon: Asterisk, words: true, group: "Notes", possible: ({ isEditable, state }) => isEditable && mayTakeAtom(state), Dialog: FootnoteDialog },
  { id: "reference", name: "Reference", keys: "Ctrl+Alt+R", icon: Hash, words: true, group: "Notes", possible: ({ isEditable, state }) => isEditable && mayTakeAtom(state), Dialog: ReferenceDialog },
  { id: "find", name: "Find and replace", keys: "Ctrl+F", icon: Search, group: "Help", possible: () => true, Dialog: FindBar },
  { id: "help", name: "Keyboard", keys: "Ctrl+/", icon: Keyboard, group: "Help", possible: () => true, Dialog: ShortcutsHelp },
];

function mayLink(editor: Editor): boolean {
  const { empty, $from } = editor.state.selection;
  return editor.isEditable && (editor.isActive("link") || (!empty && $from.parent.type.name !== "clauseTitle"));
}
