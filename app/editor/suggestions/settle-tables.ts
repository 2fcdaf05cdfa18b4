import type { Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { eachSuggested, stampsOf, type Chosen } from "./suggestion-parts";
import type { Verdict } from "./settle";
import { goesWith } from "./what-stays";

/** Settles rows and cells that are to come or to go as a whole. A row without its cells goes, and a table without its rows. */
export function settleTables(target: Transform, chosen: Chosen, verdict: Verdict): void {
  const tables: number[] = [];
  eachSuggested(target.doc, (node, at) => {
    if (node.type.name === "table") tables.push(at);
    return node.type.name !== "table";
  });
  for (const at of tables.reverse()) settleTable(target, at, chosen, verdict);
}

function settleTable(target: Transform, at: number, chosen: Chosen, verdict: Verdict): void {
  const table = target.doc.nodeAt(at) as Node;
  const goes = (node: Node) => {
    const stamp = goesWith(node, verdict);
    return stamp !== null && chosen(stamp);
  };
  const rowGoes = (row: Node) => goes(row) || (row.childCount > 0 && row.content.content.every(goes));
  if (table.content.content.every(rowGoes)) {
    target.delete(at, at + table.nodeSize);
    return;
  }
  backwards(table, at + 1, (row, rowAt) => {
    if (rowGoes(row)) return void target.delete(rowAt, rowAt + row.nodeSize);
    backwards(row, rowAt + 1, (cell, cellAt) => {
      if (goes(cell)) target.delete(cellAt, cellAt + cell.nodeSize);
      else settleStamps(target, cell, cellAt, chosen);
    });
    settleStamps(target, row, rowAt, chosen);
  });
}

/** What stays as a whole is no longer suggested. */
export function settleStamps(target: Transform, node: Node, at: number, chosen: Chosen): void {
  for (const [name, stamp] of stampsOf(node)) if (chosen(stamp)) target.setNodeAttribute(at, name, null);
}

function backwards(node: Node, start: number, visit: (child: Node, at: number) => void): void {
  const places: [Node, number][] = [];
  node.forEach((child, offset) => places.push([child, start + offset]));
  for (const [child, at] of places.reverse()) visit(child, at);
}
