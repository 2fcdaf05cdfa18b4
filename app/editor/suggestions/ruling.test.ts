import type { Node } from "@tiptap/pm/model";
import { Transform } from "@tiptap/pm/transform";
import { describe, expect, it } from "vitest";
import { suggestionRuling } from "./ruling";
import { clause, docOf, editorOf, p } from "./test-client";

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
});
