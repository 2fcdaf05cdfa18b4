import type { Element } from "@xmldom/xmldom";
import type { DocumentNode } from "../schema/document-node";
import { childOf, childrenOf, switchOf, valueOf } from "./xml";

type Cell = { node: DocumentNode; column: number; colspan: number; rowspan: number };

const widest = 100;

/** Reads a table; merged cells span, missing cells are filled with empty ones. `readBlocks` reads a cell. */
export function readTable(table: Element, readBlocks: (cell: Element) => DocumentNode[]): DocumentNode | null {
  const rows: Cell[][] = [];
  const open = new Map<number, Cell>();
  for (const row of childrenOf(table).flatMap((child) => unwrapped(child, "w:tr"))) {
    const properties = childOf(row, "w:trPr");
    const heading = switchOf(properties, "w:tblHeader") === true;
    const cells: Cell[] = [];
    let column = Math.min(widest, Number(valueOf(properties, "w:gridBefore") ?? 0) || 0);
    const filled = new Set<number>();
    for (const element of childrenOf(row).flatMap((child) => unwrapped(child, "w:tc"))) {
      const colspan = Math.max(1, Math.min(widest - column, Number(valueOf(element, "w:tcPr", "w:gridSpan") ?? 1) || 1));
      if (column >= widest) break;
      const merge = childOf(element, "w:tcPr", "w:vMerge");
      const above = open.get(column);
      if (merge && merge.getAttribute("w:val") !== "restart" && above?.colspan === colspan && above.rowspan < widest) above.rowspan++;
      else {
        const cell = { node: { type: heading ? "tableHeader" : "tableCell", content: readBlocks(element) }, column, colspan, rowspan: 1 };
        cells.push(cell);
        if (merge) open.set(column, cell);
        else open.delete(column);
      }
      for (let covered = column; covered < column + colspan; covered++) filled.add(covered);
      column += colspan;
    }
    for (const at of open.keys()) if (!filled.has(at)) open.delete(at);
    rows.push(cells);
  }
  return rows.some((cells) => cells.length) ? { type: "table", content: squared(rows) } : null;
}

function squared(rows: Cell[][]): DocumentNode[] {
  const taken = rows.map(() => new Set<number>());
  rows.forEach((cells, row) => {
    for (const { column, colspan, rowspan } of cells)
      for (let down = row; down < row + rowspan; down++)
        for (let across = column; across < column + colspan; across++) taken[down]?.add(across);
  });
  const width = Math.max(...taken.map((columns) => Math.max(-1, ...columns) + 1));
  return rows.map((cells, row) => {
    const all = [...cells];
    for (let column = 0; column < width; column++)
      if (!taken[row]?.has(column)) all.push({ node: { type: "tableCell", content: [{ type: "paragraph" }] }, column, colspan: 1, rowspan: 1 });
    const inOrder = all.sort((one, other) => one.column - other.column);
    return { type: "tableRow", content: inOrder.map(({ node, colspan, rowspan }) => ({ ...node, attrs: { colspan, rowspan } })) };
  });
}

function unwrapped(element: Element, name: string): Element[] {
  if (element.tagName === name) return [element];
  const wraps = ["w:sdt", "w:sdtContent", "w:ins", "w:customXml"].includes(element.tagName);
  return wraps ? childrenOf(element).flatMap((child) => unwrapped(child, name)) : [];
}
