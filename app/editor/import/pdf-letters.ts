import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/types/src/display/api";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PdfItem } from "./pdf-lines";
import { type PdfTag, tagsOf } from "./pdf-tags";
import { Refused } from "./unpack";

const longestReading = 30_000;
/** Tags that leave out more than a tenth of the letters were made by a program that did not mean them. */
const mostUntagged = 0.1;

/** The stretches of letters of each page, and what else there is on the pages. */
export type PdfLetters = { pages: { height: number; items: PdfItem[] }[]; pictures: number; silent: number; links: number };

export async function lettersOf(pdf: PDFDocumentProxy): Promise<PdfLetters> {
  const until = performance.now() + longestReading;
  const letters: PdfLetters = { pages: [], pictures: 0, silent: 0, links: 0 };
  for (let number = 1; number <= pdf.numPages; number++) {
    if (performance.now() > until) throw new Refused("Reading this file takes too long. Import it in parts.");
    const page = await pdf.getPage(number);
    const operators = await page.getOperatorList();
    const items = await itemsOf(page, number);
    const images = operators.fnArray.filter((operator) => operator === OPS.paintImageXObject || operator === OPS.paintInlineImageXObject).length;
    letters.pictures += images;
    if (images && !items.some(({ str }) => str.trim())) letters.silent++;
    letters.links += (await page.getAnnotations()).filter(({ subtype, url }: { subtype?: string; url?: string }) => subtype === "Link" && url).length;
    letters.pages.push({ height: page.getViewport({ scale: 1 }).height, items });
    page.cleanup();
  }
  return letters;
}

async function itemsOf(page: PDFPageProxy, number: number): Promise<PdfItem[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const tree = await page.getStructTree();
  const tags = tree ? tagsOf(tree, number) : new Map<string, PdfTag>();
  const open: { tag: PdfTag | null; isDecoration: boolean }[] = [];
  const found: PdfItem[] = [];
  for (const item of items) {
    if ("str" in item) {
      const { str, fontName, height, width, transform } = item;
      found.push({ str, bold: page.commonObjs.has(fontName) && boldName(page.commonObjs.get(fontName)), height, width, x: Number(transform[4]), y: Number(transform[5]), tag: open.at(-1)?.tag ?? null, isDecoration: open.at(-1)?.isDecoration ?? false });
    } else if (item.type === "endMarkedContent") open.pop();
    else {
      const { tag: kind } = item as { tag?: string };
      open.push({ tag: tags.get(item.id) ?? open.at(-1)?.tag ?? null, isDecoration: kind === "Artifact" || (open.at(-1)?.isDecoration ?? false) });
    }
  }
  return found;
}

/** Whether the file's own tags tell its structure: nearly all letters have one, and some are headings. */
export function areTagsMeant(items: readonly PdfItem[]): boolean {
  const lengthOf = (some: readonly PdfItem[]) => some.reduce((sum, { str }) => sum + str.trim().length, 0);
  const tagged = items.filter(({ tag }) => tag !== null);
  return tagged.some(({ tag }) => tag?.heading != null) && lengthOf(tagged) >= lengthOf(items.filter(({ isDecoration }) => !isDecoration)) * (1 - mostUntagged);
}

function boldName(font: unknown): boolean {
  if (typeof font !== "object" || font === null) return false;
  const { name, bold, black } = font as { name?: unknown; bold?: unknown; black?: unknown };
  return bold === true || black === true || /bold|black|heavy|semib|demi/i.test(String(name ?? ""));
}
