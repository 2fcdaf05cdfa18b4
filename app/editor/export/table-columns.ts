import type { DocumentNode } from "../schema/document-node";

/** A cell with the column it begins in. */
export type PlacedCell = { node: DocumentNode; row: number; column: number; columns: number; rows: number };

/** Puts the cells of a table into its grid, merged ones where they begin. */
export function placeCells(table: DocumentNode): { cells: PlacedCell[]; columns: number; rows: number } {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  const rows = table.content ?? [];
  let columns = 1;
  rows.forEach(({ content = [] }, row) => {
    let column = 0;
    for (const node of content) {
      while (taken.has(`${row} ${column}`)) column++;
      const across = span(node.attrs?.colspan);
      const down = Math.min(span(node.attrs?.rowspan), rows.length - row);
      for (let y = 0; y < down; y++) for (let x = 0; x < across; x++) taken.add(`${row + y} ${column + x}`);
      cells.push({ node, row, column, columns: across, rows: down });
      column += across;
      columns = Math.max(columns, column);
    }
  });
  return { cells, columns, rows: rows.length };
}

/** How many rows at the top are headings through and through. */
export function headingRows(table: DocumentNode): number {
  const rows = table.content ?? [];
  const first = rows.findIndex(({ content = [] }) => content.length === 0 || content.some(({ type }) => type !== "tableHeader"));
  return first === -1 ? 0 : first;
}

/** Widths by the words in each column: none narrower than its longest word, the rest by how much there is to read. */
export function columnWidths(wants: readonly { least: number; words: number }[], width: number): number[] {
  const least = wants.map((want) => Math.min(want.least, width / wants.length + (width / wants.length) * 0.5));
  const spare = Math.max(0, width - least.reduce((sum, each) => sum + each, 0));
  const weights = wants.map(({ words }) => Math.sqrt(words + 1));
  const all = weights.reduce((sum, each) => sum + each, 0);
  const wanted = least.map((each, at) => each + (spare * (weights[at] ?? 0)) / all);
  const sum = wanted.reduce((total, each) => total + each, 0);
  return wanted.map((each) => (each * width) / sum);
}

/** The words of a cell, one by one. */
export function wordsOf(node: DocumentNode): string[] {
  if (node.text !== undefined) return node.text.split(/\s+/).filter(Boolean);
  return (node.content ?? []).flatMap(wordsOf);
}

function span(value: unknown): number {
  return typeof value === "number" && value > 0 ? Math.min(value, 100) : 1;
}
