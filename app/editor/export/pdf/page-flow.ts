import type { Element, Line, NoteAtFoot, Piece } from "./page-lines";
import { hairline } from "./paragraphs";

/** Something of a height that is drawn once it is known where. */
export type FlowPart = { height: number; before: number; withNext: boolean; notes: NoteAtFoot[]; draw: (y: number) => void };

/** The room of a page for text, in points from its upper left corner. */
export type Room = { top: number; bottom: number; left: number; width: number };

/** Fills pages one after the other, notes at their foot, nothing parted that belongs together. */
export function pageFlow(doc: PDFKit.PDFDocument, room: Room) {
  let y = room.top;
  let fresh = true;
  let waiting: FlowPart[] = [];
  let atFoot: NoteAtFoot[] = [];
  let later: NoteAtFoot[] = [];
  let head: { height: number; draw: (y: number) => void } | null = null;
  const noteHeight = (notes: readonly NoteAtFoot[]) => (notes.length ? notes.reduce((sum, { height }) => sum + height, 10) : 0);
  const newPage = () => {
    drawNotes();
    doc.addPage();
    atFoot = later;
    later = [];
    y = room.top;
    fresh = true;
    if (head) {
      head.draw(y);
      y += head.height;
    }
  };
  const fits = (parts: readonly FlowPart[]) => {
    const height = parts.reduce((sum, part, at) => sum + part.height + (fresh && at === 0 ? 0 : part.before), 0);
    return y + height + noteHeight([...atFoot, ...parts.flatMap(({ notes }) => notes)]) <= room.bottom;
  };
  const place = (part: FlowPart) => {
    if (!fresh && !fits([part])) newPage();
    if (!fresh) y += part.before;
    // Notes that do not fit even on an empty page stand on the next one.
    for (const note of part.notes) (y + part.height + noteHeight([...atFoot, note]) <= room.bottom ? atFoot : later).push(note);
    part.draw(y);
    y += part.height;
    fresh = false;
  };
  const drawNotes = () => {
    if (!atFoot.length) return;
    let foot = room.bottom - noteHeight(atFoot) + 10;
    asArtifact(doc, () => doc.moveTo(room.left, foot - 6).lineTo(room.left + 90, foot - 6).lineWidth(0.5).strokeColor(hairline).stroke());
    for (const { lines } of atFoot)
      for (const line of lines) {
        drawLine(doc, line, foot);
        foot += line.height;
      }
    atFoot = [];
  };
  const add = (part: FlowPart) => {
    waiting.push(part);
    if (part.withNext) return;
    if (!fits(waiting) && !fresh && waiting.reduce((sum, { height, before }) => sum + height + before, 0) < room.bottom - room.top) newPage();
    waiting.forEach(place);
    waiting = [];
  };
  const settle = () => {
    waiting.forEach(place);
    waiting = [];
  };
  return {
    add,
    addLines(lines: readonly Line[]) {
      for (const line of lines) add(linePart(doc, line));
    },
    /** What stands at the top of each page that follows, as the heading of a table does. */
    repeat(what: { height: number; draw: (y: number) => void } | null) {
      settle();
      head = what;
    },
    end() {
      settle();
      while (later.length) newPage();
      drawNotes();
    },
  };
}

/** Keeps the first two and the last two lines of a paragraph on one page. */
export function heldTogether(lines: Line[]): Line[] {
  lines.forEach((line, at) => {
    if (lines.length > 1 && (at === 0 || at === lines.length - 2)) line.withNext = true;
  });
  return lines;
}

/** Notes that the letters of a line bring with them. */
export function notesOf({ pieces }: Line): NoteAtFoot[] {
  return pieces.flatMap(({ note }) => (note ? [note] : []));
}

function linePart(doc: PDFKit.PDFDocument, line: Line): FlowPart {
  return { height: line.height, before: line.before, withNext: line.withNext, notes: notesOf(line), draw: (y) => drawLine(doc, line, y) };
}

/** Draws a line with its top at y. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, y: number, asDecoration = false): void {
  const { bar } = line;
  if (bar) asArtifact(doc, () => doc.rect(line.x - 12, y - line.before, 2, line.height + line.before).fill(bar));
  if (!asDecoration) line.placed?.(y);
  for (const { pieces, x } of line.hangs) drawPieces(doc, pieces, x, y + line.base, asDecoration);
  drawPieces(doc, line.pieces, line.x, y + line.base, asDecoration);
}

/** What only decorates, or repeats, is no part of the text for those who hear it. */
export function asArtifact(doc: PDFKit.PDFDocument, draw: () => void, type: "Layout" | "Pagination" = "Layout"): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

function drawPieces(doc: PDFKit.PDFDocument, pieces: readonly Piece[], x: number, base: number, asDecoration: boolean): void {
  let at = x;
  for (let from = 0; from < pieces.length; ) {
    const element = pieces[from]?.element ?? null;
    let to = from;
    while (to < pieces.length && (pieces[to]?.element ?? null) === element) to++;
    const group = pieces.slice(from, to);
    if (element && !asDecoration) {
      attach(element, group[0]?.within ?? null);
      const content = doc.markStructureContent(kindOf(element));
      at = drawGroup(doc, group, at, base);
      doc.endMarkedContent();
      element.add(content);
      linkGroup(doc, group, at, base);
    } else asArtifact(doc, () => (at = drawGroup(doc, group, at, base)), "Pagination");
    from = to;
  }
}

function drawGroup(doc: PDFKit.PDFDocument, group: readonly Piece[], x: number, base: number): number {
  let at = x;
  for (const { text, font, size, colour, rise, underline, width } of group) {
    doc.font(font).fontSize(size).fillColor(colour);
    doc.text(text, at, base - rise, { lineBreak: false, baseline: "alphabetic" });
    if (underline && text.trim()) {
      const length = doc.widthOfString(text.trimEnd());
      doc.moveTo(at, base + 1.6).lineTo(at + length, base + 1.6).lineWidth(0.5).strokeColor(colour).stroke();
    }
    at += width;
  }
  return at;
}

/** The places to press, and the notes that the letters bring with them. */
function linkGroup(doc: PDFKit.PDFDocument, group: readonly Piece[], end: number, base: number): void {
  const [first] = group;
  if (!first?.target) return;
  const { link, words, href, place } = first.target;
  const width = group.reduce((sum, piece) => sum + piece.width, 0);
  const box = [end - width, base - first.rise - first.size * 0.8, width, first.size * 1.1] as const;
  const said = { structParent: link, Contents: new String(words) as string };
  if (href) doc.link(...box, href, said);
  else if (place) doc.goTo(...box, place, said);
  for (const { note, within } of group) if (note) attach(note.element, within);
}

const attached = new WeakSet<Element>();

function attach(element: Element, within: Element | null): void {
  if (!within || attached.has(element)) return;
  attached.add(element);
  within.add(element);
}

function kindOf(element: Element): string {
  return String((element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S);
}
