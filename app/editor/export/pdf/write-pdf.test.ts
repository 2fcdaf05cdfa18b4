import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { exportedInTest } from "../exported-in-test";
import { writePdf } from "./write-pdf";

type Tree = { role?: string; children?: Tree[]; type?: string };

async function read(bytes: Uint8Array) {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)));
  const words = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(" ").replace(/\s+/g, " ")));
  const trees = (await Promise.all(pages.map((page) => page.getStructTree()))) as Tree[];
  const links = (await Promise.all(pages.map((page) => page.getAnnotations()))).flat() as { url?: string; dest?: string }[];
  return { pdf, words, trees, links };
}

function roles(tree: Tree): string[] {
  return [...(tree?.role ? [tree.role] : []), ...(tree?.children ?? []).flatMap(roles)];
}

describe("an edition as a PDF", () => {
  it("is tagged: language, title, headings, lists, tables, notes and links are told to reading programs", async () => {
    const bytes = await writePdf(exportedInTest);
    const { pdf, trees } = await read(bytes);
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "CIT-101 Response to persons in crisis", Language: "en-US", Author: "Riverton CIT (sample)" });
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
    const found = new Set(trees.flatMap(roles));
    for (const role of ["H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Link", "Note"]) expect(found, role).toContain(role);
  });

  it("says on every page what it is, its hash and the number of the page, which reading programs pass over", async () => {
    const { pdf, words, trees } = await read(await writePdf(exportedInTest));
    expect(words.length).toBeGreaterThan(4);
    words.forEach((page, at) => {
      expect(page).toContain("CIT-101, edition 2. Adopted Oct. 12, 2026, in force from Nov. 1, 2026. Approved by Maria Chen");
      expect(page).toContain(`SHA-256 ${exportedInTest.hash}`);
      expect(page).toContain(`Page ${at + 1} of ${words.length}`);
    });
    // The letters of the foot belong to no part of the tree.
    const items = (await (await pdf.getPage(1)).getTextContent({ includeMarkedContent: true })).items as { type?: string; tag?: string; str?: string }[];
    const from = items.findIndex(({ str }) => str?.startsWith("SHA-256 abab"));
    const tagOfFoot = items.slice(0, from).reverse().find(({ type }) => type?.startsWith("beginMarkedContent"))?.tag;
    expect(tagOfFoot).toBe("Artifact");
    expect(trees.every(Boolean)).toBe(true);
  });

  it("has bookmarks for its clauses, links that lead on, and headings of a table again on each of its pages", async () => {
    const { pdf, words, links } = await read(await writePdf(exportedInTest));
    const outline = await pdf.getOutline();
    expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
      ["1 Purpose", []],
      ["2 Duties of officers", ["2.1 Transport", "2.2"]],
      ["Approval", []],
    ]);
    expect(links.map(({ url, dest }) => url ?? dest).sort()).toEqual(["clause-transport", "https://example.org/law", "note-1", "note-2"]);
    for (const { dest } of links) if (dest) expect(await pdf.getDestination(dest), dest).not.toBeNull();
    const tablePages = words.filter((page) => /\b\d+:00\b/.test(page));
    expect(tablePages.length).toBeGreaterThan(1);
    for (const page of tablePages) expect(page).toContain("Time Who answers Where to");
    expect(words.at(-1)).toMatch(/Approval .*Riverton Police Department Maria Chen Adopted Oct\. 12, 2026/);
  });

  it("keeps quotation marks, dashes and accents as letters that can be found and copied", async () => {
    const { words } = await read(await writePdf(exportedInTest));
    const all = words.join(" ").replace(/\s+/g, " ");
    expect(all).toContain("“time – distance – cover” is used by Señor Peña’s office");
  });

  it("names each fact of the text before it says it", async () => {
    const { trees } = await read(await writePdf(exportedInTest));
    const entries = (tree: Tree): string[][] => [...(tree?.role === "LI" ? [(tree.children ?? []).map(({ role }) => role ?? "")] : []), ...(tree?.children ?? []).flatMap(entries)];
    expect(new Set(trees.flatMap(entries).map(String))).toEqual(new Set(["Lbl,LBody"]));
  });

  it("is the same file for the same text", async () => {
    const [one, other] = [await writePdf(exportedInTest), await writePdf(exportedInTest)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("sets words that stand in no clause, such as a certificate's, without a number and without a bookmark", async () => {
    const content = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Dana Ruiz completed this course." }] }] };
    const { pdf, words, trees } = await read(await writePdf({ ...exportedInTest, facts: [{ term: "Held", fact: "in June" }], approvals: [], content }));
    expect(words.join(" ")).toMatch(/in June Held\s+Dana Ruiz completed this course\.|Held in June\s+Dana Ruiz completed this course\./);
    expect(await pdf.getOutline()).toBeNull();
    expect(trees.flatMap(roles)).not.toContain("H2");
  });
});
