import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import { getDocument, OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mostClauses } from "../schema/clause-depth";
import { newClauseId } from "../schema/clause-id";
import type { DocumentNode } from "../schema/document-node";
import { readDocument } from "../schema/read-document";
import { type ImportReport, type Notes, takeNotes } from "./import-report";
import { partFurniture } from "./pdf-furniture";
import { type HeadingOf, headingsOf, type PdfHeading } from "./pdf-headings";
import { linesOf, type PdfItem, type PdfLine } from "./pdf-lines";
import { blocksOf, passagesOf, wordsIn } from "./pdf-paragraphs";
import { regionsOf } from "./pdf-tables";
import { Refused } from "./unpack";

const largestFile = 20_000_000;
const mostPages = 300;
const longestReading = 30_000;
const copying = 16;

/** The text of a PDF, or why it is refused, in one sentence. */
export type ImportedPdf = { ok: true; content: DocumentNode; report: ImportReport } | { ok: false; reason: string };

/**
 * Reads the text of a PDF from its bytes and nothing else. A PDF holds letters at places, so headings,
 * paragraphs, lists and tables are worked out from where and how they stand; what was guessed and what
 * was left out is in the report. Never throws.
 */
export async function readPdf(bytes: Uint8Array): Promise<ImportedPdf> {
  try {
    if (bytes.length === 0) throw new Refused("The file is empty.");
    if (bytes.length > largestFile) throw new Refused("The file is larger than 20 MB. Send a smaller one.");
    if (!Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-")) throw new Refused("This is not a PDF file.");
    const pdf = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise;
    try {
      return await readPages(pdf);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    if (error instanceof Error && error.name === "PasswordException") return { ok: false, reason: "The file is protected with a password. Save a copy without one." };
    return { ok: false, reason: "The file is damaged or built in a way that cannot be read." };
  }
}

async function readPages(pdf: PDFDocumentProxy): Promise<ImportedPdf> {
  const permissions = await pdf.getPermissions();
  if (permissions && !permissions.includes(copying)) throw new Refused("The file is locked against copying its text. Save a copy without that protection.");
  if (pdf.numPages > mostPages) throw new Refused(`The file has more than ${mostPages} pages. Import it in parts.`);
  const notes = takeNotes();
  const until = performance.now() + longestReading;
  const pages: { height: number; lines: PdfLine[] }[] = [];
  let pictures = 0;
  let silent = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > until) throw new Refused("Reading this file takes too long. Import it in parts.");
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const operators = await page.getOperatorList();
    const isBold = (font: string) => (page.commonObjs.has(font) ? boldName(page.commonObjs.get(font)) : false);
    const found = items.flatMap((item): PdfItem[] => ("str" in item ? [{ str: item.str, font: item.fontName, height: item.height, width: item.width, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : []));
    const lines = linesOf(found, number, isBold);
    const images = operators.fnArray.filter((operator) => operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject).length;
    pictures += images;
    if (!lines.length && images) silent++;
    pages.push({ height: page.getViewport({ scale: 1 }).height, lines });
    page.cleanup();
  }
  if (pages.every(({ lines }) => !lines.length)) throw new Refused("The pages hold pictures of text and no letters, as a scan does. Run text recognition (OCR) on the file first, then import it again.");
  const { text, furniture } = partFurniture(pages);
  const clauses = readClauses(text, notes);
  tell(notes, { furniture, pictures: pictures - silent, silent });
  const read = readDocument({ type: "doc", content: clauses });
  return read.ok ? { ok: true, content: read.doc.toJSON() as DocumentNode, report: notes.report } : read;
}

function boldName(font: unknown): boolean {
  if (typeof font !== "object" || font === null) return false;
  const { name, bold, black } = font as { name?: unknown; bold?: unknown; black?: unknown };
  return bold === true || black === true || /bold|black|heavy|semib|demi/i.test(String(name ?? ""));
}

function tell(notes: Notes, { furniture, pictures, silent }: { furniture: PdfLine[]; pictures: number; silent: number }): void {
  notes.where = "the whole file";
  const kinds = new Set(furniture.map(({ text }) => text.replace(/\d+/g, "#")));
  for (const kind of [...kinds].slice(0, 6)) {
    const alike = furniture.filter(({ text }) => text.replace(/\d+/g, "#") === kind);
    notes.miss(`line at the edge of the pages, left out: “${alike[0]?.text.slice(0, 80)}”`, alike.length);
  }
  if (pictures) notes.miss("image", pictures);
  if (silent) notes.miss("page that is a picture of text, as a scan is (its text is missing)", silent);
}

type Open = { level: number; clause: DocumentNode };

function readClauses(lines: PdfLine[], notes: Notes): DocumentNode[] {
  const { report } = notes;
  const headingOf = headingsOf(lines);
  const words = wordsIn(lines);
  const outline = outlineWriter(notes);
  const kept = withoutContents(lines, headingOf, notes);
  const title = titleOf(kept, headingOf);
  report.title = title ? title.map(({ text }) => text).join(" ") : null;
  for (const region of regionsOf(kept.filter((line) => !title?.includes(line)), (line) => headingOf(line, undefined) !== null)) {
    if (region.kind === "table") {
      outline.write([tableOf(region.rows, words)]);
      report.understood.tables++;
      report.guesses.push({ clauseTitle: outline.title(), why: "Words standing in columns were taken as a table." });
      continue;
    }
    let gathered: PdfLine[] = [];
    const flush = () => {
      const blocks = blocksOf(passagesOf(gathered, words));
      report.understood.paragraphs += blocks.filter(({ type }) => type === "paragraph").length;
      report.understood.lists += blocks.filter(({ type }) => type !== "paragraph").length;
      outline.write(blocks);
      gathered = [];
    };
    region.lines.forEach((line, at) => {
      const heading = headingOf(line, region.lines[at + 1]);
      if (!heading) return void gathered.push(line);
      const before = region.lines[at - 1];
      const goesOn = before && !gathered.length && before.page === line.page && before.size === line.size && before.bold === line.bold && before.y - line.y < line.size * 1.6 && heading.number === null;
      if (goesOn) return outline.extend(line.text);
      flush();
      outline.begin(heading);
    });
    flush();
  }
  return outline.clauses;
}

/** The title: the first line of the file when it is set larger than all headings, or as large and with a heading right behind it; it may go over two lines. */
function titleOf(lines: readonly PdfLine[], headingOf: HeadingOf): PdfLine[] | null {
  const [first, second] = lines;
  if (!first || !headingOf(first, second) || headingOf(first, second)?.number) return null;
  const title = second && second.size === first.size && second.page === first.page ? [first, second] : [first];
  const largest = Math.max(...lines.filter((line) => !title.includes(line)).map(({ size }) => size));
  const next = lines[title.length];
  const standsAlone = next !== undefined && first.size >= largest && headingOf(next, undefined) !== null;
  return first.size > largest || standsAlone ? title : null;
}

/** A table of contents is made anew from the clauses, so it is left out. */
function withoutContents(lines: PdfLine[], headingOf: HeadingOf, notes: Notes): PdfLine[] {
  const kept: PdfLine[] = [];
  let skipping: { page: number; size: number } | null = null;
  for (const line of lines) {
    const isContents = headingOf(line, undefined) !== null && /^(?:(?:detailed\s+)?table of\s+)?contents$/i.test(line.text.trim());
    if (isContents) skipping = { page: line.page, size: line.size };
    else if (skipping && (line.page !== skipping.page || (headingOf(line, undefined) && line.size >= skipping.size))) skipping = null;
    if (skipping || /\.{4,}\s*\d+$/.test(line.text)) notes.miss("line of a table of contents");
    else kept.push(line);
  }
  return kept;
}

function outlineWriter(notes: Notes) {
  const { report } = notes;
  const clauses: DocumentNode[] = [];
  const path: Open[] = [];
  const begin = ({ level, title, number }: PdfHeading): Open => {
    while (path.length && (path.at(-1)?.level ?? 0) >= level) path.pop();
    if (path.length >= mostClauses) {
      notes.miss("heading below the fourth level (raised to it)");
      path.length = mostClauses - 1;
    }
    const words = title.slice(0, 300);
    const clause: DocumentNode = { type: "clause", attrs: { id: newClauseId() }, content: [{ type: "clauseTitle", ...(words ? { content: [{ type: "text", text: words }] } : {}) }] };
    (path.at(-1)?.clause.content ?? clauses).push(clause);
    path.push({ level, clause });
    notes.where = words || notes.where;
    report.understood.clauses++;
    if (number) report.guesses.push({ clauseTitle: words, why: `The typed number “${number}” was left out, because numbers are computed.` });
    return { level, clause };
  };
  return {
    clauses,
    begin,
    title: () => notes.where,
    /** A heading that goes over two lines. */
    extend(words: string) {
      const text = path.at(-1)?.clause.content?.[0]?.content?.[0];
      if (text) text.text = `${text.text} ${words}`.slice(0, 300);
    },
    write(blocks: DocumentNode[]) {
      if (blocks.length) (path.at(-1)?.clause ?? begin({ level: 0, title: "", number: null }).clause).content?.push(...blocks);
    },
  };
}

function tableOf(rows: PdfLine[][][], words: ReadonlySet<string>): DocumentNode {
  const isHead = rows[0]?.every((cell) => cell.every(({ bold }) => bold)) ?? false;
  return {
    type: "table",
    content: rows.map((cells, row) => ({
      type: "tableRow",
      content: cells.map((lines) => {
        const blocks = blocksOf(passagesOf(lines, words));
        return { type: isHead && row === 0 ? "tableHeader" : "tableCell", content: blocks.length ? blocks : [{ type: "paragraph" }] };
      }),
    })),
  };
}
