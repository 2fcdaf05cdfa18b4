import { describe, expect, it } from "vitest";
import { emptyDocument, documentSchema, schemaVersion } from "./document-schema";
import type { DocumentNode } from "./document-node";
import { readDocument } from "./read-document";

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const clause = (id: string, ...below: DocumentNode[]): DocumentNode => ({
  type: "clause",
  attrs: { id },
  content: [{ type: "clauseTitle" }, ...below],
});
const doc = (...content: DocumentNode[]): DocumentNode => ({ type: "doc", content });
const reasonFor = (json: unknown) => {
  const read = readDocument(json);
  return read.ok ? "accepted" : read.reason;
};

describe("reading a document that came from outside", () => {
  it("accepts an empty document and gives it back", () => {
    const read = readDocument(emptyDocument("first"));
    expect(read.ok && read.doc.firstChild?.attrs.id).toBe("first");
    expect(schemaVersion).toMatch(/^[0-9a-f]{16}$/);
  });

  it("accepts four levels of clauses and refuses five", () => {
    expect(reasonFor(doc(clause("a", clause("b", clause("c", clause("d"))))))).toBe("accepted");
    expect(reasonFor(doc(clause("a", clause("b", clause("c", clause("d", clause("e")))))))).toMatch(/4 levels/);
  });

  it("refuses nesting 5,000 levels deep without overflowing the stack", () => {
    let deep: DocumentNode = paragraph("x");
    for (let level = 0; level < 5000; level++) deep = clause(`c${level}`, deep);
    expect(reasonFor(doc(deep))).toMatch(/20 levels/);
  });

  it("refuses properties nested 5,000 levels deep, in nodes and in marks", () => {
    let deep: unknown = 1;
    for (let level = 0; level < 5000; level++) deep = { deep };
    expect(reasonFor({ ...doc(clause("a")), attrs: { deep } })).toMatch(/properties/);
    const text = { type: "text", text: "x", marks: [{ type: "link", attrs: { deep } }] };
    expect(reasonFor(doc(clause("a", { type: "paragraph", content: [text] })))).toMatch(/properties/);
    expect(reasonFor({ ...doc(clause("a")), more: deep })).toMatch(/not text/);
  });

  it("refuses more than 50,000 parts", () => {
    const many = Array.from({ length: 50_001 }, () => ({ type: "paragraph" }));
    expect(reasonFor(doc(clause("a", ...many)))).toMatch(/50000 parts/);
  });

  it("refuses more than 5 MB, counted in bytes", () => {
    expect(reasonFor(doc(clause("a", paragraph("é".repeat(2_600_000)))))).toMatch(/5 MB/);
  });

  it("refuses two clauses of one id, and a clause without one", () => {
    expect(reasonFor(doc(clause("a"), clause("a")))).toMatch(/same id/);
    expect(reasonFor(doc(clause("a", clause("a"))))).toMatch(/same id/);
    expect(reasonFor(doc(clause("")))).toMatch(/no usable id/);
    expect(reasonFor({ type: "doc", content: [{ type: "clause", content: [{ type: "clauseTitle" }] }] })).toMatch(/id/);
    expect(reasonFor(doc(clause("<script>")))).toMatch(/no usable id/);
  });

  it("refuses a text after the clauses below, an unknown node, an unknown mark and a part of a document", () => {
    expect(reasonFor(doc(clause("a", clause("b"), paragraph("late"))))).toMatch(/well formed/);
    expect(reasonFor(doc({ type: "iframe" }))).toMatch(/well formed/);
    const blink = { type: "text", text: "x", marks: [{ type: "blink" }] };
    expect(reasonFor(doc(clause("a", { type: "paragraph", content: [blink] })))).toMatch(/well formed/);
    expect(reasonFor(paragraph("x"))).toMatch(/whole document/);
  });

  it("refuses cells that span more than there can be", () => {
    const cell = { type: "tableCell", attrs: { colspan: 1e9, rowspan: 1 }, content: [paragraph("x")] };
    const table = { type: "table", content: [{ type: "tableRow", content: [cell] }] };
    expect(reasonFor(doc(clause("a", table)))).toMatch(/spans/);
  });

  it.each([null, undefined, 7, "doc", [], {}, { type: 5 }, { type: "doc", content: {} }, { type: "doc", content: [null] }])(
    "refuses %j without throwing",
    (json) => expect(readDocument(json).ok).toBe(false),
  );

  it("knows the nodes and marks that a policy is made of", () => {
    expect(Object.keys(documentSchema.nodes)).toEqual(expect.arrayContaining(["clause", "clauseTitle", "table"]));
    expect(Object.keys(documentSchema.marks)).toEqual(["insertion", "deletion", "suggestedBold", "suggestedItalic", "suggestedUnderline", "suggestedLink", "comment", "link", "bold", "italic", "underline"]);
  });
});
