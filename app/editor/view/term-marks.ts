import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { type KnownTerm, termFinder, type TermHit } from "~/editor/glossary/find-terms";
import { termPopover } from "./term-popover";

/** A term as the editor shows it; null while it is not defined. */
export type DefinedTerm = KnownTerm & { meaning: string | null };

type Terms = { known: ReadonlyMap<string, DefinedTerm>; find: (text: string) => TermHit[]; drawn: DecorationSet };

const key = new PluginKey<Terms>("terms");

/** Marks the words of the glossary, and shows what they mean where the pointer or the caret is. */
export const TermMarks = Extension.create({ name: "termMarks", addProseMirrorPlugins: () => [termMarks()] });

function termMarks(): Plugin<Terms> {
  // A paragraph that did not change is not searched again.
  let found = new WeakMap<Node, TermHit[]>();
  const draw = (doc: Node, find: Terms["find"], known: Terms["known"]) => {
    const marks: Decoration[] = [];
    if (known.size > 0)
      doc.descendants((node, at) => {
        if (!node.isTextblock) return true;
        if (node.type.name === "clauseTitle") return false;
        const hits = found.get(node) ?? find(node.textBetween(0, node.content.size, undefined, "\ufffc"));
        found.set(node, hits);
        for (const { from, to, termId } of hits) marks.push(Decoration.inline(at + 1 + from, at + 1 + to, { class: known.get(termId)?.meaning == null ? "term undefined" : "term", "data-term": termId }, { termId }));
        return false;
      });
    return DecorationSet.create(doc, marks);
  };
  return new Plugin<Terms>({
    key,
    state: {
      init: () => ({ known: new Map(), find: () => [], drawn: DecorationSet.empty }),
      apply(transaction, terms, _before, { doc }) {
        const told = transaction.getMeta(key) as readonly DefinedTerm[] | undefined;
        if (told) {
          found = new WeakMap();
          const known = new Map(told.map((term) => [term.id, term]));
          const find = termFinder(told);
          return { known, find, drawn: draw(doc, find, known) };
        }
        return transaction.docChanged ? { ...terms, drawn: draw(doc, terms.find, terms.known) } : terms;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.drawn,
      attributes: (state): Record<string, string> => (termAtCaret(state) ? { "aria-describedby": "term-meaning" } : {}),
    },
    view(view) {
      void readGlossary(view);
      return termPopover(view, (termId) => key.getState(view.state)?.known.get(termId) ?? null, () => termAtCaret(view.state));
    },
  });
}

/** The word of the glossary that the caret stands in. */
function termAtCaret(state: EditorState): { termId: string; at: number } | null {
  const { empty, head } = state.selection;
  const [mark] = empty ? (key.getState(state)?.drawn.find(head, head) ?? []) : [];
  return mark ? { termId: String((mark.spec as { termId: string }).termId), at: mark.from } : null;
}

/** The glossary as it is when the text is opened. Without it the text is written all the same. */
async function readGlossary(view: EditorView): Promise<void> {
  const answer = await fetch("/glossary/words", { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const { terms } = (await answer.json()) as { terms: DefinedTerm[] };
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, terms).setMeta("addToHistory", false));
}
