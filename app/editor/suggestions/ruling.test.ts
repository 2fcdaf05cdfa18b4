import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { describe, expect, it } from "vitest";
import { suggestionRuling } from "./ruling";
import { clause, commands, docOf, editorOf, p } from "./test-client";

const noon = Date.parse("2026-11-23T10:00:00Z");
const stamp = (author: string, at = "2026-11-23T10:00:00Z", id = `${author}1`) => ({ id, author, at });
const start = () => docOf(clause("a", "Transport", p("Officers may drive.")));
const ruling = (before: Node, change: (change: Transform) => unknown, author = "maria") => {
  const made = new Transform(before);
  change(made);
  return suggestionRuling(before, made.doc, author, noon);
};
const mark = (doc: Node, name: string, attrs: object) => doc.type.schema.mark(name, attrs as Record<string, unknown>);

describe("what somebody who may only suggest may send", () => {
  it("a suggestion of their own, and taking it back", () => {
    const doc = start();
    const marked = new Transform(doc).addMark(14, 18, mark(doc, "deletion", stamp("maria")));
    expect(suggestionRuling(doc, marked.doc, "maria", noon)).toBeNull();
    expect(suggestionRuling(marked.doc, doc, "maria", noon)).toBeNull();
  });
  it("no change of the text itself, and none of the anchors of comments", () => {
    const doc = start();
    expect(ruling(doc, (made) => made.delete(14, 18))).not.toBeNull();
    expect(ruling(doc, (made) => made.insert(14, doc.type.schema.text("x")))).not.toBeNull();
    expect(ruling(doc, (made) => made.addMark(14, 18, mark(doc, "comment", { thread: "t" })))).not.toBeNull();
  });
  it("nothing in somebody else's name, from the future, or under the id of another's suggestion", () => {
    const doc = start();
    expect(ruling(doc, (made) => made.addMark(14, 18, mark(doc, "deletion", stamp("james"))))).not.toBeNull();
    expect(ruling(doc, (made) => made.addMark(14, 18, mark(doc, "deletion", stamp("maria", "2026-11-23T10:11:00Z"))))).toMatch(/future/);
    const taken = new Transform(doc).addMark(14, 18, mark(doc, "deletion", stamp("james"))).doc;
    expect(ruling(taken, (made) => made.addMark(20, 22, mark(doc, "deletion", stamp("maria", undefined, "james1"))))).toMatch(/somebody else/);
  });
  it("nothing that takes away what somebody else suggests", () => {
    const james = editorOf(start(), "james", true);
    james.after("may");
    james.type("be");
    const at = james.find("be");
    expect(ruling(james.doc, (made) => made.delete(at, at + 2))).not.toBeNull();
    expect(ruling(james.doc, (made) => made.removeMark(at, at + 2))).not.toBeNull();
    expect(ruling(james.doc, (made) => made.addMark(at, at + 2, mark(james.doc, "deletion", stamp("maria"))))).toBeNull();
  });
  it("no form of letters that are somebody else's, whether it is real or takes the place of what another suggests", () => {
    const base = start();
    const james = editorOf(base, "james", true);
    james.after("may");
    james.type("be");
    const at = james.find("be");
    const { doc } = james;
    for (const name of ["bold", "italic", "underline"]) {
      expect(ruling(doc, (made) => made.addMark(14, 18, mark(doc, name, {})))).not.toBeNull();
      expect(ruling(doc, (made) => made.addMark(at, at + 2, mark(doc, name, {})))).not.toBeNull();
    }
    expect(ruling(doc, (made) => made.addMark(at, at + 2, mark(doc, "link", { href: "https://example.org/" })))).not.toBeNull();
    expect(ruling(doc, (made) => made.addMark(at, at + 2, mark(doc, "insertion", stamp("maria"))))).not.toBeNull();
    const bold = new Transform(doc).addMark(14, 18, mark(doc, "suggestedBold", { ...stamp("james"), on: true })).doc;
    expect(ruling(bold, (made) => made.addMark(14, 18, mark(doc, "suggestedBold", { ...stamp("maria"), on: false })))).not.toBeNull();
    expect(ruling(bold, (made) => made.addMark(14, 18, mark(doc, "suggestedItalic", { ...stamp("maria"), on: true })))).toBeNull();
  });
  it("no anchor of a comment, wherever and of whatever thread; those on one's own words go with them only", () => {
    const maria = editorOf(start(), "maria", true);
    maria.after("may");
    maria.type(" well");
    const at = maria.find("well");
    const anchor = (thread: string) => mark(maria.doc, "comment", { thread });
    const doc = new Transform(maria.doc).addMark(at, at + 2, anchor("t1")).addMark(14, 18, anchor("t2")).doc;
    expect(ruling(doc, (made) => made.addMark(at + 2, at + 4, anchor("t1")))).toMatch(/beside the text/);
    expect(ruling(doc, (made) => made.addMark(at, at + 4, anchor("t2")))).toMatch(/beside the text/);
    expect(ruling(doc, (made) => made.addMark(at, at + 4, anchor("t3")))).toMatch(/beside the text/);
    expect(ruling(doc, (made) => made.addMark(8, 10, anchor("t1")))).not.toBeNull();
    expect(ruling(doc, (made) => made.removeMark(14, 18, anchor("t2")))).not.toBeNull();
    expect(ruling(doc, (made) => made.insert(at, maria.doc.type.schema.text("no", [mark(doc, "insertion", stamp("maria")), anchor("t1")])))).toMatch(/beside the text/);
    expect(ruling(doc, (made) => made.delete(at, at + 4))).toBeNull();
    expect(ruling(doc, (made) => made.delete(at, at + 2).insert(at + 2, doc.slice(at, at + 2).content))).toBeNull();
  });
  it("typing in the midst of one's own words that are commented on stands there without an anchor", () => {
    const maria = editorOf(start(), "maria", true);
    maria.after("may");
    maria.type("well");
    const at = maria.find("well");
    maria.apply(maria.state.tr.addMark(at, at + 4, mark(maria.doc, "comment", { thread: "t1" })));
    const before = maria.doc;
    maria.after("we");
    maria.type("xx");
    expect(maria.doc.textContent).toContain("maywexxll");
    expect(suggestionRuling(before, maria.doc, "maria", noon)).toBeNull();
  });
  it("nothing that others suggest inside a clause of one's own goes with it", () => {
    const maria = editorOf(docOf(clause("a", "Transport", p("One."))), "maria", true);
    maria.run(commands.addClause!);
    maria.type("New");
    const james = editorOf(maria.doc, "james", true);
    james.after("New");
    james.type("er");
    const added = james.doc.child(1);
    expect(ruling(james.doc, (made) => made.delete(james.doc.child(0).nodeSize, james.doc.child(0).nodeSize + added.nodeSize))).toMatch(/take away words/);
  });
  it("no move of a clause into itself, or to where it would be too deep", () => {
    const doc = docOf(clause("a", "One", p("."), clause("b", "Two", p("."), clause("c", "Three", p("."), clause("d", "Four", p("."))))), clause("e", "Deep", p("."), clause("f", "Below", p("."))));
    const move = (id: string) => doc.type.schema.node("clauseMove", { clause: id, added: JSON.stringify(stamp("maria")) });
    const endOf = (id: string) => {
      let found = -1;
      doc.descendants((node, at) => void (node.attrs.id === id && (found = at + node.nodeSize - 1)));
      return found;
    };
    expect(ruling(doc, (made) => made.insert(endOf("b"), move("a")))).toMatch(/cannot be moved/);
    expect(ruling(doc, (made) => made.insert(endOf("c"), move("e")))).toMatch(/cannot be moved/);
    expect(ruling(doc, (made) => made.insert(endOf("b"), move("e")))).toBeNull();
  });
});
