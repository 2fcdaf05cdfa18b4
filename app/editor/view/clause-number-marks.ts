import type { Node } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** Shows the computed number of each clause before its title, as the page does. */
export function clauseNumberMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => numbered(doc),
      apply: (transaction, shown) => (transaction.docChanged ? numbered(transaction.doc) : shown),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
    },
  });
}

function numbered(doc: Node): DecorationSet {
  return DecorationSet.create(doc, marksIn(doc, 0, ""));
}

function marksIn(parent: Node, start: number, prefix: string): Decoration[] {
  let count = 0;
  const marks: Decoration[] = [];
  parent.forEach((child, offset) => {
    if (child.type.name !== "clause") return;
    // A clause that is only suggested has no number yet: the others keep theirs.
    const number = child.attrs.added ? `${prefix}+` : `${prefix}${++count}`;
    const inside = start + offset + 1;
    const title = child.firstChild;
    if (title) marks.push(Decoration.node(inside, inside + title.nodeSize, { "data-number": number }));
    marks.push(...marksIn(child, inside, `${number}.`));
  });
  return marks;
}
