import { describe, expect, it } from "vitest";
import { pendingSuggestions } from "./pending";
import { suggestionRuling } from "./ruling";
import { settle, settleAll } from "./settle";
import { clause, commands, docOf, editorOf, li, p, table, ul } from "./test-client";
import type { Node } from "@tiptap/pm/model";

const now = Date.parse("2026-11-23T10:00:00Z");
const shown = (doc: Node) => doc.textBetween(0, doc.content.size, "|", "*");
const start = () => docOf(clause("a", "Transport", p("Officers may drive."), p("Second."), ul(li(p("one")), li(p("two"), ul(li(p("below")))), li(p("three"))), table(["r1c1", "r1c2"], ["r2c1", "r2c2"]), p("Last.")), clause("b", "Custody", p("Words of b."), clause("c", "Under", p("Words of c."))), clause("d", "End", p("Words of d.")));

function maria(doc = start()) {
  const editor = editorOf(doc, "maria", true);
  const checked = (base = doc) => {
    editor.doc.check();
    expect(editor.refusals).toEqual([]);
    expect(settleAll(editor.doc, "rejected").toJSON()).toEqual(settleAll(base, "rejected").toJSON());
    expect(suggestionRuling(base, editor.doc, "maria", now)).toBeNull();
    settleAll(editor.doc, "accepted").check();
    return { accepted: shown(settleAll(editor.doc, "accepted")), said: pendingSuggestions(editor.doc).map(({ words }) => words) };
  };
  return Object.assign(editor, { checked });
}

describe("suggesting", () => {
  it("typing over a word replaces it, as one suggestion", () => {
    const editor = maria();
    editor.mark("may");
    editor.type("shall");
    const { accepted, said } = editor.checked();
    expect(accepted).toContain("Officers shall drive.");
    expect(said).toEqual(["replaces “may” with “shall”"]);
  });
  it("what one types and takes back leaves nothing", () => {
    const editor = maria();
    editor.after("Second");
    editor.type("ly");
    editor.backspace();
    editor.backspace();
    expect(editor.doc.toJSON()).toEqual(start().toJSON());
  });
  it("Backspace takes letter after letter, as one suggestion, and the cursor goes with it", () => {
    const editor = maria();
    editor.after("Second");
    for (let times = 0; times < 3; times++) editor.backspace();
    const { accepted, said } = editor.checked();
    expect(accepted).toContain("|Sec.|");
    expect(said).toEqual(["removes “ond”"]);
  });
  it("Delete takes what comes behind", () => {
    const editor = maria();
    editor.before("Second");
    for (let times = 0; times < 3; times++) editor.del();
    expect(editor.checked().accepted).toContain("|ond.|");
  });
  it("Enter splits a paragraph, and Backspace takes it back", () => {
    const editor = maria();
    editor.before("drive");
    editor.enter();
    expect(editor.checked()).toEqual({ accepted: expect.stringContaining("Officers may |drive."), said: ["splits a paragraph"] });
    editor.backspace();
    expect(editor.doc.toJSON()).toEqual(start().toJSON());
  });
  it("Backspace at the beginning of a paragraph joins it to the one before", () => {
    const editor = maria();
    editor.before("Second");
    editor.backspace();
    expect(editor.checked()).toEqual({ accepted: expect.stringContaining("Officers may drive.Second."), said: ["joins two paragraphs"] });
  });
  it("a selection across paragraphs goes, also with a list in between", () => {
    const editor = maria();
    editor.select(editor.find("drive"), editor.find("ond."));
    editor.backspace();
    expect(editor.checked().accepted).toContain("Officers may ond.|");
    const other = maria();
    other.select(other.find("ond."), other.find("ast."));
    other.backspace();
    expect(other.checked().accepted).toContain("|Secast.");
  });
  it("Enter in a list makes an entry", () => {
    const editor = maria();
    editor.after("tw");
    editor.enter();
    editor.type("x");
    expect(editor.checked().accepted).toContain("|tw|xo|");
  });
  it("words that one has taken away stay away when their block is then put elsewhere", () => {
    const editor = maria();
    editor.mark("two");
    editor.backspace();
    editor.before("two");
    editor.run(commands.liftItem!);
    expect(editor.checked().accepted).not.toContain("two");
  });
  it("Enter in a title begins the body with its tail", () => {
    const editor = maria();
    editor.after("Trans");
    editor.enter();
    expect(editor.checked().accepted).toMatch(/^Trans\|port\|Officers/);
  });
  it("makes words strong, and no longer", () => {
    const editor = maria();
    editor.mark("drive");
    editor.run(commands.bold!);
    expect(editor.checked().said).toEqual(["makes “drive” bold"]);
    editor.run(commands.bold!);
    expect(editor.doc.toJSON()).toEqual(start().toJSON());
  });
  it.each(["bullets", "sink", "liftItem", "callout", "lift", "addRow", "addColumn", "deleteRow", "deleteColumn", "deleteTable", "addClause", "removeClause", "nest", "liftClause", "up", "down"])("%s is suggested wherever it is possible, and would do what it does", (name) => {
    for (const words of ["drive", "two", "three", "below", "r1c2", "r2c1", "Last", "of b", "Under", "of d"]) {
      const editor = maria();
      const plain = editorOf(start(), "lead", false);
      editor.before(words);
      plain.before(words);
      if (!plain.run(commands[name]!)) continue;
      editor.run(commands[name]!);
      expect(editor.checked().accepted, words).toBe(shown(plain.doc));
      expect(editor.checked().said, words).toHaveLength(1);
    }
  });
  it("undo brings the text back", () => {
    const editor = maria();
    editor.mark("may");
    editor.type("shall");
    while (editor.undo());
    expect(editor.doc.toJSON()).toEqual(start().toJSON());
  });
  it("accepting one of several leaves the others", () => {
    const editor = maria();
    editor.mark("may");
    editor.type("shall");
    editor.mark("of d");
    editor.backspace();
    const [first] = pendingSuggestions(editor.doc);
    const left = settle(editor.doc, new Set([first!.id]), "accepted").doc;
    expect(pendingSuggestions(left).map(({ words }) => words)).toEqual(["removes “of d”"]);
  });
});
