import type { Element } from "@xmldom/xmldom";
import type { DocumentNode } from "../schema/document-node";
import type { Line } from "./word-headings";
import { type InlineSource, readInline } from "./word-inline";
import { nestLists } from "./word-lists";
import type { LevelOf } from "./word-numbering";
import { headingLevel } from "./word-styles";
import { readTable } from "./word-tables";
import { childOf, childrenOf, valueOf } from "./xml";

/** A part of the body: a paragraph or a table, in the order of the file. */
export type BodyPart = { line: Line } | { table: Element };

/** What reading the body needs to know of the file. */
export type BodySource = InlineSource & { levelOf: LevelOf };

const silent = new Set(["w:sectPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:sdtPr", "w:sdtEndPr", "w:tcPr", "w:permStart", "w:permEnd"]);
const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"]);

// Five levels of lists in a table of a clause on the fourth level are as deep as a document may be.
const deepestList = 4;

/** The paragraphs and tables below an element, one after the other; empty paragraphs are passed over. */
export function* bodyParts(parent: Element, source: BodySource): Generator<BodyPart> {
  for (const child of childrenOf(parent)) {
    if (child.tagName === "w:p") {
      const line = readLine(child, source);
      if (line) yield { line };
    } else if (child.tagName === "w:tbl") yield { table: child };
    else if (wrappers.has(child.tagName)) yield* bodyParts(child, source);
    else if (child.tagName === "w:del" || child.tagName === "w:moveFrom") source.notes.miss("tracked deletion (left out)");
    else if (!silent.has(child.tagName)) source.notes.miss(`unknown element ${child.tagName}`);
  }
}

/** Gathers paragraphs, lists and tables into blocks. */
export function blockWriter(source: BodySource) {
  const { understood } = source.notes.report;
  const counts = new Map<string, number>();
  let lines: (Line & { list: NonNullable<Line["list"]> })[] = [];
  const closeLists = (): DocumentNode[] => {
    if (!lines.length) return [];
    const started = new Map<object, number>();
    for (const line of lines) {
      const key = `${line.list.numId}/${line.list.level}`;
      const number = (counts.get(key) ?? line.list.start - 1) + 1;
      counts.set(key, number);
      for (const other of counts.keys())
        if (other.startsWith(`${line.list.numId}/`) && Number(other.split("/")[1]) > line.list.level) counts.delete(other);
      started.set(line, number);
    }
    const lists = nestLists(lines, (line) => started.get(line) ?? 1);
    understood.lists += lists.length;
    lines = [];
    return lists;
  };
  return {
    /** The blocks that are complete once this part is read. */
    write(part: BodyPart, inTable = false): DocumentNode[] {
      if ("line" in part && part.line.list) {
        lines.push({ ...part.line, list: part.line.list });
        return [];
      }
      const before = closeLists();
      if ("line" in part) {
        understood.paragraphs++;
        return [...before, { type: "paragraph", content: part.line.nodes }];
      }
      if (inTable) {
        source.notes.miss("table inside a table (its text is kept)");
        return [...before, ...cellBlocks(part.table, source, true)];
      }
      const table = readTable(part.table, (cell) => cellBlocks(cell, source, false));
      if (table) understood.tables++;
      return table ? [...before, table] : before;
    },
    close: closeLists,
  };
}

function cellBlocks(cell: Element, source: BodySource, nested: boolean): DocumentNode[] {
  const parts = nested ? [...cell.getElementsByTagName("w:tc")].flatMap((each) => [...bodyParts(each, source)]) : [...bodyParts(cell, source)];
  const writer = blockWriter(source);
  const usable = nested ? parts.filter((part) => "line" in part) : parts;
  const blocks = [...usable.flatMap((part) => writer.write(part, true)), ...writer.close()];
  return blocks.length || nested ? blocks : [{ type: "paragraph" }];
}

function readLine(paragraph: Element, source: BodySource): Line | null {
  const properties = childOf(paragraph, "w:pPr");
  const style = source.styleOf(valueOf(properties, "w:pStyle"));
  if (style.isContents) {
    source.notes.miss("line of a table of contents");
    return null;
  }
  const mark = childOf(properties, "w:rPr");
  if (childOf(mark, "w:ins")) source.notes.miss("tracked new paragraph (kept)");
  if (childOf(mark, "w:del")) source.notes.miss("tracked joining of paragraphs (not joined)");
  const { nodes, allBold } = readInline(paragraph, style, source);
  const text = nodes.map((node) => node.text ?? " ").join("").replace(/\s+/g, " ").trim();
  if (!nodes.length) return null;
  const outline = valueOf(properties, "w:outlineLvl");
  const level = outline === null ? style.level : headingLevel(outline);
  return { text, nodes, allBold, isTitle: style.isTitle, level, list: listOf(properties, style.numbering, source) };
}

function listOf(properties: Element | null, inherited: Element | null, { levelOf, notes }: BodySource): Line["list"] {
  const own = childOf(properties, "w:numPr");
  const numId = valueOf(own, "w:numId") ?? valueOf(inherited, "w:numId");
  if (numId === null || numId === "0") return null;
  const level = Math.max(0, Number(valueOf(own, "w:ilvl") ?? valueOf(inherited, "w:ilvl") ?? 0) || 0);
  if (level > deepestList) notes.miss("list entry below the fifth level (raised to it)");
  return { numId, level: Math.min(level, deepestList), ...levelOf(numId, level) };
}
