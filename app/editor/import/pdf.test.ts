import { existsSync, readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { describe, expect, test } from "vitest";
import { clausesOf } from "../numbering";
import { redline } from "../redline";
import type { DocumentNode } from "../schema/document-node";
import { matchClauses } from "./match-clauses";
import { readPdf } from "./pdf";

type Clause = { title: string; lines: string[] };

function bytesOf(options: PDFKit.PDFDocumentOptions, write: (pdf: PDFKit.PDFDocument) => void): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, ...options });
    const parts: Buffer[] = [];
    pdf.on("data", (part: Buffer) => parts.push(part));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(parts))));
    write(pdf);
    pdf.end();
  });
}

/** An edition as an agency would publish it: a page for each clause, with the same head and foot on all. */
function edition(day: string, clauses: readonly Clause[]): Promise<Uint8Array> {
  return bytesOf({}, (pdf) => {
    clauses.forEach(({ title, lines }, at) => {
      pdf.addPage();
      const line = (text: string, y: number) => pdf.text(text, 70, y, { lineBreak: false });
      pdf.font("Helvetica").fontSize(8);
      line("Two Rivers CIT policy manual", 30);
      line(`Issued ${day}. Printed copies are not controlled.`, 800);
      line(`Page ${at + 1} of ${clauses.length}`, 815);
      pdf.font("Helvetica-Bold").fontSize(16);
      line(title, 90);
      pdf.font("Helvetica").fontSize(11);
      lines.forEach((words, row) => line(words, 120 + row * 14));
    });
  });
}

const first: Clause[] = [
  { title: "Purpose", lines: ["This policy says how officers and clinicians respond together to a", "person in crisis."] },
  { title: "Transport", lines: ["Officers offer a choice of transport. Nobody who waits for transpor-", "tation is left alone."] },
  { title: "Records", lines: ["Dispatch records the call and its end."] },
  { title: "Review", lines: ["The coordinator looks at this policy every year."] },
];
const second: Clause[] = [
  first[0] as Clause,
  { title: "Transport", lines: ["Officers offer a choice of transport within 20 minutes. Nobody who", "waits for transportation is left alone."] },
  { title: "Families", lines: ["Families are told where the person is taken, when the person agrees."] },
  first[2] as Clause,
  first[3] as Clause,
];

async function contentOf(bytes: Uint8Array): Promise<DocumentNode> {
  const read = await readPdf(bytes);
  if (!read.ok) throw new Error(read.reason);
  return read.content;
}

describe("two successive editions as PDF", () => {
  test("differ by exactly what was changed; heads, feet, page numbers and a word cut by the end of a line are no changes", async () => {
    const before = await contentOf(await edition("May 4, 2026", first));
    const after = matchClauses(before, await contentOf(await edition("June 9, 2026", second)));
    expect(clausesOf(before).map(({ title }) => title)).toEqual(first.map(({ title }) => title));
    const { changes } = redline(before, after);
    expect(changes.map(({ kind, after: place }) => [kind, place?.title])).toEqual([["changed", "Transport"], ["added", "Families"]]);
    const spans = JSON.stringify(changes[0]?.blocks);
    expect(spans).toContain("within 20 minutes");
    expect(clausesOf(before)[1]?.text).toContain("waits for transportation is left alone");
    expect(JSON.stringify([before, after])).not.toMatch(/manual|Issued|Printed|Page \d/);
  });

  const folder = new URL("../../../../shared/reference/policies/", import.meta.url);
  const files = ["fleeing-driver-2016-06-15.pdf", "fleeing-driver-2016-06-30.pdf"].map((name) => new URL(name, folder));
  test.skipIf(!files.every((file) => existsSync(file)))("of a real policy show what was decided in between, and no foot of a page (needs the reference files)", async () => {
    const [before, newer] = await Promise.all(files.map((file) => readFileSync(file)).map(contentOf));
    if (!before || !newer) throw new Error("The files are not there.");
    const changes = redline(before, matchClauses(before, newer)).changes;
    const said = JSON.stringify(changes);
    // Their tags tell headings from words in bold, and a row that stands alone from text.
    expect([clausesOf(before).length, clausesOf(newer).length]).toEqual([28, 28]);
    expect(JSON.stringify(newer)).toContain("under Rules 11.18 and 11.19 that apply");
    const alone = clausesOf(newer).find(({ title }) => title === "Additional information")?.ownContent.find(({ type }) => type === "table");
    expect(alone?.content?.map(({ content }) => content?.length)).toEqual([2]);
    for (const words of ["An inquiry phase does not qualify for urgent duty driving.", "on known addresses", "prevention activity"]) expect(said).toContain(words);
    expect(changes.some(({ after }) => after?.title === "Commencing a fleeing driver incident after abandonment")).toBe(true);
    // A table whose cells stand close together is one table in both, of which one row is gone.
    const options = changes.find(({ after }) => after?.title === "What tactical options are available");
    const rows = (options?.blocks ?? []).flatMap((block) => ("rows" in block ? block.rows : [])).filter(({ kind }) => kind !== "same");
    expect(rows).toMatchObject([{ kind: "removed", cells: [{ spans: [{ text: "Search Phase" }] }, {}, {}] }]);
    const changed = changes.flatMap(({ title }) => title).map(({ text }) => text).join(" ");
    expect(changed).not.toMatch(/page \d|printed|\d+ of \d+/i);
  });
});

