import type { DocumentNode } from "../schema/document-node";
import type { PdfLine } from "./pdf-lines";
import { taggedRegions } from "./pdf-tagged-tables";

/** Lines of ordinary text, or the rows of what looks like a table. */
export type PdfRegion = { kind: "text"; lines: PdfLine[] } | { kind: "table"; rows: PdfRow[] };
/** The lines of each cell; null where another cell reaches to. */
export type PdfRow = (PdfLine[] | null)[];

const slack = 4;

/**
 * Finds tables by their columns: two lines or more in one row, with a gap between them, begin one;
 * it goes on as long as every line keeps to a column. A file says nothing of tables, so this is a guess.
 */
export function regionsOf(lines: readonly PdfLine[], isHeading: (line: PdfLine) => boolean): PdfRegion[] {
  if (lines.some(({ tag }) => tag !== null)) return taggedRegions(lines);
  const regions: PdfRegion[] = [];
  const text = (line: PdfLine) => {
    const last = regions.at(-1);
    if (last?.kind === "text") last.lines.push(line);
    else regions.push({ kind: "text", lines: [line] });
  };
  for (let at = 0; at < lines.length; ) {
    const columns = columnsAt(lines, at);
    const end = columns ? endOfTable(lines, at, columns, isHeading) : at;
    const rows = columns ? rowsOf(lines.slice(at, end).flatMap((line) => inColumns(line, columns)), columns) : [];
    if (columns && rows.length > 1 && rows.filter((row) => row.filter((cell) => cell.length).length > 1).length > 1) {
      regions.push({ kind: "table", rows });
      at = end;
    } else {
      const line = lines[at];
      if (line) text(line);
      at++;
    }
  }
  return regions;
}

/** Where the columns begin, when some lines from here on stand side by side. */
function columnsAt(lines: readonly PdfLine[], at: number): number[] | null {
  const first = lines[at];
  if (!first || first.bullet) return null;
  const beside = [first];
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next];
    const last = beside.at(-1);
    if (!line || !last || line.page !== first.page || Math.abs(line.y - first.y) > 3 || line.x < last.end) break;
    beside.push(line);
  }
  return beside.length > 1 ? beside.map(({ x }) => x) : null;
}

function columnOf(line: PdfLine, columns: readonly number[]): number {
  return columns.reduce((found, x, at) => (line.x >= x - 16 && (at > 0 || line.x >= x - slack) ? at : found), -1);
}

function endOfTable(lines: readonly PdfLine[], from: number, columns: readonly number[], isHeading: (line: PdfLine) => boolean): number {
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (!line) break;
    if (inColumns(line, columns).some((piece) => leavesColumn(piece, columns))) break;
    // A heading stands alone in its row and begins where the text does, left of the table.
    if (isHeading(line) && line.x < (columns[0] ?? 0) - 1) break;
  }
  return at;
}

function leavesColumn(line: PdfLine, columns: readonly number[]): boolean {
  const column = columnOf(line, columns);
  const next = columns[column + 1];
  return column < 0 || (next !== undefined && line.end > next + slack);
}

/** A line whose cells stand so close that they were read as one is cut where a stretch of it begins a column. */
function inColumns(line: PdfLine, columns: readonly number[]): PdfLine[] {
  const cut = line.parts.findIndex(({ x }, at) => at > 0 && columns.some((column) => column > line.x + slack && Math.abs(x - column) < slack));
  if (cut < 0) return [line];
  const piece = (parts: PdfLine["parts"], bullet: boolean): PdfLine => ({ ...line, text: joined(parts), x: parts[0]?.x ?? line.x, end: parts.at(-1)?.end ?? line.end, bullet, parts });
  return [piece(line.parts.slice(0, cut), line.bullet), ...inColumns(piece(line.parts.slice(cut), false), columns)];
}

/** Words as the line had them: a gap between two stretches is a space. */
function joined(parts: PdfLine["parts"]): string {
  return parts.map(({ text, x }, at) => (at > 0 && x - (parts[at - 1]?.end ?? x) > 1 ? ` ${text}` : text)).join("").replace(/\s+/g, " ").trim();
}

function rowsOf(lines: readonly PdfLine[], columns: readonly number[]): PdfLine[][][] {
  const rows: PdfLine[][][] = [];
  let column = Number.POSITIVE_INFINITY;
  let lowest = 0;
  let page = -1;
  for (const line of lines) {
    const own = columnOf(line, columns);
    const row = rows.at(-1);
    // A cell that goes on at the top of the next page belongs to the row above.
    if (!row || (own < column && (line.page !== page || line.y < lowest - 2))) {
      const fresh = columns.map((): PdfLine[] => []);
      fresh[own]?.push(line);
      rows.push(fresh);
      lowest = line.y;
    } else {
      row[own]?.push(line);
      lowest = line.page === page ? Math.min(lowest, line.y) : line.y;
    }
    column = own;
    page = line.page;
  }
  return rows;
}

/** The rows as a table. A place without a cell belongs to the cell before it, or, where there is none, to the one above. */
export function tableOf(rows: readonly PdfRow[], blocks: (cell: PdfLine[]) => DocumentNode[]): DocumentNode {
  const isHead = (cell: readonly PdfLine[]) => cell.length > 0 && cell.every(({ tag }) => tag?.cell?.isHead);
  const firstIsHead = rows[0]?.every((cell) => cell === null || cell.every(({ bold, tag }) => bold || tag?.cell?.isHead)) ?? false;
  const begun: (DocumentNode | undefined)[] = [];
  return {
    type: "table",
    content: rows.map((cells, row) => {
      const content: DocumentNode[] = [];
      cells.forEach((cell, column) => {
        const before = content.at(-1);
        const spans = (node: DocumentNode | undefined, name: "colspan" | "rowspan") => node && (node.attrs = { colspan: 1, rowspan: 1, ...node.attrs, [name]: Number(node.attrs?.[name] ?? 1) + 1 });
        if (cell === null) {
          if (before) spans(before, "colspan");
          else if (begun[column]) spans(begun[column], "rowspan");
          else content.push({ type: "tableCell", content: [{ type: "paragraph" }] });
          return;
        }
        const made = blocks(cell);
        const node: DocumentNode = { type: isHead(cell) || (firstIsHead && row === 0) ? "tableHeader" : "tableCell", content: made.length ? made : [{ type: "paragraph" }] };
        content.push(node);
        begun[column] = node;
      });
      return { type: "tableRow", content };
    }),
  };
}
