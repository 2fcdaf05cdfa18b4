import type { EditorView } from "@tiptap/pm/view";
import { aroundSheet } from "./around-sheet";

/** Scrolls the page so that these words stand between the tools and the sheet of a phone; where they do already, nothing moves. */
export function bringIntoSight(view: EditorView, from: number, to: number): void {
  const size = view.state.doc.content.size;
  const { top } = view.coordsAtPos(Math.min(from, size), 1);
  const { bottom } = view.coordsAtPos(Math.min(to, size), -1);
  const above = aroundSheet.top;
  const below = window.innerHeight - aroundSheet.bottom;
  if (top >= above && bottom <= below) return;
  // What comes before the words is seen too, as long as all of them are.
  const before = Math.max(0, Math.min((below - above) / 4, below - above - (bottom - top)));
  window.scrollBy({ top: top - above - before });
}