describe("a PDF without tags", () => {
  test("takes no quotation for a heading and no number with a point for an entry, and ends an entry where the words begin further left", async () => {
    const pdf = await bytesOf({}, (file) => {
      file.addPage();
      const line = (words: string, x: number, y: number, face = "Helvetica", size = 11) => file.font(face).fontSize(size).text(words, x, y, { lineBreak: false });
      line("Direction to abandon", 70, 90, "Helvetica-Bold", 16);
      line("The dispatcher says these words to all:", 70, 120);
      line("“All vehicles, abandon pursuit now.”", 70, 134, "Helvetica-Bold");
      line("Exemptions are in rules 11.18 and", 70, 160);
      line("11.19 of the road code.", 70, 174);
      line("•", 70, 200);
      line("executing a warrant that was given by", 88, 200);
      line("a judge; or", 88, 214);
      line("that justification also holds for force.", 70, 228);
    });
    expect(clausesOf(await contentOf(pdf)).map(({ title, ownContent }) => [title, ownContent.slice(1).map(({ type, content }) => `${type} ${content?.map(({ text, content: inner }) => text ?? JSON.stringify(inner)).join("") ?? ""}`)])).toEqual([
      ["", [
        "paragraph The dispatcher says these words to all: “All vehicles, abandon pursuit now.”",
        "paragraph Exemptions are in rules 11.18 and 11.19 of the road code.",
        expect.stringContaining("executing a warrant that was given by a judge; or\"}"),
        "paragraph that justification also holds for force.",
      ]],
    ]);
  });
});

describe("a PDF that cannot be read is refused with a sentence:", () => {
  test("one without letters, as a scan is", async () => {
    const scan = await bytesOf({}, (pdf) => void pdf.addPage().rect(60, 60, 200, 300).fill("grey"));
    expect(await readPdf(scan)).toEqual({ ok: false, reason: expect.stringMatching(/pictures of text and no letters.*OCR.*\.$/) });
  });

  test("one with a password", async () => {
    const locked = await bytesOf({ userPassword: "heron", ownerPassword: "alder" }, (pdf) => void pdf.addPage().text("Officers wait."));
    expect(await readPdf(locked)).toEqual({ ok: false, reason: expect.stringMatching(/protected with a password.*\.$/) });
  });

  test("one with more than 300 pages", async () => {
    const long = await bytesOf({}, (pdf) => {
      for (let page = 0; page < 301; page++) pdf.addPage().text("Officers wait.");
    });
    expect(await readPdf(long)).toEqual({ ok: false, reason: "The file has more than 300 pages. Import it in parts." });
  });
});
