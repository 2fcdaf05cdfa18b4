import type { Node } from "@tiptap/pm/model";
import { isStamp, readStamp, type Stamp } from "../schema/stamp";

/** A letter, an atom, or the end of a paragraph or title, in reading order. `at` is its place in the text; that of an end is behind the last letter. */
export type Letter = { key: string; at: number; node: Node; block: Node; blockAt: number; isEnd: boolean; inserted: Stamp | null; deleted: Stamp | null };

/** The letters of a clause without those of the clauses below it. `skips` leaves out rows that are put in as a whole. */
export function lettersOf(clause: Node, clauseAt: number, skips: (row: Node, at: number) => boolean = () => false): Letter[] {
  const letters: Letter[] = [];
  clause.forEach((child, offset) => {
    if (child.type.name === "clause" || child.type.name === "clauseMove") return;
    const at = clauseAt + 1 + offset;
    if (child.isTextblock) return readBlock(child, at);
    child.descendants((node, inside) => {
      const place = at + 1 + inside;
      if (node.type.name === "tableRow" && skips(node, place)) return false;
      if (node.isTextblock) readBlock(node, place);
      return !node.isTextblock;
    });
  });
  function readBlock(block: Node, blockAt: number): void {
    block.forEach((node, offset) => {
      const marked = { node, block, blockAt, isEnd: false, inserted: markOf(node, "insertion"), deleted: markOf(node, "deletion") };
      const at = blockAt + 1 + offset;
      if (!node.isText) return void letters.push({ key: atomKey(node), at, ...marked });
      const text = node.text ?? "";
      for (let each = 0; each < text.length; each++) letters.push({ key: /\s/.test(text.charAt(each)) ? " " : text.charAt(each), at: at + each, ...marked, node: node.cut(each, each + 1) });
    });
    const key = block.type.name === "clauseTitle" ? "end of title" : "end";
    letters.push({ key, at: blockAt + 1 + block.content.size, node: block, block, blockAt, isEnd: true, inserted: readStamp(block.attrs.endInserted), deleted: readStamp(block.attrs.endDeleted) });
  }
  return letters;
}

function atomKey(node: Node): string {
  if (node.type.name === "hardBreak") return " ";
  return `${node.type.name} ${String(node.attrs.text ?? node.attrs.clause ?? "")}`;
}

function markOf(node: Node, name: string): Stamp | null {
  const { id, author, at } = node.marks.find(({ type }) => type.name === name)?.attrs ?? {};
  const stamp = { id, author, at };
  return isStamp(stamp) ? stamp : null;
}
