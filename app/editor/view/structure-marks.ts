import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { guideFor } from "~/domain/documents/templates";
import { clauseRemoved } from "~/editor/atoms-in-words";
import { clauseNamesIn } from "./clause-names";

/**
 * What the text computes while it is written: numbers of footnotes and references, hints in the empty sections of a
 * template, and what a heading cell heads. None of it is part of the text.
 */
export const StructureMarks = Extension.create({
  name: "structureMarks",
  addProseMirrorPlugins: () => [structureMarks()],
  addKeyboardShortcuts: () => ({ "Mod-Alt-f": () => open("footnote"), "Mod-Alt-r": () => open("reference") }),
});

function structureMarks(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => drawn(doc),
      apply: (transaction, shown) => (transaction.docChanged ? drawn(transaction.doc) : shown),
    },
    props: {
      decorations(state) {
        return this.getState(state);
      },
      handleKeyDown: ({ state }, event) => event.key === "Enter" && !event.ctrlKey && !event.metaKey && state.selection instanceof NodeSelection && openFor(state.selection.node),
      handleDoubleClickOn: (_view, _at, node) => openFor(node),
    },
  });
}

/** Opens the dialog in which a footnote or a reference is changed; false for anything else. */
function openFor(node: Node): boolean {
  if (node.type.name === "footnote") return open("footnote");
  return node.type.name === "crossReference" && open("reference");
}

function open(dialog: string): boolean {
  document.querySelector<HTMLElement>(`.editor-toolbar [data-opens="${dialog}"]`)?.click();
  return true;
}

function drawn(doc: Node): DecorationSet {
  const names = clauseNamesIn(doc);
  const marks: Decoration[] = [];
  let footnotes = 0;
  doc.descendants((node, at, parent, index) => {
    const mark = (attributes: Record<string, string>) => marks.push(Decoration.node(at, at + node.nodeSize, attributes));
    if (node.type.name === "footnote") {
      const words = `Footnote ${++footnotes}: ${node.attrs.text}`;
      mark({ "data-number": String(footnotes), role: "img", "aria-label": words, title: words });
    }
    if (node.type.name === "crossReference") mark(reference(names.get(String(node.attrs.clause))));
    if (node.type.name === "tableRow") node.forEach((cell, offset) => cell.type.name === "tableHeader" && marks.push(Decoration.node(at + 1 + offset, at + 1 + offset + cell.nodeSize, { scope: index === 0 ? "col" : "row" })));
    if (node.type.name === "clauseTitle" && node.content.size === 0) mark({ class: "title-hint" });
    if (node.type.name === "paragraph" && node.content.size === 0 && index === 1 && parent?.childCount === 2) {
      const guide = guideFor(String(parent.attrs.id));
      if (guide) mark({ class: "section-hint", "data-hint": guide });
    }
    return true;
  });
  return DecorationSet.create(doc, marks);
}

/** The number comes first in a clause's name. */
function reference(name: string | undefined): Record<string, string> {
  if (name === undefined) return { "data-number": clauseRemoved, class: "gone", role: "img", "aria-label": "Reference to a clause that was removed" };
  return { "data-number": name.split(" ")[0] ?? "", role: "img", "aria-label": `Clause ${name}`, title: name };
}
