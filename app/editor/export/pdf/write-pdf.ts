import PDFDocument from "pdfkit";
import type { DocumentNode } from "../../schema/document-node";
import { approvalTable } from "../approval-table";
import type { ExportedText } from "../exported-text";
import { columnWidths, headingRows, placeCells, wordsOf } from "../table-columns";
import { calloutNames, leadsOn, takeTextNotes } from "../text-notes";
import { asArtifact, drawLine, heldTogether, pageFlow, type Room } from "./page-flow";
import type { Element, Line } from "./page-lines";
import { accent, body, hairline, type Look, paragraphWriter, placeOf, quietInk, small } from "./paragraphs";
import { describeCell, repeatedHead, rowParts, type SetCell } from "./table-rows";

const page = { width: 612, height: 792 };
const room: Room = { top: 84, bottom: 700, left: 126, width: 414 };
const margin = 72;
const tableLook: Look = { face: "serif", size: 9.5, leading: 13 };
const headingLooks: Look[] = [
  { face: "serif", size: 15, leading: 19, bold: true },
  { face: "serif", size: 12.5, leading: 16.5, bold: true },
  { face: "serif", size: 11.25, leading: 15.5, bold: true },
  { face: "serif", size: 10.75, leading: 15.5, bold: true },
];

/** Writes a text as a tagged PDF of letter size: headings, lists, tables and notes are parts of a tree that reading programs follow. */
export async function writePdf(text: ExportedText): Promise<Uint8Array> {
  const at = new Date(text.at);
  const doc = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    bufferPages: true,
    autoFirstPage: true,
    font: null as unknown as string,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: text.language,
    info: { Title: `${text.number} ${text.title}`, Author: text.program, Subject: text.standing, CreationDate: at, ModDate: at },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  layOut(doc, text);
  doc.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

function layOut(doc: PDFKit.PDFDocument, text: ExportedText): void {
  const notes = takeTextNotes(text.content);
  const paragraphs = paragraphWriter(doc, notes);
  paragraphs.setNoteWidth(room.left, room.width);
  const flow = pageFlow(doc, room);
  const whole = doc.struct("Document");
  doc.addStructure(whole);
  const part = (kind: string, within: Element): Element => {
    const element = doc.struct(kind);
    within.add(element);
    return element;
  };

  type Place = { x: number; width: number; look: Look; bar: string | null; before: number };
  const first = (lines: Line[], { before, bar }: Place): Line[] => {
    lines.forEach((line, at) => Object.assign(line, { bar, before: at === 0 ? before : 0 }));
    return lines;
  };

  const blockLines = (nodes: readonly DocumentNode[], place: Place, within: Element): Line[] =>
    nodes.flatMap((node) => {
      if (node.type === "paragraph") return node.content?.length ? heldTogether(first(paragraphs.lines(node.content, place, part("P", within)), place)) : [];
      if (node.type === "bulletList" || node.type === "orderedList") return listLines(node, place, within);
      return [];
    });

  const listLines = (list: DocumentNode, place: Place, within: Element): Line[] => {
    const element = part("L", within);
    const start = typeof list.attrs?.start === "number" ? list.attrs.start : 1;
    const indent = place.look.size * 1.7;
    return (list.content ?? []).flatMap((entry, at) => {
      const item = part("LI", element);
      const label = part("Lbl", item);
      const inner = { ...place, x: place.x + indent, width: place.width - indent, before: place.before * 0.45 };
      const lines = blockLines(entry.content ?? [], inner, part("LBody", item));
      const mark = list.type === "orderedList" ? `${start + at}.` : "•";
      const pieces = paragraphs.plain(mark, place.look, label);
      const wide = pieces.reduce((sum, { width }) => sum + width, 0);
      lines[0]?.hangs.unshift({ pieces, x: place.x + Math.max(0, indent - wide - 5) });
      return lines;
    });
  };

  const setCell = (cell: ReturnType<typeof placeCells>["cells"][number], x: number, width: number, row: Element, headings: number): SetCell => {
    const head = cell.node.type === "tableHeader";
    const element = part(head ? "TH" : "TD", row);
    describeCell(element, cell, headings);
    const look = head ? { ...tableLook, face: "sans" as const, size: 8.75, bold: true } : tableLook;
    const lines = blockLines(cell.node.content ?? [], { x, width, look, bar: null, before: 3.5 }, element);
    if (lines[0]) lines[0].before = 0;
    return { ...cell, lines };
  };

  const addTable = (node: DocumentNode, within: Element, fixed?: number[]) => {
    const { cells, columns, rows } = placeCells(node);
    // A wide table takes the room of the numbers too.
    const left = columns > 4 ? margin : room.left - 4;
    const span = room.left + room.width - left;
    const widths = fixed ?? columnWidths(wantsOf(cells, columns), span);
    const table = part("Table", within);
    const headings = headingRows(node);
    const elements = Array.from({ length: rows }, () => part("TR", table));
    const starts = widths.reduce<number[]>((sums, width) => [...sums, (sums.at(-1) ?? left) + width], [left]);
    const set = cells.flatMap((cell) => {
      const row = elements[cell.row];
      const x = starts[cell.column] ?? left;
      const end = starts[Math.min(cell.column + cell.columns, widths.length)] ?? x;
      return row ? [setCell(cell, x + 4, end - x - 10, row, headings)] : [];
    });
    const parts = rowParts(doc, set, { rows, left, width: span, tallest: 260 });
    parts[0]?.forEach((slice, at) => {
      if (at === 0) slice.before = 10;
    });
    const head = parts.slice(0, headings).flat();
    for (const slice of head) flow.add({ ...slice, withNext: true });
    parts.slice(headings).forEach((slices, at) => {
      slices.forEach((slice) => flow.add(slice));
      if (at === 0 && head.length) flow.repeat(repeatedHead(head));
    });
    flow.repeat(null);
    flow.add({ height: 6, before: 0, withNext: false, notes: [], draw: () => {} });
  };

  const wantsOf = (cells: ReturnType<typeof placeCells>["cells"], columns: number) => {
    const wants = Array.from({ length: columns }, () => ({ least: 30, words: 0 }));
    for (const cell of cells) {
      const words = wordsOf(cell.node);
      const want = wants[cell.column];
      if (!want || cell.columns > 1) continue;
      want.words += words.join(" ").length;
      for (const word of words) want.least = Math.max(want.least, paragraphs.plain(word, { ...tableLook, bold: true }, null).reduce((sum, { width }) => sum + width, 12));
    }
    return wants;
  };

  const addBlocks = (nodes: readonly DocumentNode[], within: Element, left = room.left, withNext = false) => {
    for (const node of nodes) {
      if (node.type === "table") addTable(node, within);
      else if (node.type === "callout") addCallout(node, within);
      else {
        const lines = hung(blockLines([node], { x: left, width: room.left + room.width - left, look: body, bar: null, before: 7 }, within));
        const last = lines.at(-1);
        if (last && withNext) last.withNext = true;
        flow.addLines(lines);
      }
    }
  };

  const addCallout = (node: DocumentNode, within: Element) => {
    const element = part("Sect", within);
    const place = { x: room.left + 14, width: room.width - 14, look: { ...body, size: 10, leading: 14.5 }, bar: node.attrs?.tone === "important" ? "#775200" : accent, before: 4 };
    const name = calloutNames[String(node.attrs?.tone)] ?? "Note";
    const title = first(paragraphs.words(name, { ...place, look: { ...small, bold: true } }, part("P", element)), { ...place, before: 0 });
    const lines = [...title, ...blockLines(node.content ?? [], place, element)];
    title.forEach((line) => (line.withNext = true));
    flow.add({ height: 5, before: 5, withNext: true, notes: [], draw: () => {} });
    flow.addLines(hung(lines));
    flow.add({ height: 6, before: 0, withNext: false, notes: [], draw: () => {} });
  };

  // The number of a clause without a title hangs beside its first words.
  let waitingNumber: Line["hangs"] = [];
  let waitingPlaced: Line["placed"];
  const hung = (lines: Line[]): Line[] => {
    const [line] = lines;
    if (line && waitingNumber.length) {
      line.hangs.unshift(...waitingNumber);
      line.placed = waitingPlaced;
      waitingNumber = [];
      waitingPlaced = undefined;
    }
    return lines;
  };

  const addClause = (clause: DocumentNode, depth: number, within: Element, above: { entry: PDFKit.PDFOutline }) => {
    const id = String(clause.attrs?.id ?? "");
    const number = notes.numberOf(id) ?? "";
    const section = part("Sect", within);
    const heading = part(`H${Math.min(6, depth + 1)}`, section);
    const title = clause.content?.find(({ type }) => type === "clauseTitle");
    const look = headingLooks[depth - 1] ?? headingLooks[3] ?? body;
    const words = (title?.content ?? []).map((node) => node.text ?? "").join("");
    const own = { entry: above.entry };
    const placed = (y: number) => {
      doc.addNamedDestination(placeOf(id), "XYZ", 0, Math.max(0, y - 8), null as unknown as number);
      own.entry = above.entry.addItem(words ? `${number} ${words}` : number, outlinePlace(y, depth < 2));
    };
    const hang = { pieces: paragraphs.plain(number, { face: "sans", size: 9, leading: look.leading, colour: quietInk }, heading), x: margin };
    waitingNumber = [hang];
    waitingPlaced = placed;
    const settleNumber = () => {
      // A table or a callout comes first: the number gets a line of its own.
      if (waitingNumber.length) flow.addLines(hung(first(paragraphs.words("", { x: room.left, width: room.width, look }, heading), { x: 0, width: 0, look, bar: null, before: 12 }).map((line) => ({ ...line, withNext: true }))));
    };
    if (words && title?.content) {
      const lines = first(paragraphs.lines(title.content, { x: room.left, width: room.width, look }, heading), { x: 0, width: 0, look, bar: null, before: depth === 1 ? 22 : 14 });
      lines.forEach((line) => (line.withNext = true));
      flow.addLines(hung(lines));
    }
    const blocks = (clause.content ?? []).filter(({ type }) => type !== "clauseTitle" && type !== "clause");
    blocks.forEach((block, at) => {
      if (block.type === "paragraph" && !block.content?.length) return;
      if (block.type === "table" || block.type === "callout") settleNumber();
      addBlocks([block], section, room.left, leadsOn(block, blocks[at + 1]));
    });
    settleNumber();
    for (const child of clause.content ?? []) if (child.type === "clause") addClause(child, depth + 1, section, own);
  };

  const top = part("Sect", whole);
  flow.addLines(first(paragraphs.words(text.program, { x: margin, width: room.left + room.width - margin, look: { ...small, size: 9.5, colour: quietInk } }, part("P", top)), { x: 0, width: 0, look: small, bar: null, before: 0 }));
  const titleLook: Look = { face: "serif", size: 24, leading: 30, bold: true };
  flow.addLines(first(paragraphs.words(text.title, { x: margin, width: room.left + room.width - margin, look: titleLook }, part("H1", top)), { x: 0, width: 0, look: titleLook, bar: null, before: 6 }));
  addFacts();
  for (const node of text.content.content ?? []) {
    if (node.type === "clause") addClause(node, 1, whole, { entry: doc.outline });
    // Where no number hangs, words begin at the margin.
    else addBlocks([node], top, margin);
  }
  addApprovals();
  flow.end();
  furnish(doc, text, paragraphs);

  function addFacts() {
    const list = part("L", top);
    text.facts.forEach(({ term, fact }, at) => {
      const item = part("LI", list);
      const label = part("Lbl", item);
      const x = margin + 118;
      const lines = first(paragraphs.words(fact, { x, width: room.left + room.width - x, look: { ...small, size: 9.25, leading: 13 } }, part("LBody", item)), { x: 0, width: 0, look: small, bar: null, before: at === 0 ? 10 : 3 });
      lines[0]?.hangs.push({ pieces: paragraphs.plain(term, { ...small, size: 9.25, colour: quietInk }, label), x: margin });
      flow.addLines(lines);
    });
    flow.add({ height: 4, before: 10, withNext: false, notes: [], draw: (y) => asArtifact(doc, () => doc.moveTo(margin, y).lineTo(room.left + room.width, y).lineWidth(0.75).strokeColor(hairline).stroke()) });
  }

  function addApprovals() {
    if (!text.approvals.length) return;
    const section = part("Sect", whole);
    const look = headingLooks[0] ?? body;
    const heading = first(paragraphs.words("Approval", { x: room.left, width: room.width, look }, part("H2", section)), { x: 0, width: 0, look, bar: null, before: 26 });
    heading.forEach((line) => {
      line.withNext = true;
      line.placed = (y) => void doc.outline.addItem("Approval", outlinePlace(y, false));
    });
    flow.addLines(heading);
    addTable(approvalTable(text.approvals), section);
  }
}

/** What stands on every page: what this text is above it and below it, and the number of the page. */
function furnish(doc: PDFKit.PDFDocument, text: ExportedText, paragraphs: ReturnType<typeof paragraphWriter>): void {
  const { start, count } = doc.bufferedPageRange();
  const width = room.left + room.width - margin;
  const look: Look = { ...small, size: 7.5, leading: 10.5, colour: quietInk };
  const foot = paragraphs.words(text.foot, { x: margin, width, look }, null).slice(0, 3);
  for (let at = 0; at < count; at++) {
    doc.switchToPage(start + at);
    // Reading programs then step through links in the order of the tree.
    (doc.page as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary.data.Tabs = "S";
    asArtifact(doc, () => doc.moveTo(margin, 716).lineTo(margin + width, 716).lineWidth(0.5).strokeColor(hairline).stroke());
    let y = 721;
    for (const line of [...foot, ...paragraphs.words(`SHA-256 ${text.hash}`, { x: margin, width, look }, null)]) {
      drawLine(doc, line, y);
      y += line.height;
    }
    const numbered = paragraphs.plain(`Page ${at + 1} of ${count}`, look, null);
    const wide = numbered.reduce((sum, piece) => sum + piece.width, 0);
    const numberLine: Line = { pieces: numbered, x: margin + width - wide, height: 10.5, base: 7.56, before: 0, withNext: false, hangs: [], bar: null };
    drawLine(doc, numberLine, 721 + foot.length * 10.5);
    if (at > 0) for (const line of paragraphs.words(`${text.number}  ${text.title}`, { x: margin, width, look: { ...look, size: 8 } }, null).slice(0, 1)) drawLine(doc, line, 48);
  }
}

/** pdfkit takes a height as well; its types do not know it yet. */
function outlinePlace(y: number, expanded: boolean): { expanded: boolean } {
  const place = { expanded, top: Math.max(0, y - 8) };
  return place;
}
