import type { Font, Point } from "fontkit";
import { outlineOf } from "./outlines";

/** The glyphs of a font that a file uses, written as a small TrueType font of one weight. */
export function glyphSubset(font: Font) {
  const ids = [0];
  const places = new Map([[0, 0]]);
  return {
    /** The number of the glyph in the small font. */
    includeGlyph(id: number): number {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, ids.length);
      return ids.push(id) - 1;
    },
    encode: () => trueType(font, ids),
  };
}

function trueType(font: Font, ids: number[]): Uint8Array {
  const glyphs = ids.map((id) => glyphBytes(outlineOf(font, id)));
  const widths = ids.map((id) => Math.round(font.getGlyph(id).advanceWidth));
  const offsets = glyphs.reduce<number[]>((sums, { bytes }) => [...sums, (sums.at(-1) ?? 0) + bytes.length], [0]);
  const glyf = Buffer.concat(glyphs.map(({ bytes }) => bytes));
  const loca = Buffer.alloc(offsets.length * 4);
  offsets.forEach((offset, at) => loca.writeUInt32BE(offset, at * 4));
  const hmtx = Buffer.alloc(ids.length * 4);
  glyphs.forEach(({ xMin }, at) => {
    hmtx.writeUInt16BE(widths[at] ?? 0, at * 4);
    hmtx.writeInt16BE(xMin, at * 4 + 2);
  });
  return tables({ glyf, head: head(font, glyphs), hhea: hhea(font, Math.max(...widths), ids.length), hmtx, loca, maxp: maxp(glyphs) });
}

type Drawn = { bytes: Buffer; points: number; contours: number; xMin: number; yMin: number; xMax: number; yMax: number };

const onCurve = 1;

function glyphBytes(points: Point[]): Drawn {
  const placed = points.map(({ x, y, onCurve: on, endContour }) => ({ x: Math.round(x), y: Math.round(y), on, endContour }));
  if (!placed.length) return { bytes: Buffer.alloc(0), points: 0, contours: 0, xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  const ends = placed.flatMap(({ endContour }, at) => (endContour ? [at] : []));
  const xs = placed.map(({ x }) => x);
  const ys = placed.map(({ y }) => y);
  const box = { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) };
  const size = 10 + ends.length * 2 + 2 + placed.length * 5;
  const bytes = Buffer.alloc(size + (size % 4 ? 4 - (size % 4) : 0));
  let at = 0;
  const short = (value: number) => {
    at = bytes.writeInt16BE(value, at);
  };
  [ends.length, box.xMin, box.yMin, box.xMax, box.yMax, ...ends, 0].forEach(short);
  for (const { on } of placed) at = bytes.writeUInt8(on ? onCurve : 0, at);
  xs.forEach((x, index) => short(x - (xs[index - 1] ?? 0)));
  ys.forEach((y, index) => short(y - (ys[index - 1] ?? 0)));
  return { bytes, points: placed.length, contours: ends.length, ...box };
}

function head(font: Font, glyphs: Drawn[]): Buffer {
  const table = Buffer.alloc(54);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt32BE(0x00010000, 4);
  table.writeUInt32BE(0x5f0f3cf5, 12);
  table.writeUInt16BE(0b11, 16);
  table.writeUInt16BE(font.unitsPerEm, 18);
  table.writeInt16BE(Math.min(...glyphs.map(({ xMin }) => xMin)), 36);
  table.writeInt16BE(Math.min(...glyphs.map(({ yMin }) => yMin)), 38);
  table.writeInt16BE(Math.max(...glyphs.map(({ xMax }) => xMax)), 40);
  table.writeInt16BE(Math.max(...glyphs.map(({ yMax }) => yMax)), 42);
  table.writeUInt16BE(6, 46);
  table.writeInt16BE(2, 48);
  table.writeInt16BE(1, 50);
  return table;
}

function hhea(font: Font, widest: number, count: number): Buffer {
  const table = Buffer.alloc(36);
  table.writeUInt32BE(0x00010000, 0);
  table.writeInt16BE(Math.round(font.ascent), 4);
  table.writeInt16BE(Math.round(font.descent), 6);
  table.writeUInt16BE(widest, 10);
  table.writeInt16BE(1, 18);
  table.writeUInt16BE(count, 34);
  return table;
}

function maxp(glyphs: Drawn[]): Buffer {
  const table = Buffer.alloc(32);
  table.writeUInt32BE(0x00010000, 0);
  table.writeUInt16BE(glyphs.length, 4);
  table.writeUInt16BE(Math.max(...glyphs.map(({ points }) => points)), 6);
  table.writeUInt16BE(Math.max(...glyphs.map(({ contours }) => contours)), 8);
  table.writeUInt16BE(2, 14);
  return table;
}

function tables(parts: Record<string, Buffer>): Uint8Array {
  const names = Object.keys(parts).sort();
  const power = Math.floor(Math.log2(names.length));
  const directory = Buffer.alloc(12 + names.length * 16);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(names.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (names.length - 2 ** power), 10);
  const bodies: Buffer[] = [];
  let offset = directory.length;
  names.forEach((name, at) => {
    const body = parts[name] ?? Buffer.alloc(0);
    const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
    const entry = 12 + at * 16;
    directory.write(name, entry, "latin1");
    directory.writeUInt32BE(checksum(padded), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(body.length, entry + 12);
    bodies.push(padded);
    offset += padded.length;
  });
  return new Uint8Array(Buffer.concat([directory, ...bodies]));
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
