/** What is used of the reader of fonts that pdfkit brings along; it has no types of its own. */
declare module "fontkit" {
  export type Point = { onCurve: boolean; endContour: boolean; x: number; y: number; copy(): Point };
  export type Component = { glyphID: number; dx: number; dy: number; scaleX: number; scale01: number; scale10: number; scaleY: number };
  export type Outline = { numberOfContours: number; points?: Point[]; components?: Component[] };
  export type Glyph = { id: number; advanceWidth: number; _decode(): Outline | null };
  export type Font = {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    variationCoords?: number[] | null;
    readonly _variationProcessor: { transformPoints(glyphId: number, points: Point[]): void } | null;
    _transformedGlyphs?: unknown;
    characterSet: number[];
    glyphForCodePoint(code: number): Glyph;
    getGlyph(id: number): Glyph;
    hasGlyphForCodePoint(code: number): boolean;
    layout(text: string): { glyphs: Glyph[]; positions: unknown[] };
    createSubset(): unknown;
    postscriptName: string;
  };
  export function create(bytes: Uint8Array): Font;
}
