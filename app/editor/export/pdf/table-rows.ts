import type { PlacedCell } from "../table-columns";
import type { FlowPart } from "./page-flow";
import { asArtifact, drawLine, notesOf } from "./page-flow";
import type { Element, Line } from "./page-lines";
import { hairline } from "./paragraphs";

export type SetCell = PlacedCell & { lines: Line[] };

const padding = 4;

/**
 * The rows of a table as slices of one line, so that a row may go over a page. A merged cell goes
 * on through the slices of the rows it spans.
 */
export function rowParts(doc: PDFKit.PDFDocument, cells: readonly SetCell[], { rows, left, width, tallest }: { rows: number; left: number; width: number; tallest: number }): SlicePart[][] {
  const counts = Array.from({ length: rows }, () => 1);
  for (const { row, rows: down, lines } of [...cells].sort((one, other) => one.rows - other.rows)) {
    const room = counts.slice(row, row + down).reduce((sum, count) => sum + count, 0);
    const last = row + down - 1;
    if (lines.length > room) counts[last] = (counts[last] ?? 1) + lines.length - room;
  }
  return counts.map((count, row) => {
    const slices = Array.from({ length: count }, (_, at) => {
      const lines = cells.flatMap((cell) => {
        if (row < cell.row || row >= cell.row + cell.rows) return [];
        const before = counts.slice(cell.row, row).reduce((sum, each) => sum + each, 0);
        return cell.lines[before + at] ?? [];
      });
      return { lines, height: Math.max(0, ...lines.map((line) => line.before + line.height)) || 12 };
    });
    const total = slices.reduce((sum, { height }) => sum + height, padding * 2);
    return slices.map(({ lines, height }, at) => {
      const top = at === 0 ? padding : 0;
      const bottom = at === slices.length - 1 ? padding : 0;
      const part = { lines, height: height + top + bottom, top };
      return slicePart(doc, part, { left, width, rule: at === slices.length - 1, withNext: at < slices.length - 1 && (total < tallest || at === 0 || at === slices.length - 2) });
    });
  });
}

/** The same rows again at the top of a page, as decoration. */
export function repeatedHead(parts: readonly SlicePart[]): { height: number; draw: (y: number) => void } {
  const draw = (y: number) => {
    let at = y;
    for (const part of parts) {
      part.again(at);
      at += part.height;
    }
  };
  return { height: parts.reduce((sum, part) => sum + part.height, 0), draw };
}

export type SlicePart = FlowPart & { again: (y: number) => void };

function slicePart(doc: PDFKit.PDFDocument, { lines, height, top }: { lines: Line[]; height: number; top: number }, { left, width, rule, withNext }: { left: number; width: number; rule: boolean; withNext: boolean }): SlicePart {
  const draw = (asDecoration: boolean) => (y: number) => {
    for (const line of lines) drawLine(doc, line, y + top + line.before, asDecoration);
    if (rule) asArtifact(doc, () => doc.moveTo(left, y + height).lineTo(left + width, y + height).lineWidth(0.5).strokeColor(hairline).stroke());
  };
  return { height, before: 0, withNext, notes: lines.flatMap(notesOf), draw: draw(false), again: draw(true) };
}

/** Says to reading programs how far a cell reaches, and what a heading is the heading of. */
export function describeCell(element: Element, { node, row, columns, rows }: PlacedCell, headings: number): void {
  const { data } = (element as unknown as { dictionary: { data: Record<string, unknown> } }).dictionary;
  const said = {
    ...(columns > 1 ? { ColSpan: columns } : {}),
    ...(rows > 1 ? { RowSpan: rows } : {}),
    ...(node.type === "tableHeader" ? { Scope: row < headings ? "Column" : "Row" } : {}),
  };
  if (Object.keys(said).length) data.A = { O: "Table", ...said };
}
