import { setImmediate } from "node:timers/promises";
import type { DocumentNode } from "../../schema/document-node";
import { readStamp, type Stamp } from "../../schema/stamp";
import { bookmarkOf } from "../../bookmark-names";
import { columnWidths, placeCells, wordsOf } from "../table-columns";
import { leadsOn } from "../text-notes";
import { type Letters, lettersXml, tracked, wordTime, type Whole } from "./word-letters";
import { clauseNumberId, type ListNumbers } from "./word-numbering-part";
import { element, valued } from "./xml-text";

/** What writing blocks needs besides letters. `moves` are the clauses that somebody would move, with the text they have. */
export type Blocks = { letters: Letters; lists: ListNumbers; moves: ReadonlyMap<string, { stamp: Stamp; name: string; clean: DocumentNode | null }> };

type Place = {
  whole: Whole;
  style: string;
  /** Of the list that a paragraph begins an entry of, or goes on with. */
  list: { numId: number; level: number; begins: boolean } | null;
  /** No page ends between this paragraph and what follows. */
  leads?: boolean;
};

const standing: Whole = { inserted: null, deleted: null, moves: false, isCopy: false };

/** The clauses as the body of a Word file. Between clauses others get their turn: a long text keeps nobody waiting. */
export async function clausesXml(clauses: readonly DocumentNode[], blocks: Blocks): Promise<string> {
  const written: string[] = [];
  let since = performance.now();
  const write = async (clause: DocumentNode, whole: Whole, depth: number): Promise<void> => {
    if (performance.now() - since > 15) {
      await setImmediate();
      since = performance.now();
    }
    if (clause.type === "clauseMove") return writeMove(clause, whole, depth);
    const move = whole.isCopy ? undefined : blocks.moves.get(String(clause.attrs?.id));
    const within = insideOf(clause, move ? { ...whole, deleted: move.stamp, moves: true } : whole);
    if (move) written.push(rangeXml("w:moveFromRange", move, blocks.letters, "Start"));
    const [title, ...rest] = clause.content ?? [];
    written.push(headingXml(clause, title, within, depth, blocks));
    for (const [at, child] of rest.entries()) {
      if (child.type === "clause" || child.type === "clauseMove") await write(child, within, depth + 1);
      else written.push(blockXml(child, { whole: within, style: "", list: null, leads: leadsOn(child, rest[at + 1]) }, blocks));
    }
    if (move) written.push(rangeXml("w:moveFromRange", move, blocks.letters, "End"));
  };
  const writeMove = async (place: DocumentNode, whole: Whole, depth: number): Promise<void> => {
    const move = blocks.moves.get(String(place.attrs?.clause));
    if (!move?.clean || whole.isCopy) return;
    written.push(rangeXml("w:moveToRange", move, blocks.letters, "Start"));
    await write(move.clean, { ...whole, inserted: move.stamp, moves: true, isCopy: true }, depth);
    written.push(rangeXml("w:moveToRange", move, blocks.letters, "End"));
  };
  for (const clause of clauses) await write(clause, standing, 1);
  return written.join("");
}

const rangeIds = new WeakMap<object, number>();

function rangeXml(name: string, move: { stamp: Stamp; name: string }, letters: Letters, end: "Start" | "End"): string {
  if (end === "End") return element(`${name}End`, { "w:id": rangeIds.get(move) ?? 0 });
  const id = letters.next();
  rangeIds.set(move, id);
  return element(`${name}Start`, { "w:id": id, "w:author": letters.nameOf(move.stamp.author), "w:date": wordTime(move.stamp.at), "w:name": move.name });
}

function insideOf(node: DocumentNode, whole: Whole): Whole {
  const inserted = readStamp(node.attrs?.added);
  const deleted = readStamp(node.attrs?.removed);
  return inserted || deleted ? { ...whole, inserted: whole.inserted ?? inserted, deleted: whole.deleted ?? deleted } : whole;
}

