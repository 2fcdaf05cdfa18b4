import type { Node } from "@tiptap/pm/model";
import { writeStamp } from "../schema/stamp";
import { foreign, type Place, type Reading, settledNode } from "./reply-reading";

/** Rows that come or go: a table is found by its place among the tables of its clause. */
export function compareTables(reading: Reading, node: Node, place: Place, where: string): void {
  const { steady, moving, unplaced } = reading;
  const [ours, theirs] = [tablesOf(place.node, place.at), tablesOf(node, 0)];
  theirs.forEach(({ table }, which) => {
    const our = ours[which];
    let row = 0;
    let behind = our ? our.at + 1 : 0;
    table.forEach((each) => {
      const added = foreign(reading, each.attrs.added);
      const removed = foreign(reading, each.attrs.removed);
      if (added) {
        const at = behind;
        const words = `puts in a row “${each.textContent.slice(0, 200)}”`;
        if (our) moving.push({ at, where, words, apply: (tr) => tr.insert(at, settledNode(each, added, reading)) });
        else unplaced.push({ what: words, where });
        return;
      }
      const mine = our && row < our.table.childCount ? our.table.child(row) : null;
      if (mine) {
        const at = behind;
        if (removed && !mine.attrs.removed) steady.push({ at, where, words: "removes a row", apply: (tr) => tr.setNodeAttribute(at, "removed", writeStamp(removed)) });
        behind += mine.nodeSize;
      } else if (removed) unplaced.push({ what: `removes a row “${each.textContent.slice(0, 200)}”`, where });
      row++;
    });
  });
}

function tablesOf(clause: Node, clauseAt: number): { table: Node; at: number }[] {
  const tables: { table: Node; at: number }[] = [];
  clause.forEach((child, offset) => {
    if (child.type.name === "table") tables.push({ table: child, at: clauseAt + 1 + offset });
  });
  return tables;
}
