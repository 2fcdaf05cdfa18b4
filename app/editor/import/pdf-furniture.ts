import type { PdfLine } from "./pdf-lines";

/** What repeats at the edges of the pages: titles, dates, numbers of pages. */
export type Furniture = { text: PdfLine[]; furniture: PdfLine[] };

type Page = { height: number; lines: PdfLine[] };

const edge = 0.12;
const wideEdge = 0.2;
const pageNumber = /^(?:page\s+|-\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*-)?$/i;

/** Parts the text of the pages from what stands at the same place on most of them, numbers aside. */
export function partFurniture(pages: readonly Page[]): Furniture {
  const seen = new Map<string, Set<number>>();
  const atEdge = (line: PdfLine, { height }: Page) => line.y > height * (1 - edge) || line.y < height * edge;
  pages.forEach((page, at) => {
    for (const line of page.lines) if (atEdge(line, page)) for (const key of keysOf(line)) seen.set(key, (seen.get(key) ?? new Set()).add(at));
  });
  const enough = Math.max(2, Math.ceil(pages.length * 0.4));
  // On a page with little text its foot may stand higher than on the others.
  const repeatedWords = new Set([...seen].filter(([, on]) => on.size >= enough).map(([key]) => key.slice(0, key.lastIndexOf(" "))));
  const parted: Furniture = { text: [], furniture: [] };
  for (const page of pages)
    for (const line of page.lines) {
      const repeated = repeatedWords.has(wordsOf(line)) && (line.y > page.height * (1 - wideEdge) || line.y < page.height * wideEdge);
      const isFurniture = repeated || (atEdge(line, page) && pages.length > 1 && pageNumber.test(line.text));
      parted[isFurniture ? "furniture" : "text"].push(line);
    }
  return parted;
}

/** A place is the same within some points, so each line counts at two steps of height. */
function keysOf(line: PdfLine): string[] {
  const words = wordsOf(line);
  return [`${words} ${Math.floor(line.y / 12)}`, `${words} ${Math.floor((line.y + 6) / 12)}~`];
}

function wordsOf({ text }: PdfLine): string {
  return text.replace(/\d+/g, "#").toLowerCase();
}
