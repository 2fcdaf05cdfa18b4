import type { Element } from "@xmldom/xmldom";
import type { DocumentNode } from "../schema/document-node";
import { type Stamp, writeStamp } from "../schema/stamp";
import { asWhole, withoutMark } from "./word-wholes";
import type { StyleOf } from "./word-styles";
import type { Tracker } from "./word-tracked";
import { childOf, childrenOf, switchOf, valueOf } from "./xml";

/** Who would add or remove a row or cell as a whole. */
type Change = { added: Stamp | null; removed: Stamp | null };
type Cell = { node: DocumentNode; change?: Change; column: number; colspan: number; rowspan: number };

const widest = 100;

/** Reads a table; merged cells span, missing cells are filled with empty ones. `readBlocks` reads a cell. */
export function readTable(table: Element, { tracker, styleOf }: { tracker: Tracker; styleOf: StyleOf }, readBlocks: (cell: Element) => DocumentNode[]): DocumentNode | null {
  const rows: Cell[][] = [];
  const changes: Change[] = [];
  const open = new Map<number, Cell>();
  for (const row of childrenOf(table).flatMap((child) => unwrapped(child, "w:tr"))) {
    const properties = childOf(row, "w:trPr");
    const change = changeOf(properties, ["w:ins", "w:del"], tracker);
    changes.push(change);
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
        const own = changeOf(childOf(element, "w:tcPr"), ["w:cellIns", "w:cellDel"], tracker);
        const isHeading = heading || styleOf(valueOf(childOf(element, "w:p"), "w:pPr", "w:pStyle")).isTableHeading;
        const content = readBlocks(element).map((block) => settled(settled(block, change), own));
        const cell = { node: { type: isHeading ? "tableHeader" : "tableCell", content }, change: own, column, colspan, rowspan: 1 };
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
  return rows.some((cells) => cells.length) ? { type: "table", content: squared(rows).map((row, at) => ({ ...row, ...stamped(changes[at]) })) } : null;
}

function changeOf(properties: Element | null, [come, gone]: [string, string], tracker: Tracker): Change {
  const stamp = (element: Element | null) => element && tracker.stamp(element, "words");
  return { added: stamp(childOf(properties, come)), removed: stamp(childOf(properties, gone)) };
}

/** What comes or goes with its row needs not say so itself. */
function settled(block: DocumentNode, { added, removed }: Change): DocumentNode {
  const left = added ? asLetters(block, added) : block;
  return removed ? withoutMark(left, "deletion", removed.author) : left;
}

/** The letters of what comes say it too, so that rejecting finds nothing else in it. */
function asLetters(block: DocumentNode, stamp: Stamp): DocumentNode {
  const { attrs, ...whole } = asWhole(block, "insertion", stamp);
  const { added: _added, ...own } = attrs ?? {};
  return { ...whole, ...(Object.keys(own).length ? { attrs: own } : {}) };
}

function stamped(change: Change | undefined): { attrs?: Record<string, unknown> } {
  const { added, removed } = change ?? {};
  return added || removed ? { attrs: { ...(added ? { added: writeStamp(added) } : {}), ...(removed ? { removed: writeStamp(removed) } : {}) } } : {};
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
    return { type: "tableRow", content: inOrder.map(({ node, change, colspan, rowspan }) => ({ ...node, attrs: { colspan, rowspan, ...stamped(change).attrs } })) };
  });
}

function unwrapped(element: Element, name: string): Element[] {
  if (element.tagName === name) return [element];
  const wraps = ["w:sdt", "w:sdtContent", "w:ins", "w:customXml"].includes(element.tagName);
  return wraps ? childrenOf(element).flatMap((child) => unwrapped(child, name)) : [];
}
