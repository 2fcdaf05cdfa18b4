import { describe, expect, it } from "vitest";
import { changesInWords } from "./changes-in-words";
import { redline } from "./redline";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";

const text = (words: string, ...marks: NonNullable<DocumentNode["marks"]>): DocumentNode => ({ type: "text", text: words, marks });
const paragraph = (words: string): DocumentNode => ({ type: "paragraph", content: [text(words)] });
const list = (type: string, ...words: string[]): DocumentNode => ({
  type,
  content: words.map((word) => ({ type: "listItem", content: [paragraph(word)] })),
});
const table = (...rows: string[][]): DocumentNode => ({
  type: "table",
  content: rows.map((row) => ({
    type: "tableRow",
    content: row.map((word) => ({ type: "tableCell", content: [paragraph(word)] })),
  })),
});
const clause = (id: string, title: string, ...below: DocumentNode[]): DocumentNode => ({
  type: "clause",
  attrs: { id },
  content: [{ type: "clauseTitle", content: [text(title)] }, ...below],
});
const doc = (...content: DocumentNode[]): DocumentNode => {
  const read = readDocument({ type: "doc", content });
  if (!read.ok) throw new Error(read.reason);
  return read.doc.toJSON();
};
const shall = "Officers shall transport a person in crisis to the nearest crisis center without delay.";

describe("a redline", () => {
  it("of one changed word in a policy of twenty pages highlights one word", () => {
    const page = (at: number, word: string) =>
      clause(`p${at}`, `Part ${at}`, ...Array.from({ length: 10 }, (_, line) => paragraph(`In case ${line}, officers ${line === 4 ? word : "shall"} stay with the person and speak calmly. `.repeat(3))));
    const pages = (word: string) => doc(...Array.from({ length: 20 }, (_, at) => page(at, at === 11 ? word : "shall")));
    const before = pages("shall");
    const after = JSON.parse(JSON.stringify(before).replace("In case 4, officers shall stay", "In case 4, officers may stay"));
    const { changes } = redline(before, after);
    expect(changes).toHaveLength(1);
    const spans = changes.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === "paragraph" ? block.spans : [])));
    expect(spans.filter(({ kind }) => kind !== "same")).toEqual([
      { kind: "deleted", text: "shall" },
      { kind: "inserted", text: "may" },
    ]);
    expect(changesInWords({ changes, touchedClauseIds: [] })).toEqual(["In 1 Part 0: “shall” replaced by “may”."]);
  });

  it("of a text with itself is empty, and a clause that is only renumbered is not listed", () => {
    const two = doc(clause("a", "One"), clause("b", "Two"));
    expect(redline(two, two)).toEqual({ changes: [], touchedClauseIds: [] });
    const three = doc(clause("n", "New", paragraph("Fresh.")), clause("a", "One"), clause("b", "Two"));
    expect(redline(two, three).touchedClauseIds).toEqual(["n"]);
    expect(changesInWords(redline(two, three))).toEqual(["1 New is new: “Fresh.”."]);
    expect(changesInWords(redline(three, two))).toEqual(["1 New is removed: “Fresh.”."]);
  });

  it("says what is moved and retitled, and the fewest clauses count as moved", () => {
    const before = doc(clause("a", "One", clause("x", "Under")), clause("b", "Two"), clause("c", "Three"), clause("d", "Four"));
    const after = doc(clause("d", "Four"), clause("a", "One"), clause("b", "Second", clause("x", "Under")), clause("c", "Three"));
    const { changes } = redline(before, after);
    expect(changes.map(({ clauseId, kind }) => `${clauseId} ${kind}`)).toEqual(["d moved", "b retitled", "x moved"]);
    expect(changesInWords({ changes, touchedClauseIds: [] })).toEqual([
      "1 Four is moved; it was 4.",
      "3 is retitled: “Two” is now “Second”.",
      "3.1 Under is moved; it was 1.1.",
    ]);
  });

  it("shows an inserted paragraph as inserted and leaves its neighbours alone", () => {
    const before = doc(clause("a", "Transport", paragraph(shall), paragraph("A second rule stands here.")));
    const after = doc(clause("a", "Transport", paragraph("Call the crisis line first."), paragraph(shall), paragraph("A second rule stands here.")));
    expect(redline(before, after).changes[0]?.blocks.map(({ kind }) => kind)).toEqual(["added", "same", "same"]);
    expect(changesInWords(redline(before, after))).toEqual(["In 1 Transport: paragraph added: “Call the crisis line first.”."]);
  });

  it("compares tables cell by cell and lists entry by entry", () => {
    const before = doc(clause("a", "Hours", table(["Day", "Officers"], ["Monday", "4"]), list("bulletList", "one bed", "two vans")));
    const after = doc(clause("a", "Hours", table(["Day", "Officers"], ["Monday", "6"], ["Tuesday", "5"]), list("bulletList", "one bed", "three vans", "a nurse")));
    expect(changesInWords(redline(before, after))).toEqual([
      "In 1 Hours, table row 2, column 2: “4” replaced by “6”.",
      "In 1 Hours: table row added: “Tuesday | 5”.",
      "In 1 Hours: “two” replaced by “three”.",
      "In 1 Hours: list entry added: “a nurse”.",
    ]);
  });

  it("never hides a change: marks, link targets, list kinds and starts are told in words", () => {
    const link = (href: string) => ({ type: "paragraph", content: [text("See the "), text("manual", { type: "link", attrs: { href } })] });
    const told = (old: DocumentNode, now: DocumentNode) => changesInWords(redline(doc(clause("a", "A", old)), doc(clause("a", "A", now))));
    expect(told(link("/old"), link("/new"))).toEqual(["In 1 A: “manual” was linked to /old and is linked to /new."]);
    expect(told(paragraph("must"), { type: "paragraph", content: [text("must", { type: "bold" })] })).toEqual(["In 1 A: “must” was plain and is bold."]);
    expect(told(list("bulletList", "x"), list("orderedList", "x"))).toEqual(["In 1 A: now numbered."]);
    expect(told(list("orderedList", "x"), { ...list("orderedList", "x"), attrs: { start: 4 } })).toEqual(["In 1 A: the list starts at 4 and no longer at 1."]);
    const split = { type: "tableCell", attrs: { colspan: 2, rowspan: 1 }, content: [paragraph("x")] };
    expect(told(table(["x"]), { type: "table", content: [{ type: "tableRow", content: [split] }] })).toHaveLength(1);
  });

  it("treats a run of changed words as one replacement", () => {
    const before = doc(clause("a", "A", paragraph(shall)));
    const after = doc(clause("a", "A", paragraph(shall.replace("without delay", "after thirty minutes"))));
    expect(changesInWords(redline(before, after))).toEqual(["In 1 A: “without delay” replaced by “after thirty minutes”."]);
  });
});
