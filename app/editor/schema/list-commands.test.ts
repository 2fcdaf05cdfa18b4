import { EditorState, TextSelection } from "@tiptap/pm/state";
import { expect, test } from "vitest";
import { clause, docOf, li, p, ul } from "~/editor/suggestions/test-client";
import { toggleList } from "./list-commands";

function after(words: string, ...names: ("bulletList" | "orderedList")[]): string {
  let state = EditorState.create({ doc: docOf(clause("a", "Calls", p("Ask."), ul(li(p("one")), li(p("two")), li(p("three"))), p("End."))) });
  state.doc.descendants((node, at) => {
    if (node.isText && node.text === words) state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at + 1)));
  });
  for (const name of names) toggleList(name)(state, (transaction) => (state = state.apply(transaction)));
  state.doc.check();
  return state.doc.firstChild?.content.content.slice(1).map((block) => `${block.type.name}(${block.textContent})`).join(" ") ?? "";
}

test.each([
  ["the first entry comes out of its list", "one", ["bulletList"], "paragraph(Ask.) paragraph(one) bulletList(twothree) paragraph(End.)"],
  ["an entry in the middle parts the list", "two", ["bulletList"], "paragraph(Ask.) bulletList(one) paragraph(two) bulletList(three) paragraph(End.)"],
  ["the last entry comes out behind it", "three", ["bulletList"], "paragraph(Ask.) bulletList(onetwo) paragraph(three) paragraph(End.)"],
  ["a bulleted list becomes a numbered one as a whole", "two", ["orderedList"], "paragraph(Ask.) orderedList(onetwothree) paragraph(End.)"],
  ["a paragraph becomes a list, and is one again", "Ask.", ["orderedList", "orderedList"], "paragraph(Ask.) bulletList(onetwothree) paragraph(End.)"],
] as const)("%s", (_what, words, names, expected) => {
  expect(after(words, ...names)).toBe(expected);
});