function headingXml(clause: DocumentNode, title: DocumentNode | undefined, whole: Whole, depth: number, { letters }: Blocks): string {
  const name = whole.isCopy ? null : bookmarkOf(String(clause.attrs?.id));
  const id = name ? letters.next() : 0;
  const words = lettersXml(title?.content ?? [], whole, letters) + (whole.isCopy ? "" : letters.commentsOn(String(clause.attrs?.id)));
  const marked = name ? element("w:bookmarkStart", { "w:id": id, "w:name": name }) + words + element("w:bookmarkEnd", { "w:id": id }) : words;
  return paragraphXml(valued("w:pStyle", `Heading${Math.min(4, depth)}`), endXml(null, whole, letters), marked);
}

function paragraphXml(properties: string, end: string, content: string): string {
  const all = properties + (end ? element("w:rPr", {}, end) : "");
  return element("w:p", {}, (all ? element("w:pPr", {}, all) : "") + content);
}

/** What is suggested for the end of a paragraph. */
function endXml(paragraph: DocumentNode | null, whole: Whole, letters: Letters): string {
  const inserted = readStamp(paragraph?.attrs?.endInserted) ?? whole.inserted;
  const deleted = readStamp(paragraph?.attrs?.endDeleted) ?? whole.deleted;
  const isMove = (stamp: Stamp, of: Stamp | null, other: Stamp | null) => whole.moves && stamp === of && !other;
  return (
    (inserted ? tracked(isMove(inserted, whole.inserted, deleted) ? "w:moveTo" : "w:ins", inserted, letters) : "") +
    (deleted ? tracked(isMove(deleted, whole.deleted, inserted) ? "w:moveFrom" : "w:del", deleted, letters) : "")
  );
}

const calloutStyles: Record<string, string> = { note: "CalloutNote", important: "CalloutImportant", example: "CalloutExample" };

/** Keeps what stands above apart from what stands below: Word joins tables, and callouts of one style, that touch. */
function gapXml(whole: Whole, letters: Letters): string {
  return paragraphXml(valued("w:pStyle", "Gap"), endXml(null, whole, letters), "");
}

function blockXml(block: DocumentNode, place: Place, blocks: Blocks): string {
  const { letters, lists } = blocks;
  const children = block.content ?? [];
  if (block.type === "callout") {
    const style = calloutStyles[String(block.attrs?.tone)] ?? "CalloutNote";
    return children.map((child) => blockXml(child, { ...place, style }, blocks)).join("") + gapXml(place.whole, letters);
  }
  if (block.type === "bulletList" || block.type === "orderedList") {
    const level = place.list ? Math.min(8, place.list.level + 1) : 0;
    const numId = block.type === "bulletList" ? lists.bullet(level) : lists.ordered(Number(block.attrs?.start ?? 1), level);
    return children.flatMap((entry) => (entry.content ?? []).map((child, at) => blockXml(child, { ...place, list: { numId, level, begins: at === 0 } }, blocks))).join("");
  }
  if (block.type === "table") return tableXml(block, place.whole, blocks) + gapXml(place.whole, letters);
  return paragraphXml(paragraphProperties(place), endXml(block, place.whole, letters), lettersXml(children, place.whole, letters));
}

function paragraphProperties({ style, list, leads }: Place): string {
  if (!list) return (style ? valued("w:pStyle", style) : "") + (leads ? "<w:keepNext/>" : "");
  const left = element("w:ind", { "w:left": 720 + list.level * 360, ...(list.begins ? { "w:hanging": 360 } : {}) });
  const numbered = list.begins ? element("w:numPr", {}, valued("w:ilvl", list.level) + valued("w:numId", list.numId)) : "";
  const named = style || (list.begins ? "ListParagraph" : list.level === 0 ? "ListContinue" : `ListContinue${list.level + 1}`);
  return valued("w:pStyle", named) + numbered + left;
}

type Cell = { node: DocumentNode; column: number; colspan: number; rowsLeft: number };

const pageWidth = 9360;
const letterWidth = 125;
const cellMargins = 240;

