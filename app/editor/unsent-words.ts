import type { Node } from "@tiptap/pm/model";

type Piece = { type?: string; text?: string; content?: Piece[] };

/** The words that steps bring, for copying when they can no longer be sent. */
export function unsentWords(steps: readonly unknown[]): string {
  const words = steps.map((step) => wordsIn((step as { slice?: { content?: Piece[] } }).slice?.content)).join("");
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

function isPlain(step: unknown): boolean {
  return ((step as { slice?: { content?: Piece[] } }).slice?.content ?? []).every(({ text }) => text !== undefined);
}

function wordsIn(pieces: Piece[] | undefined): string {
  return (pieces ?? []).map(({ text, content, type }) => text ?? (type === "hardBreak" ? "\n" : `${wordsIn(content)}\n`)).join("");
}
