import type { PdfLine } from "./pdf-lines";
import type { PdfRegion, PdfRow } from "./pdf-tables";

type Table = Extract<PdfRegion, { kind: "table" }>;

/** Text and tables as the file's tags tell them. A frame around words, a table of one cell, is text. */
export function taggedRegions(lines: readonly PdfLine[]): PdfRegion[] {
  const regions: PdfRegion[] = [];
  const text = (added: readonly PdfLine[]) => {
    const last = regions.at(-1);
    if (last?.kind === "text") last.lines.push(...added);
    else regions.push({ kind: "text", lines: [...added] });
  };
  for (let at = 0; at < lines.length; ) {
    const first = lines[at];
    if (!first) break;
    const name = first.tag?.cell?.table;
    let end = at + 1;
    while (name !== undefined && lines[end]?.tag?.cell?.table === name) end++;
    const own = lines.slice(at, end);
    const rows = name === undefined ? [] : rowsOf(own);
    const before = regions.at(-1);
    if (rows.length < 2 && (rows[0]?.length ?? 0) < 2 && !(before && continues(before, rows, first))) text(own);
    else if (before?.kind === "table" && continues(before, rows, first)) append(before, rows);
    else regions.push({ kind: "table", rows });
    at = end;
  }
  return regions;
}

/** The lines of each cell. A row with fewer cells than the others has them where they stand; `null` is a place that another cell covers. */
function rowsOf(lines: readonly PdfLine[]): PdfRow[] {
  const rows: PdfLine[][][] = [];
  for (const line of lines) {
    const { row = 0, column = 0, of = 1 } = line.tag?.cell ?? {};
    const cells = (rows[row] ??= Array.from({ length: of }, () => []));
    cells[column]?.push(line);
  }
  const filled = rows.filter((row) => row !== undefined);
  const columns = Math.max(...filled.map((row) => row.length));
  const starts = Array.from({ length: columns }, (_, column) => Math.min(...filled.filter((row) => row.length === columns).flatMap((row) => row[column]?.map(({ x }) => x) ?? [])));
  return filled.map((row) => {
    if (row.length === columns) return row;
    const placed = starts.map((): PdfLine[] | null => null);
    let next = 0;
    row.forEach((cell, at) => {
      const x = Math.min(...cell.map((line) => line.x));
      const most = columns - (row.length - at);
      while (next < most && Math.abs((starts[next + 1] ?? Infinity) - x) < Math.abs((starts[next] ?? Infinity) - x)) next++;
      placed[next++] = cell;
    });
    return placed;
  });
}

/** A table goes on at the top of the next page when it has as many columns there. */
function continues(before: PdfRegion, rows: readonly PdfRow[], first: PdfLine): before is Table {
  if (before.kind !== "table" || !rows.length) return false;
  const last = before.rows.at(-1)?.flatMap((cell) => cell ?? []).at(-1);
  return last !== undefined && first.page === last.page + 1 && width(before.rows) === width(rows);
}

function append(table: Table, rows: PdfRow[]): void {
  const [head, ...others] = rows;
  const added = head && sameWords(head, table.rows[0]) ? others : rows;
  const [first, ...rest] = added;
  const open = table.rows.at(-1);
  // A row that was cut by the end of the page goes on with an empty first cell.
  if (first && open && first.length > 1 && !first[0]?.length) first.forEach((cell, column) => open[column]?.push(...(cell ?? [])));
  else if (first) table.rows.push(first);
  table.rows.push(...rest);
}

function sameWords(one: PdfRow, other: PdfRow | undefined): boolean {
  const words = (row: PdfRow | undefined) => row?.map((cell) => (cell ?? []).map(({ text }) => text).join(" ")).join("|");
  return words(one) === words(other);
}

function width(rows: readonly PdfRow[]): number {
  return Math.max(...rows.map((row) => row.length));
}
