import type { Node } from "@tiptap/pm/model";
import { EditorState, type Transaction } from "@tiptap/pm/state";
import { suggestionRuling } from "~/editor/suggestions/ruling";
import { newSuggestionId } from "~/editor/schema/stamp";
import { suggesting } from "~/editor/suggestions/suggesting";

/** What somebody would change: words to find, and what stands there instead; none takes them out. */
export type Wish = { words: string; instead: string };

/** The steps by which a person would suggest a wish, as their editor makes them; they have passed the ruling that the server asks. */
export function stepsFor(doc: Node, author: string, { words, instead }: Wish): unknown[] {
  const state = EditorState.create({ doc });
  const at = placeOf(doc, words);
  const meant = (transaction: Transaction) => (instead === "" ? transaction.delete(at, at + words.length) : transaction.insertText(instead, at, at + words.length));
  const made = suggesting(state, meant(state.tr), () => ({ id: newSuggestionId(), author, at: new Date().toISOString() }));
  const reason = made ? suggestionRuling(doc, made.doc, author) : "it cannot be suggested";
  if (!made || reason) throw new Error(`The demonstration's suggestion "${words}" was refused: ${reason}`);
  return made.steps.map((step) => step.toJSON() as unknown);
}

function placeOf(doc: Node, words: string): number {
  let found: number | null = null;
  doc.descendants((node, at) => {
    const offset = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (offset >= 0) found ??= at + offset;
  });
  if (found === null) throw new Error(`The demonstration's text does not say "${words}".`);
  return found;
}
