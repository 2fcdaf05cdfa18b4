type Piece = { type?: string; text?: string; content?: Piece[] };

/** The words that steps bring, for copying when they can no longer be sent. */
export function unsentWords(steps: readonly unknown[]): string {
  const words = steps.map((step) => wordsIn((step as { slice?: { content?: Piece[] } }).slice?.content)).join("");
  return words.replace(/\n{3,}/g, "\n\n").trim();
}

function wordsIn(pieces: Piece[] | undefined): string {
  return (pieces ?? []).map(({ text, content, type }) => text ?? (type === "hardBreak" ? "\n" : `${wordsIn(content)}\n`)).join("");
}
