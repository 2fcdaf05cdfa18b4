import type { PdfTag } from "./pdf-tags";

/** Letters that stand in one row of a page without a wide gap: a line of a paragraph, or of a cell. */
export type PdfLine = {
  text: string;
  page: number;
  x: number;
  end: number;
  /** From the bottom of the page to the base line. */
  y: number;
  size: number;
  bold: boolean;
  /** Some of its letters are bold and some are not. */
  mixed: boolean;
  bullet: boolean;
  /** What the file itself says of it; null where it says nothing. */
  tag: PdfTag | null;
  /** The stretches that it was put together from, in their order. */
  parts: readonly PdfPart[];
};

export type PdfPart = { text: string; x: number; end: number };

/** A stretch of letters as the reader of PDFs gives it. Decoration is what the file says is no part of the text. */
export type PdfItem = { str: string; bold: boolean; height: number; width: number; x: number; y: number; tag: PdfTag | null; isDecoration: boolean };

// What fonts of signs give for a bullet lies in the area for private use.
const bullets = /^[\u2022\u2023\u25aa-\u25ab\u25cf\u25cb\u25a0\u25a1\u25e6\u2043\u2219\u00b7\uf0a7\uf0b7\uf0d8\uf02d\uf0fc\ue000-\uf8ff]$/;

/** Puts the stretches of a page together to lines, in the order of the file. */
export function linesOf(items: readonly PdfItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let parts: PdfPart[] = [];
  let letters: { bold: number; all: number } = { bold: 0, all: 0 };
  let last = null as PdfLine | null;
  const close = () => {
    if (last) {
      last.text = last.text.replace(/\s+/g, " ").trim();
      last.parts = parts;
      last.bold = letters.all > 0 && letters.bold / letters.all > 0.9;
      last.mixed = letters.bold > 0 && !last.bold;
      if (last.text || last.bullet) lines.push(last);
    }
    last = null;
  };
  for (const item of items) {
    const words = item.str.replace(/\u00a0/g, " ");
    if (!words.trim()) {
      if (last && words && item.width < last.size * 0.9) last.text += " ";
      continue;
    }
    const size: number = item.height || last?.size || 10;
    const gap = last ? item.x - last.end : 0;
    const sameRow = last && Math.abs(item.y - last.y) < size * 0.45;
    const isBullet = bullets.test(words.trim());
    const part = { text: words, x: item.x, end: item.x + item.width };
    const isTold = last?.tag != null && last.tag.block === item.tag?.block;
    const isTorn = last?.tag?.block !== item.tag?.block || (!isTold && (gap > size * 1.3 || gap < -size * 2));
    if (!last || !sameRow || isTorn || isBullet) {
      const marker: PdfLine | null = last;
      const startsEntry = sameRow && marker?.bullet && !marker.text && (gap < size * 4 || isTold);
      if (startsEntry && marker) {
        marker.text = words;
        marker.end = item.x + item.width;
        marker.size = size;
        parts = [part];
        letters = { bold: 0, all: 0 };
      } else {
        close();
        last = { text: isBullet ? "" : words, page, x: item.x, end: item.x + item.width, y: item.y, size, bold: false, mixed: false, bullet: isBullet, tag: item.tag, parts: [] };
        parts = isBullet ? [] : [part];
        letters = { bold: 0, all: 0 };
      }
    } else {
      parts.push(part);
      last.text += (gap > size * 0.18 && !last.text.endsWith(" ") ? " " : "") + words;
      last.end = item.x + item.width;
      last.size = Math.max(last.size, size);
    }
    if (!isBullet) {
      letters.all += words.length;
      if (item.bold) letters.bold += words.length;
    }
  }
  close();
  return lines.flatMap(withTypedBullet).filter(({ text }) => text);
}

/** A bullet that is typed with its entry. */
function withTypedBullet(line: PdfLine): PdfLine[] {
  const [sign = "", ...rest] = line.text;
  const isSign = bullets.test(sign) || /[-–—]/.test(sign) || (sign === "o" && line.tag?.entry != null);
  if (line.bullet || !isSign || rest[0] !== " ") return [line];
  return [{ ...line, bullet: true, text: rest.join("").trim() }];
}
