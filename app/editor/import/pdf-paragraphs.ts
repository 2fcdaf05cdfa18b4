import type { DocumentNode } from "../schema/document-node";
import type { PdfLine } from "./pdf-lines";
import { withFootnotes } from "./pdf-notes";

/** Lines that belong together as a paragraph or an entry of a list. */
export type Passage = { lines: PdfLine[]; text: string; x: number; bullet: boolean; number: number | null; entry: string | null };

const startsEntry = /^(?:\(?(?:[a-z]|[ivx]{1,5}|\d{1,3})[.)])(?!\d)\s*\S/;
const numbered = /^(\d{1,3})[.)]\s+(?=\S)/;
// Such parts keep their hyphen when a line ends behind it.
const keepsHyphen = /(?:^|[\s(])(?:self|non|co|re|pre|post|well|ex|anti|cross|mid|semi|multi|inter|high|low|long|short|full|part|on|off|in|out|up|down|de|body|use|day|two|three|four|all|ill|third|one|first|second|mental|trauma|evidence|community|risk|decision|follow|life)-$/i;

/** Puts lines together to passages: a wide gap, a bullet or a number begins a new one; the end of a page does not. */
export function passagesOf(lines: readonly PdfLine[], words: ReadonlySet<string>): Passage[] {
  const passages: Passage[] = [];
  let before: PdfLine | null = null;
  for (const line of lines) {
    const open = passages.at(-1);
    if (open && before && goesOn(before, line, open)) {
      open.text = joined(open.text, line.text, words);
      open.lines.push(line);
    } else {
      const number = line.bullet ? null : (numbered.exec(line.text)?.[1] ?? null);
      const bullet = line.bullet || (line.tag !== null && line.tag.entry === line.tag.block && line.tag.block !== before?.tag?.block && !startsEntry.test(line.text));
      passages.push({ lines: [line], text: number ? line.text.replace(numbered, "") : line.text, x: line.x, bullet, number: number ? Number(number) : null, entry: line.tag?.entry ?? null });
    }
    before = line;
  }
  return passages;
}

function goesOn(before: PdfLine, line: PdfLine, open: Passage): boolean {
  if (line.tag && before.tag && line.page === before.page) return line.tag.block === before.tag.block;
  if (line.bullet || startsEntry.test(line.text)) return false;
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > 1.2) return false;
  if (line.page !== before.page) return !/[.:;!?]["”’)]?$/.test(before.text) && (/^[\p{Ll}\d("“‘]/u.test(line.text) || !open.bullet);
  // What begins at the entry's own sign, or further left, goes on with the text around the list.
  const hangs = open.lines.some(({ x }) => x > open.x + 4);
  if ((open.bullet || open.number !== null) && line.x < open.x + (hangs ? 1 : -1)) return false;
  const gap = before.y - line.y;
  return gap > -size * 0.5 && gap < size * 1.75;
}

/** Two lines as one: a word that was parted by the end of the line is whole again. */
function joined(before: string, after: string, words: ReadonlySet<string>): string {
  if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
  if (!/\p{L}-$/u.test(before)) return /\p{L}[/]$/u.test(before) ? before + after : `${before} ${after}`;
  const first = /[\p{L}\p{M}]+-$/u.exec(before)?.[0].slice(0, -1) ?? "";
  const second = /^[\p{L}\p{M}]+/u.exec(after)?.[0] ?? "";
  const whole = words.has(`${first}${second}`.toLowerCase());
  const keeps = !/^\p{Ll}/u.test(after) || words.has(`${first}-${second}`.toLowerCase()) || keepsHyphen.test(` ${first}-`);
  return whole || !keeps ? before.slice(0, -1) + after : before + after;
}

/** The words of a text, also those with a hyphen, to tell a parted word from a joined one. */
export function wordsIn(lines: readonly PdfLine[]): Set<string> {
  const words = new Set<string>();
  for (const { text } of lines) for (const word of text.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? []) words.add(word);
  return words;
}

/** Passages as paragraphs and lists; entries further to the right are below those before them. */
export function blocksOf(passages: readonly Passage[], notes: readonly string[]): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  let open: { x: number; list: DocumentNode; entry: string | null }[] = [];
  for (const passage of passages) {
    const paragraph = { type: "paragraph", content: withFootnotes(passage.text, notes) };
    if (!passage.bullet && passage.number === null) {
      const around = passage.entry === null ? undefined : open.findLast(({ entry }) => entry === passage.entry);
      if (around) {
        around.list.content?.at(-1)?.content?.push(paragraph);
        continue;
      }
      open = [];
      blocks.push(paragraph);
      continue;
    }
    const type = passage.bullet ? "bulletList" : "orderedList";
    while (open.length && ((open.at(-1)?.x ?? 0) > passage.x + 4 || open.length > 4)) open.pop();
    const last = open.at(-1);
    const entry = { type: "listItem", content: [paragraph] };
    if (last && Math.abs(last.x - passage.x) <= 4 && last.list.type === type) {
      last.list.content?.push(entry);
      last.entry = passage.entry;
      continue;
    }
    const list = { type, ...(type === "orderedList" && passage.number !== 1 ? { attrs: { start: passage.number ?? 1 } } : {}), content: [entry] };
    if (last && passage.x > last.x + 4) last.list.content?.at(-1)?.content?.push(list);
    else {
      open = [];
      blocks.push(list);
    }
    open.push({ x: passage.x, list, entry: passage.entry });
  }
  return blocks;
}
