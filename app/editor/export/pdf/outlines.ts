import type { Font, Point } from "fontkit";

/**
 * The points of a glyph as the font draws it at its weight, parts of composed glyphs put in place.
 * The packed form of fonts for the web keeps its outlines in a form that is not TrueType's, and a
 * font of many weights keeps them for one weight only; a printed page needs neither.
 */
export function outlineOf(font: Font, id: number): Point[] {
  const outline = font.getGlyph(id)._decode();
  if (!outline) return [];
  const parts = outline.components;
  if (outline.numberOfContours >= 0 || !parts) return atWeight(font, id, outline.points ?? []);
  const sample = firstPoint(font, parts.map(({ glyphID }) => glyphID));
  if (!sample) return [];
  const offsets = atWeight(font, id, parts.map(({ dx, dy }) => Object.assign(sample.copy(), { x: dx, y: dy, onCurve: true, endContour: true })));
  return parts.flatMap((part, at) => {
    const by = offsets[at] ?? { x: part.dx, y: part.dy };
    return outlineOf(font, part.glyphID).map((point) =>
      Object.assign(point.copy(), { x: point.x * part.scaleX + point.y * part.scale01 + by.x, y: point.y * part.scaleY + point.x * part.scale10 + by.y }),
    );
  });
}

function firstPoint(font: Font, ids: number[]): Point | null {
  for (const id of ids) {
    const [point] = outlineOf(font, id);
    if (point) return point;
  }
  return null;
}

/** The four points behind the last one stand for the metrics, as the format wants them. */
function atWeight(font: Font, id: number, points: Point[]): Point[] {
  const [sample] = points;
  if (!sample || !font._variationProcessor) return points;
  const moved = [...points.map((point) => point.copy()), ...Array.from({ length: 4 }, () => Object.assign(sample.copy(), { x: 0, y: 0, endContour: true }))];
  font._variationProcessor.transformPoints(id, moved);
  return moved.slice(0, points.length);
}
