import { expect, test } from "vitest";
import { pendingSuggestions } from "./pending";
import { settleAll } from "./settle";
import { clause, commands, docOf, editorOf, li, p, table, ul } from "./test-client";

type Editor = ReturnType<typeof editorOf>;
const start = () => docOf(clause("a", "Calls", p("Ask who called."), p("Ask where."), ul(li(p("one")), li(p("two"))), table(["r1c1", "r1c2"], ["r2c1", "r2c2"]), p("Last.")), clause("b", "Units", p("Who goes.")));

function said(does: (editor: Editor) => void): string[] {
  const editor = editorOf(start(), "maria", true);
  does(editor);
  expect(editor.refusals).toEqual([]);
  expect(settleAll(editor.doc, "rejected").toJSON()).toEqual(start().toJSON());
  return pendingSuggestions(editor.doc).map(({ words }) => words);
}

const at = (words: string, command: string) => (editor: Editor) => {
  editor.after(words);
  editor.run(commands[command]!);
};

test.each([
  ["a paragraph as a list", at("where", "bullets"), "makes “Ask where.” a bulleted list"],
  ["a paragraph as a callout", at("where", "callout"), "makes “Ask where.” a callout"],
  ["an entry further in", at("two", "sink"), "indents in the list “one ¶ two”"],
  ["an entry out of its list", at("one", "liftItem"), "takes a line out of the list “one ¶ two”"],
  ["a table taken away", at("r1c1", "deleteTable"), "removes a table"],
  ["a paragraph as a title", at("Last", "toTitle"), "adds clause Last. and takes “Last.” from where it stands"],
  ["a title as a paragraph", at("Units", "toParagraph"), "removes clause 2 Units and keeps “Units ¶ Who goes.” as ordinary text"],
  ["a clause taken away", at("Who goes", "removeClause"), "removes clause 2 Units"],
  ["a new column", at("r1c2", "addColumn"), "adds a column"],
  ["one row taken away", at("r1c1", "deleteRow"), "removes a row"],
])("%s is said as what it is", (_what, does, words) => {
  expect(said(does)).toEqual([words]);
});

test("words of two paragraphs are parted where they are quoted", () => {
  expect(said((editor) => {
    editor.select(editor.find("called"), editor.find("where"));
    editor.backspace();
  })).toEqual(["removes “called. ¶ Ask”"]);
});

test("Enter and what is written in the new paragraph is one suggestion", () => {
  const written = said((editor) => {
    editor.after("where.");
    editor.enter();
    editor.type("Ask when.");
  });
  expect(written).toEqual(["adds a paragraph: “Ask when.”"]);
});

test("a new entry of a list and its words are one suggestion", () => {
  expect(said((editor) => {
    editor.after("two");
    editor.enter();
    editor.type("three");
  })).toEqual(["adds a list entry: “three”"]);
});

test("what is written in one's own new row or clause goes with it", () => {
  expect(said((editor) => {
    at("r2c1", "addRow")(editor);
    editor.select(editor.find("r2c2") + "r2c2".length + 4);
    editor.type("new");
  })).toEqual(["adds a row: “new”"]);
  expect(said((editor) => {
    at("where", "addClause")(editor);
    editor.type("Who goes");
  })).toEqual(["adds clause Who goes"]);
});

test("what somebody else writes in a new clause stays theirs", () => {
  const maria = editorOf(start(), "maria", true);
  at("where", "addClause")(maria);
  maria.type("Who goes");
  const omar = editorOf(maria.doc, "omar", true);
  omar.after("Who goes");
  omar.type(" first");
  expect(pendingSuggestions(omar.doc).map(({ author }) => author)).toEqual(["maria", "omar"]);
});
