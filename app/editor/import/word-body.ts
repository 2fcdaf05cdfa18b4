import type { Element } from "@xmldom/xmldom";
import { clauseOfBookmark } from "../bookmark-names";
import type { DocumentNode } from "../schema/document-node";
import type { Line } from "./word-headings";
import { type InlineSource, isPrompt, readInline } from "./word-inline";
import { type ListLine, nestLists, paragraphOf } from "./word-lists";
import type { LevelOf } from "./word-numbering";
import { headingLevel, type WordStyle } from "./word-styles";
import { readTable } from "./word-tables";
import { childOf, childrenOf, valueOf } from "./xml";

/** A part of the body: a paragraph, a table, or a gap between paragraphs, in the order of the file. */
export type BodyPart = { line: Line } | { table: Element } | { gap: true };

/** What reading the body needs to know of the file. */
export type BodySource = InlineSource & { levelOf: LevelOf };

const silent = new Set(["w:sectPr", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:sdtPr", "w:sdtEndPr", "w:tcPr", "w:permStart", "w:permEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd"]);
const wrappers = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"]);

// Five levels of lists in a table of a clause on the fourth level are as deep as a document may be.
const deepestList = 4;

/** The paragraphs and tables below an element, one after the other. */
export function* bodyParts(parent: Element, source: BodySource): Generator<BodyPart> {
  for (const child of childrenOf(parent)) {
    if (child.tagName === "w:p") {
      const line = readLine(child, source);
      if (line) yield line === "gap" ? { gap: true } : { line };
      for (const box of boxesIn(child)) for (const part of bodyParts(box, source)) yield "line" in part ? { line: { ...part.line, allBold: false, level: null } } : part;
    } else if (child.tagName === "w:tbl") yield { table: child };
    else if (isContents(child)) source.notes.miss("line of a table of contents", child.getElementsByTagName("w:p").length);
    else if (isPrompt(child)) source.notes.miss("empty field of a form (its prompt is left out)");
    else if (wrappers.has(child.tagName)) yield* bodyParts(child, source);
    else if (child.tagName === "w:del" || child.tagName === "w:moveFrom") source.notes.miss("tracked deletion of whole parts (left out)");
    else if (!silent.has(child.tagName)) source.notes.miss(`unknown element ${child.tagName}`);
  }
}

/** What stands in boxes of its own, drawn beside a paragraph; a file for older programs holds it twice. */
function boxesIn(paragraph: Element): Element[] {
  return [...paragraph.getElementsByTagName("w:txbxContent")].filter((box) => {
    for (let at = box.parentNode as Element | null; at && at !== paragraph; at = at.parentNode as Element | null) {
      if (at.tagName === "w:txbxContent") return false;
      if (at.tagName === "mc:Fallback" && (at.parentNode as Element).getElementsByTagName("mc:Choice").length) return false;
    }
    return true;
  });
}

function isContents(element: Element): boolean {
  return element.tagName === "w:sdt" && /^table of contents$/i.test(valueOf(element, "w:sdtPr", "w:docPartObj", "w:docPartGallery") ?? "");
}

/** Gathers paragraphs, lists, callouts and tables into blocks. */
export function blockWriter(source: BodySource) {
  const { understood } = source.notes.report;
  const numbers = new Map<string, { number: number; level: number; series: string }>();
  const running = new Map<string, string>();
  let lines: ListLine[] = [];
  let callout: { tone: string; lines: Line[] } | null = null;
  /** A list that restarts its series counts on its own; what does not goes on with the one that runs. */
  const countOf = ({ numId, level, series, restarts }: NonNullable<Line["list"]>): string => {
    const at = `${series}/${level}`;
    const count = restarts ? numId : (running.get(at) ?? numId);
    running.set(at, count);
    return count;
  };
  const closeLists = (): DocumentNode[] => {
    if (!lines.length) return [];
    const started = new Map<object, number>();
    for (const line of lines) {
      if (line.goes) continue;
      const { level, series, start } = line.list;
      const key = `${line.count}/${level}`;
      const number = (numbers.get(key)?.number ?? start - 1) + 1;
      numbers.set(key, { number, level, series });
      for (const [other, counted] of numbers) if (counted.series === series && counted.level > level) numbers.delete(other);
      started.set(line, number);
    }
    const lists = nestLists(lines, (line) => started.get(line) ?? 1);
    understood.lists += lists.length;
    const lettered = new Set(lines.flatMap(({ list, count }) => (list.lettered ? [`${count}/${list.level}`] : [])));
    if (lettered.size) source.notes.miss("list counted by letters or Roman numbers (it counts 1, 2, 3 here)", lettered.size);
    lines = [];
    return lists;
  };
  const closeCallout = (): DocumentNode[] => {
    if (!callout) return [];
    const { tone, lines: inside } = callout;
    callout = null;
    const writer = blockWriter(source);
    const blocks = [...inside.flatMap((line) => writer.write({ line: { ...line, tone: null } })), ...writer.close()];
    return [{ type: "callout", attrs: { tone }, content: blocks }];
  };
  const close = () => [...closeLists(), ...closeCallout()];
  return {
    /** The blocks that are complete once this part is read. */
    write(part: BodyPart, inTable = false): DocumentNode[] {
      if ("gap" in part) return closeCallout();
      if ("line" in part && part.line.tone && !inTable) {
        if (callout?.tone === part.line.tone) {
          callout.lines.push(part.line);
          return [];
        }
        const before = close();
        callout = { tone: part.line.tone, lines: [part.line] };
        return before;
      }
      const before = closeCallout();
      const last = lines.at(-1);
      if ("line" in part && (part.line.list || (last && part.line.goesOn !== null))) {
        if (part.line.list) lines.push({ ...part.line, list: part.line.list, count: countOf(part.line.list), goes: false });
        else if (last) lines.push({ ...part.line, list: { ...last.list, level: Math.min(part.line.goesOn ?? 0, last.list.level) }, count: last.count, goes: true });
        return before;
      }
      before.push(...closeLists());
      if ("line" in part) {
        understood.paragraphs++;
        return [...before, paragraphOf(part.line)];
      }
      if (inTable) {
        source.notes.miss("table inside a table (its text is kept)");
        return [...before, ...cellBlocks(part.table, source, true)];
      }
      const table = readTable(part.table, source, (cell) => cellBlocks(cell, source, false));
      if (table) understood.tables++;
      return table ? [...before, table] : before;
    },
    close,
  };
}

function cellBlocks(cell: Element, source: BodySource, nested: boolean): DocumentNode[] {
  const parts = nested ? [...cell.getElementsByTagName("w:tc")].flatMap((each) => [...bodyParts(each, source)]) : [...bodyParts(cell, source)];
  const writer = blockWriter(source);
  const usable = nested ? parts.filter((part) => "line" in part) : parts;
  const blocks = [...usable.flatMap((part) => writer.write(part, true)), ...writer.close()];
  return blocks.length || nested ? blocks : [{ type: "paragraph" }];
}

function readLine(paragraph: Element, source: BodySource): Line | "gap" | null {
  const { notes, tracker } = source;
  const properties = childOf(paragraph, "w:pPr");
  const style = source.styleOf(valueOf(properties, "w:pStyle"));
  if (style.isContents) {
    notes.miss("line of a table of contents");
    return null;
  }
  if (style.isApproval) {
    const { where } = notes;
    notes.where = "the whole file";
    notes.miss("line about the text as a whole, such as its number and who approved it");
    notes.where = where;
    return null;
  }
  if (childOf(properties, "w:pPrChange")) notes.miss("tracked change of a paragraph's form (its new form is kept)");
  const { nodes, allBold } = readInline(paragraph, style, source);
  const mark = childOf(properties, "w:rPr");
  const come = childOf(mark, "w:ins") ?? childOf(mark, "w:moveTo");
  const gone = childOf(mark, "w:del") ?? childOf(mark, "w:moveFrom");
  const endInserted = come && tracker.stamp(come, "words");
  const endDeleted = gone && tracker.stamp(gone, "words");
  if (!come && !gone) tracker.pass("words");
  const text = nodes.map((node) => node.text ?? " ").join("").replace(/\s+/g, " ").trim();
  const bookmarks = source.places.bookmarksIn(paragraph);
  const clauseId = bookmarks.map(clauseOfBookmark).find((id) => id !== null) ?? null;
  const outline = valueOf(properties, "w:outlineLvl");
  const level = outline === null ? style.level : headingLevel(outline);
  if (!nodes.length && (style.isGap || (!(come || gone) && !(clauseId && level !== null)))) return "gap";
  const list = listOf(properties, style.numbering, source);
  return { text, nodes, allBold, isTitle: style.isTitle, level, list, goesOn: list ? null : goesOnOf(properties, style), tone: style.tone, clauseId, bookmarks, endInserted, endDeleted };
}

/** The level of the list entry that a paragraph without a number of its own belongs to. */
function goesOnOf(properties: Element | null, style: WordStyle): number | null {
  if (style.goesOn !== null) return Math.min(style.goesOn, deepestList);
  const left = Number(childOf(properties, "w:ind")?.getAttribute("w:left") ?? childOf(properties, "w:ind")?.getAttribute("w:start") ?? 0);
  return style.tone && left >= 720 ? Math.min(Math.round((left - 720) / 360), deepestList) : null;
}

function listOf(properties: Element | null, inherited: Element | null, { levelOf, notes }: BodySource): Line["list"] {
  const own = childOf(properties, "w:numPr");
  const numId = valueOf(own, "w:numId") ?? valueOf(inherited, "w:numId");
  if (numId === null || numId === "0") return null;
  const level = Math.max(0, Number(valueOf(own, "w:ilvl") ?? valueOf(inherited, "w:ilvl") ?? 0) || 0);
  if (level > deepestList) notes.miss("list entry below the fifth level (raised to it)");
  return { numId, level: Math.min(level, deepestList), ...levelOf(numId, level) };
}
