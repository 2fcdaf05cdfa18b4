import { expect, it } from "vitest";
import { unpack } from "../../import/unpack";
import { bullets, clause, p, table } from "./policies-in-test";
import { wordFile } from "./word-file";

async function partsOf(...clauses: ReturnType<typeof clause>[]): Promise<Map<string, string>> {
  return (await unpack(await wordFile({ title: "T", content: { type: "doc", content: clauses }, header: "H", footer: "CIT-1. Adopted.\nSHA-256 ab", facts: [], approval: [], names: {}, threads: [], origin: null, madeAt: "2026-03-03T10:00:00Z" }))).xml;
}

it("a table gives the room to the column with much to read, and no row is torn by the end of a page", async () => {
  const document = (await partsOf(clause("c1", "Steps", table(["Step", "Action"], ["1", "The dispatcher gives the warning and the lead vehicle acknowledges it at once."], ["2", "Stop."])))).get("word/document.xml") ?? "";
  const [step = 0, action = 0] = [...document.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(step).toBeGreaterThan(500);
  expect(action).toBeGreaterThan(3 * step);
  expect(step + action).toBeLessThanOrEqual(9360);
  expect(document.match(/<w:tr>/g)).toHaveLength(3);
  expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(3);
});

it("a paragraph that leads to a list stays on the list's page, others go where they fall", async () => {
  const document = (await partsOf(clause("c1", "Say", p("Before."), p("These:"), bullets("one"), p("After.")))).get("word/document.xml") ?? "";
  expect([...document.matchAll(/<w:keepNext\/>.*?<w:t[^>]*>(.*?)<\/w:t>/g)].map(([, words]) => words)).toEqual(["These:"]);
});

it("the foot has a line for what the text is, and one for its hash with the number of the page", async () => {
  const foot = (await partsOf(clause("c1", "Say", p("Words.")))).get("word/footer1.xml") ?? "";
  expect(foot.replace(/<w:br\/>/g, "|").replace(/<w:tab\/>/g, " > ").replace(/<[^>]*>/g, "").trim()).toMatch(/CIT-1\. Adopted\.\|SHA-256 ab > Page 1 of 1$/);
});
