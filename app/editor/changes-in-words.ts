import type { ClauseChange, ClausePlace, Redline } from "./redline";
import type { BlockChange, TextChange } from "./redline-blocks";
import type { Span } from "./redline-words";

/** The changes as plain sentences in reading order, for a list, a mail or a screen reader. */
export function changesInWords(redline: Redline): string[] {
  return redline.changes.flatMap(clauseInWords);
}

function clauseInWords(change: ClauseChange): string[] {
  const { before, after, kind } = change;
  const words = change.blocks.flatMap(allWords).join(" ");
  if (!before) return [`${nameOf(after)} is new${words ? `: ${quoted(words)}` : ""}.`];
  if (!after) return [`${nameOf(before)} is removed${words ? `: ${quoted(words)}` : ""}.`];
  const where = `In ${nameOf(after)}`;
  const sentences: string[] = [];
  if (change.moved) sentences.push(`${nameOf(after)} is moved; it was ${before.number}.`);
  if (change.retitled && before.title !== after.title)
    sentences.push(`${after.number} is retitled: ${quoted(before.title)} is now ${quoted(after.title)}.`);
  for (const note of change.titleFormatting) sentences.push(`${where}: in the title, ${note}.`);
  if (kind === "changed") sentences.push(...change.blocks.flatMap((block) => blockInWords(block, where)));
  return sentences;
}

function blockInWords(block: BlockChange, where: string): string[] {
  if (block.kind === "same") return [];
  if (block.type === "paragraph") return textInWords(block, where, "paragraph");
  const notes = block.formatting.map((note) => `${where}: ${note}.`);
  if (block.type === "callout") return [...block.blocks.flatMap((inside) => blockInWords(inside, `${where}, in the callout`)), ...notes];
  if (block.type === "list") return [...block.entries.flatMap((entry) => textInWords(entry, where, "list entry")), ...notes];
  const cells = block.rows.flatMap((row, rowAt) =>
    row.kind === "added" || row.kind === "removed"
      ? [`${where}: table row ${row.kind}: ${quoted(row.cells.flatMap(wordsOf).join(" | "))}.`]
      : row.cells.flatMap((cell, at) => textInWords(cell, `${where}, table row ${rowAt + 1}, column ${at + 1}`, "cell")),
  );
  return [...cells, ...notes];
}

function textInWords(change: TextChange, where: string, what: string): string[] {
  if (change.kind === "same") return [];
  if (change.kind !== "changed") return [`${where}: ${what} ${change.kind}: ${quoted(wordsOf(change).join(""))}.`];
  return [...replacements(change.spans, where), ...change.formatting.map((note) => `${where}: ${note}.`)];
}

function replacements(spans: Span[], where: string): string[] {
  return spans.flatMap((span, at) => {
    const next = spans[at + 1];
    if (span.kind === "same") return [];
    if (span.kind === "deleted" && next?.kind === "inserted")
      return [`${where}: ${quoted(span.text)} replaced by ${quoted(next.text)}.`];
    if (span.kind === "deleted") return [`${where}: ${quoted(span.text)} deleted.`];
    return spans[at - 1]?.kind === "deleted" ? [] : [`${where}: ${quoted(span.text)} added${after(spans[at - 1])}.`];
  });
}

function after(span: Span | undefined): string {
  const words = span?.text.trim().split(/\s+/).slice(-4).join(" ");
  return words ? ` after ${quoted(words)}` : "";
}

function allWords(block: BlockChange): string[] {
  if (block.type === "paragraph") return wordsOf(block);
  if (block.type === "callout") return block.blocks.flatMap(allWords);
  if (block.type === "list") return block.entries.flatMap(wordsOf);
  return block.rows.flatMap((row) => row.cells.flatMap(wordsOf));
}

function wordsOf({ spans }: TextChange): string[] {
  return spans.map(({ text }) => text);
}

function nameOf(place: ClausePlace | null): string {
  return place ? `${place.number} ${place.title}`.trim() : "";
}

function quoted(text: string): string {
  return `“${text.trim() || text}”`;
}
