import type { Node } from "@tiptap/pm/model";

type Piece = { type?: string; text?: string; attrs?: { id?: unknown }; content?: Piece[] };

/** The words that steps bring, for copying when they can no longer be sent. */
export function unsentWords(steps: readonly unknown[]): string {
  const words = steps.map((step) => wordsIn(piecesOf(step))).join("");
  return words.replace(/\n{3,}/g, "\n\n").trim();
}

/** Of steps that found no place, the words that are not in the text: what was only moved stands there still. */
export function displacedWords(steps: readonly unknown[], doc: Node): string {
  const text = doc.textBetween(0, doc.content.size, "\n", "\n");
  const typed: unknown[] = [];
  const lines: string[] = [];
  for (const step of steps) {
    if (isPlain(step)) typed.push(step);
    else lines.push(...unsentWords([step]).split("\n").filter((line) => !text.includes(line.trim())));
  }
  return [unsentWords(typed), ...lines].filter(Boolean).join("\n");
}

/** Of steps that found no place, the titles of the clauses that they moved: they stand in the text, though not where they were moved to. */
export function undoneMoves(steps: readonly unknown[], doc: Node): string[] {
  const moved = new Set(steps.flatMap((step) => piecesOf(step)).flatMap(({ type, attrs }) => (type === "clause" ? [attrs?.id] : [])));
  const titles: string[] = [];
  if (moved.size === 0) return titles;
  doc.descendants((node) => {
    if (node.type.name === "clause" && moved.has(node.attrs.id)) titles.push(node.firstChild?.textContent || "a clause without a title");
    return node.type.name === "clause";
  });
  return titles;
}

/** The lines that a step would have brought, that neither what was placed instead brings nor the text had, as a step; null when there are none. */
export function newLinesOf(step: unknown, placed: unknown, base: Node): unknown {
  if (piecesOf(step).length === 0) return null;
  const [own, now] = [unsentWords([step]), unsentWords([placed])];
  if (own === now) return null;
  const had = base.textBetween(0, base.content.size, "\n", "\n");
  const lines = own.split("\n").filter((line) => line.trim() && !now.includes(line.trim()) && !had.includes(line.trim()));
  return lines.length === 0 ? null : { slice: { content: lines.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })) } };
}

function isPlain(step: unknown): boolean {
  return piecesOf(step).every(({ text }) => text !== undefined);
}

function piecesOf(step: unknown): Piece[] {
  return (step as { slice?: { content?: Piece[] } }).slice?.content ?? [];
}

function wordsIn(pieces: readonly Piece[]): string {
  return pieces.map(({ text, content, type }) => text ?? (type === "hardBreak" ? "\n" : `${wordsIn(content ?? [])}\n`)).join("");
}
