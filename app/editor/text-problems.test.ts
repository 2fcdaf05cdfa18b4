import { describe, expect, it } from "vitest";
import { startedKinds } from "~/domain/documents/kinds";
import { templates } from "~/domain/documents/templates";
import { clausesOf } from "./numbering";
import type { DocumentNode } from "./schema/document-node";
import { readDocument } from "./schema/read-document";
import { templateText } from "./template-text";
import { sectionFaults, textProblems } from "./text-problems";

const paragraph = (text: string): DocumentNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const begun = templateText("policy");
const written: DocumentNode = {
  ...begun,
  content: begun.content?.map((clause) => ({ ...clause, content: [...(clause.content ?? []).slice(0, 1), paragraph("Officers slow the encounter down.")] })),
};
const change = (text: DocumentNode, id: string, to: (clause: DocumentNode) => DocumentNode[]): DocumentNode => ({ ...text, content: text.content?.flatMap((clause) => (clause.attrs?.id === id ? to(clause) : [clause])) });

describe("a template", () => {
  it.each(startedKinds)("of the kind %s makes a text that the editor accepts, with one guiding sentence a section", (kind) => {
    expect(readDocument(templateText(kind))).toMatchObject({ ok: true });
    expect(clausesOf(templateText(kind)).map(({ id }) => id)).toEqual(templates[kind].map(({ clauseId }) => clauseId));
    for (const { guide } of templates[kind]) expect(guide).toMatch(/^[A-Z][^.]+\.$/);
    expect(JSON.stringify(templateText(kind))).not.toContain(templates[kind][0]?.guide);
  });

  it("of an evaluation plan has its fifteen sections", () => {
    expect(templates["evaluation-plan"]).toHaveLength(15);
  });
});

describe("the sections that a text owes", () => {
  it("are all empty at the start, each with what it should hold", () => {
    expect(sectionFaults("policy", begun, begun).map(({ state }) => state)).toEqual(Array(8).fill("empty"));
    expect(textProblems("policy", begun, begun)[0]).toBe("The section “Purpose” is empty. Say why this policy exists and whom it protects.");
  });

  it("are held once each says something, here or in a clause below it", () => {
    expect(textProblems("policy", begun, written)).toEqual([]);
    const nested = change(written, "section-policy-rules", (clause) => [{ ...clause, content: [...(clause.content ?? []).slice(0, 1), { type: "clause", attrs: { id: "x1" }, content: [{ type: "clauseTitle" }, paragraph("Time and distance.")] }] }]);
    expect(textProblems("policy", begun, nested)).toEqual([]);
  });

  it("are known again when they are moved and retitled", () => {
    const retitled = change(written, "section-policy-purpose", (clause) => [{ ...clause, content: [{ type: "clauseTitle", content: [{ type: "text", text: "Why" }] }, paragraph("Everyone is safe.")] }]);
    expect(textProblems("policy", begun, { ...retitled, content: [...(retitled.content ?? [])].reverse() })).toEqual([]);
  });

  it("are missing when they are taken out", () => {
    expect(textProblems("policy", begun, change(written, "section-policy-review", () => []))).toEqual(["The section “Review” is missing. Say who looks at this policy again, and how often."]);
  });

  it("are none for a text that began without them", () => {
    const free: DocumentNode = { type: "doc", content: [{ type: "clause", attrs: { id: "a" }, content: [{ type: "clauseTitle" }, paragraph("Imported.")] }] };
    expect(textProblems("policy", free, free)).toEqual([]);
  });
});

it("a reference that leads nowhere is a problem of the text", () => {
  const text = change(written, "section-policy-scope", (clause) => [{ ...clause, content: [...(clause.content ?? []), { type: "paragraph", content: [{ type: "crossReference", attrs: { clause: "gone" } }] }] }]);
  expect(textProblems("policy", begun, text)).toEqual(["Clause 2 Whom it applies to refers to a clause that is gone. Point it to another clause, or delete the reference."]);
});