function tableXml(table: DocumentNode, whole: Whole, blocks: Blocks): string {
  const rows = table.content ?? [];
  const widths = widthsOf(table);
  const grid = element("w:tblGrid", {}, widths.map((width) => element("w:gridCol", { "w:w": width })).join(""));
  let open: Cell[] = [];
  let above = true;
  const written = rows.map((row) => {
    const within = insideOf(row, whole);
    const cells = (row.content ?? []).values();
    const isHead = above && (row.content ?? []).length > 0 && (row.content ?? []).every(({ type }) => type === "tableHeader");
    above = isHead;
    const next: Cell[] = [];
    const inRow: string[] = [];
    let column = 0;
    for (;;) {
      const covering = open.find((cell) => cell.column === column);
      if (covering) {
        inRow.push(cellXml(covering, "continue", widths, within, blocks));
        if (covering.rowsLeft > 1) next.push({ ...covering, rowsLeft: covering.rowsLeft - 1 });
        column += covering.colspan;
        continue;
      }
      const { value: node, done } = cells.next();
      if (done) break;
      const cell = { node, column, colspan: spanOf(node, "colspan"), rowsLeft: spanOf(node, "rowspan") - 1 };
      inRow.push(cellXml(cell, cell.rowsLeft > 0 ? "restart" : null, widths, within, blocks));
      if (cell.rowsLeft > 0) next.push(cell);
      column += cell.colspan;
    }
    open = next;
    return element("w:tr", {}, rowProperties(isHead, within, blocks.letters) + inRow.join(""));
  });
  const look = valued("w:tblStyle", "TableGrid") + element("w:tblW", { "w:w": 5000, "w:type": "pct" }) + element("w:tblLook", { "w:val": "0420", "w:firstRow": 1 });
  return element("w:tbl", {}, element("w:tblPr", {}, look) + grid + written.join(""));
}

/** Wide columns for those with much to read, as in the PDF; a letter is reckoned as half as wide as it is high. */
function widthsOf(table: DocumentNode): number[] {
  const { cells, columns } = placeCells(table);
  const wants = Array.from({ length: columns }, () => ({ least: 600, words: 0 }));
  for (const { node, column, columns: across } of cells) {
    const want = wants[column];
    if (!want || across > 1) continue;
    const words = wordsOf(node);
    want.words += words.join(" ").length;
    want.least = Math.max(want.least, ...words.map((word) => word.length * letterWidth + cellMargins));
  }
  return columnWidths(wants, pageWidth).map(Math.floor);
}

function rowProperties(isHead: boolean, { inserted, deleted }: Whole, letters: Letters): string {
  const all = (isHead ? "<w:tblHeader/>" : "") + (inserted ? tracked("w:ins", inserted, letters) : "") + (deleted ? tracked("w:del", deleted, letters) : "");
  return element("w:trPr", {}, `<w:cantSplit/>${all}`);
}

function cellXml({ node, column, colspan }: Cell, merge: "restart" | "continue" | null, widths: readonly number[], whole: Whole, blocks: Blocks): string {
  const stampOf = (name: "added" | "removed") => readStamp(node.attrs?.[name]);
  const [added, removed] = [stampOf("added"), stampOf("removed")];
  const change = added ? tracked("w:cellIns", added, blocks.letters) : removed ? tracked("w:cellDel", removed, blocks.letters) : "";
  const spans = (colspan > 1 ? valued("w:gridSpan", colspan) : "") + (merge ? element("w:vMerge", merge === "restart" ? { "w:val": merge } : {}) : "");
  const properties = element("w:tcPr", {}, element("w:tcW", { "w:w": widths.slice(column, column + colspan).reduce((sum, width) => sum + width, 0), "w:type": "dxa" }) + spans + change);
  const within = insideOf(node, whole);
  const style = node.type === "tableHeader" ? "TableHeading" : "TableText";
  const content = merge === "continue" ? "" : (node.content ?? []).map((child) => blockXml(child, { whole: within, style, list: null }, blocks)).join("");
  return element("w:tc", {}, properties + (content || "<w:p/>"));
}

function spanOf(cell: DocumentNode, name: "colspan" | "rowspan"): number {
  return Math.max(1, Number(cell.attrs?.[name] ?? 1) || 1);
}
