import { NodeRange } from "@tiptap/pm/model";
import { wrapIn } from "@tiptap/pm/commands";
import { type Command, type EditorState, NodeSelection, TextSelection } from "@tiptap/pm/state";
import type { CalloutTone } from "./reference-nodes";

/** The words of the footnote that is chosen; null when none is. */
export function chosenFootnote(state: EditorState): string | null {
  const node = chosenAtom(state, "footnote");
  return node ? String(node.attrs.text) : null;
}

/** The clause that the chosen reference leads to; null when none is chosen. */
export function chosenReference(state: EditorState): string | null {
  const node = chosenAtom(state, "crossReference");
  return node ? String(node.attrs.clause) : null;
}

/** Puts a footnote behind what is chosen, or gives the chosen one other words. */
export const setFootnote = (text: string): Command => setAtom("footnote", { text });

/** Puts the number of a clause behind what is chosen, or lets the chosen reference lead elsewhere. */
export const setReference = (clause: string): Command => setAtom("crossReference", { clause });

/** Is the cursor where letters of a body stand? */
export function mayTakeAtom({ selection }: EditorState): boolean {
  const { parent } = selection.$to;
  return parent.inlineContent && parent.type.name !== "clauseTitle";
}

function setAtom(name: "footnote" | "crossReference", attrs: Record<string, string>): Command {
  return (state, dispatch) => {
    const type = state.schema.nodes[name];
    if (!type || !mayTakeAtom(state)) return false;
    const { from, to } = state.selection;
    const chosen = chosenAtom(state, name);
    // As a new one in the place of the old: so it can be suggested too.
    const transaction = chosen ? state.tr.replaceWith(from, to, type.create(attrs, null, chosen.marks)) : state.tr.insert(to, type.create(attrs));
    dispatch?.(transaction.setSelection(TextSelection.create(transaction.doc, (chosen ? from : to) + 1)).scrollIntoView());
    return true;
  };
}

function chosenAtom({ selection }: EditorState, name: string) {
  return selection instanceof NodeSelection && selection.node.type.name === name ? selection.node : null;
}

/** Sets the paragraphs and lists apart as a note; in a callout it makes them part of the rule again. */
export const toggleCallout: Command = (state, dispatch) => {
  const callout = state.schema.nodes.callout;
  if (!callout) return false;
  const place = calloutAround(state);
  if (!place) return wrapIn(callout)(state, dispatch);
  const { doc } = state;
  const range = new NodeRange(doc.resolve(place.at + 1), doc.resolve(place.at + place.size - 1), place.depth);
  dispatch?.(state.tr.lift(range, place.depth - 1).scrollIntoView());
  return true;
};

/** Says what the callout around the cursor is for. */
export const setTone =
  (tone: CalloutTone): Command =>
  (state, dispatch) => {
    const place = calloutAround(state);
    if (!place) return false;
    if (place.tone !== tone) dispatch?.(state.tr.setNodeAttribute(place.at, "tone", tone));
    return true;
  };

/** What the callout around the cursor is for; null outside. */
export function toneAround(state: EditorState): string | null {
  return calloutAround(state)?.tone ?? null;
}

function calloutAround({ selection: { $from } }: EditorState): { at: number; size: number; depth: number; tone: string } | null {
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === "callout") return { at: $from.before(depth), size: node.nodeSize, depth, tone: String(node.attrs.tone) };
  }
  return null;
}
