import type { EditorView } from "@tiptap/pm/view";

/** The name of the event by which the editor tells the page a sentence for its reader. */
export const said = "concord-said";

/** Tells whoever writes something in a sentence; the page shows it and reads it out. */
export function say(view: EditorView, sentence: string): void {
  view.dom.dispatchEvent(new CustomEvent(said, { detail: sentence, bubbles: true }));
}
