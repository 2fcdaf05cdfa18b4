import type { PDFDocumentProxy } from "pdfjs-dist/types/src/display/api";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { mostClauses } from "../schema/clause-depth";
import { newClauseId } from "../schema/clause-id";
import type { DocumentNode } from "../schema/document-node";
import { readDocument } from "../schema/read-document";
import { type ImportReport, type Notes, takeNotes } from "./import-report";
import { partFurniture } from "./pdf-furniture";
import { type HeadingOf, headingsOf, type PdfHeading } from "./pdf-headings";
import { areTagsMeant, lettersOf } from "./pdf-letters";
import { linesOf, type PdfLine } from "./pdf-lines";
import { takeFootnotes, withoutFootnotes } from "./pdf-notes";
import { blocksOf, passagesOf, wordsIn } from "./pdf-paragraphs";
import { regionsOf, tableOf } from "./pdf-tables";
import { Refused } from "./unpack";

const largestFile = 20_000_000;
const mostPages = 300;
const copying = 16;
/** Every heading stands above words that come before the first one. */
const deepest = 99;

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
  const { pages, pictures, silent, links } = await lettersOf(pdf);
  if (pages.every(({ items }) => !items.some(({ str }) => str.trim()))) throw new Refused("The pages hold pictures of text and no letters, as a scan does. Run text recognition (OCR) on the file first, then import it again.");
  const isTagged = areTagsMeant(pages.flatMap(({ items }) => items));
  const footnotes: string[] = [];
  const lined = pages.map(({ height, items }, at) => ({ height, lines: linesOf(isTagged ? takeFootnotes(items, footnotes) : items.map((item) => ({ ...item, tag: null })), at + 1) }));
  const { text, furniture } = isTagged ? partTagged(lined.flatMap(({ lines }) => lines)) : partFurniture(lined);
  const clauses = readClauses(text, notes, { title: isTagged ? await titleIn(pdf) : null, footnotes });
  notes.report.understood.footnotes = footnotes.length;
  tell(notes, { furniture, pictures: pictures - silent, silent, links, bolds: text.filter(({ mixed }) => mixed).length });
  const read = readDocument({ type: "doc", content: clauses });
  return read.ok ? { ok: true, content: read.doc.toJSON() as DocumentNode, report: notes.report } : read;
}

/** In a file with tags, what has none is furniture of the pages. */
function partTagged(lines: readonly PdfLine[]): { text: PdfLine[]; furniture: PdfLine[] } {
  return { text: lines.filter(({ tag }) => tag !== null), furniture: lines.filter(({ tag }) => tag === null) };
}

async function titleIn(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata();
  const { Title: title } = info as { Title?: unknown };
  // Some programs write the name of the file.
  return typeof title === "string" && /\s/.test(title.trim()) && !/\.(docx?|pdf|odt)$/i.test(title.trim()) ? title.trim().slice(0, 200) : null;
}

type Told = { furniture: PdfLine[]; pictures: number; silent: number; links: number; bolds: number };

function tell(notes: Notes, { furniture, pictures, silent, links, bolds }: Told): void {
  notes.where = "the whole file";
  const kinds = new Set(furniture.map(({ text }) => text.replace(/\d+/g, "#")));
  for (const kind of [...kinds].slice(0, 12)) {
    const alike = furniture.filter(({ text }) => text.replace(/\d+/g, "#") === kind);
    notes.miss(`line at the edge of the pages, left out: “${alike[0]?.text.slice(0, 80)}”`, alike.length);
  }
  if (links) notes.miss("link (its words are kept)", links);
  if (bolds) notes.miss("line with words in bold (the words are kept)", bolds);
  if (pictures) notes.miss("image", pictures);
  if (silent) notes.miss("page that is a picture of text, as a scan is (its text is missing)", silent);
}

type Open = { level: number; clause: DocumentNode };

function readClauses(lines: PdfLine[], notes: Notes, { title: ownTitle, footnotes }: { title: string | null; footnotes: readonly string[] }): DocumentNode[] {
  const { report } = notes;
  const headingOf = headingsOf(lines);
  const words = wordsIn(lines);
  const outline = outlineWriter(notes);
  const isTagged = lines.some(({ tag }) => tag !== null);
  if (!isTagged) report.guesses.push({ clauseTitle: notes.where, why: "The file does not mark its headings. All of them were worked out from the looks and the numbers of its lines." });
  const kept = withoutContents(lines, headingOf, notes);
  const title = isTagged ? taggedTitle(kept) : titleOf(kept, headingOf);
  report.title = title ? title.map(({ text }) => text).join(" ") : ownTitle;
  for (const region of regionsOf(kept.filter((line) => !title?.includes(line)), (line) => headingOf(line, undefined) !== null)) {
    if (region.kind === "table") {
      outline.write([tableOf(region.rows, (cell) => blocksOf(passagesOf(cell, words), footnotes))]);
      report.understood.tables++;
      if (!isTagged) report.guesses.push({ clauseTitle: outline.title(), why: "Words standing in columns were taken as a table." });
      continue;
    }
    let gathered: PdfLine[] = [];
    const flush = () => {
      const blocks = blocksOf(passagesOf(gathered, words), footnotes);
      report.understood.paragraphs += blocks.filter(({ type }) => type === "paragraph").length;
      report.understood.lists += blocks.filter(({ type }) => type !== "paragraph").length;
      outline.write(blocks);
      gathered = [];
    };
    region.lines.forEach((line, at) => {
      const heading = headingOf(line, region.lines[at + 1]);
      if (!heading) return void gathered.push(line);
      const before = region.lines[at - 1];
      const isOther = before?.tag?.block !== line.tag?.block;
      const goesOn = before && !isOther && !gathered.length && before.page === line.page && before.size === line.size && before.bold === line.bold && before.y - line.y < line.size * 1.6 && (line.tag !== null || heading.number === null);
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

/** The first heading when it is the one of its level, above all others. */
function taggedTitle(lines: readonly PdfLine[]): PdfLine[] | null {
  const headings = lines.filter(({ tag }) => tag?.heading != null);
  const block = headings[0]?.tag?.block;
  const title = headings.filter(({ tag }) => tag?.block === block);
  const level = title[0]?.tag?.heading ?? 0;
  return headings.length > title.length && headings.every((line) => title.includes(line) || (line.tag?.heading ?? 0) > level) ? title : null;
}

/** A table of contents is made anew from the clauses, so it is left out. */
function withoutContents(lines: PdfLine[], headingOf: HeadingOf, notes: Notes): PdfLine[] {
  const kept: PdfLine[] = [];
  let skipping: { page: number; size: number } | null = null;
  for (const line of lines) {
    const isContents = headingOf(line, undefined) !== null && /^(?:(?:detailed\s+)?table of\s+)?contents$/i.test(line.text.trim());
    if (isContents) skipping = { page: line.page, size: line.size };
    else if (skipping && (line.page !== skipping.page || (headingOf(line, undefined) && line.size >= skipping.size))) skipping = null;
    if (skipping || line.tag?.isContents || /\.{4,}\s*\d+$/.test(line.text)) notes.miss("line of a table of contents");
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
    const words = withoutFootnotes(title).slice(0, 300);
    if (withoutFootnotes(title) !== title) notes.miss("footnote in a heading (left out)");
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
      if (!text) return;
      text.text = `${text.text} ${words}`.slice(0, 300);
      notes.where = text.text;
    },
    write(blocks: DocumentNode[]) {
      if (blocks.length) (path.at(-1)?.clause ?? begin({ level: deepest, title: "", number: null }).clause).content?.push(...blocks);
    },
  };
}

