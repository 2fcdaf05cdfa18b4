import { describe, expect, it } from "vitest";
import { exportedInTest } from "../export/exported-in-test";
import { writePdf } from "../export/pdf/write-pdf";
import { policies } from "../export/word/policies-in-test";
import { calloutNames } from "../export/text-notes";
import { clauseNumbers, clausesOf } from "../numbering";
import type { DocumentNode } from "../schema/document-node";
import { readPdf } from "./pdf";

/** The clauses with their titles, and the shape and words of what is in them, as paper shows it. */
function outline(content: DocumentNode): unknown[] {
  const numbers = clauseNumbers(content);
  const wordsOf = (node: DocumentNode) => (node.content ?? []).map((child) => (child.type === "footnote" ? `[${String(child.attrs?.text)}]` : child.type === "crossReference" ? numbers.get(String(child.attrs?.clause)) : (child.text ?? " "))).join("").replace(/\s+/g, " ").trim();
  const shape = (node: DocumentNode): unknown[] => {
    if (node.type === "paragraph") return [wordsOf(node)];
    const inside = (node.content ?? []).flatMap(shape);
    if (node.type === "callout") return [calloutNames[String(node.attrs?.tone)], ...inside];
    const { colspan = 1, rowspan = 1 } = node.attrs ?? {};
    return [[node.type, ...(node.type.startsWith("tableC") || node.type.startsWith("tableH") ? [`${String(colspan)} by ${String(rowspan)}`] : []), ...inside]];
  };
  return clausesOf(content).map(({ number, title, ownContent }) => [number, title, ...ownContent.slice(1).flatMap(shape)]);
}

describe("a PDF that tells its structure is read by its tags: clauses, lists, tables and footnotes of", () => {
  // A number without words is no heading on paper.
  const titled = policies.map(({ title, content }) => ({ title, content: { ...content, content: content.content?.filter((clause) => clause.content?.[0]?.content) } }));
  it.each(titled)("$title", async ({ title, content }) => {
    const read = await readPdf(await writePdf({ ...exportedInTest, facts: [], approvals: [], program: "", title, content }));
    if (!read.ok) throw new Error(read.reason);
    expect(outline(read.content)).toEqual(outline(content));
    expect(read.report.title).toBe(title);
  });

  it("a table that goes over pages, with nothing of their heads and feet", async () => {
    const read = await readPdf(await writePdf(exportedInTest));
    if (!read.ok) throw new Error(read.reason);
    const table = clausesOf(read.content).find(({ title }) => title === "Transport")?.ownContent.find(({ type }) => type === "table");
    expect(table?.content?.length).toBe(47);
    expect(new Set(table?.content?.map(({ content }) => content?.length))).toEqual(new Set([3]));
    expect(JSON.stringify(read.content)).not.toMatch(/Page \d|abab.{3}abab.*abab.*SHA-256 abab/);
    expect(read.report.notUnderstood.map(({ what }) => what)).toContain("line at the edge of the pages, left out: “Page 1 of 6”");
  });
});
