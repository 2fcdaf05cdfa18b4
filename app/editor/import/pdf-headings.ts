import type { PdfLine } from "./pdf-lines";

/** A heading that was seen in the looks or the number of a line. */
export type PdfHeading = { level: number; title: string; number: string | null };

export type HeadingOf = (line: PdfLine, following: PdfLine | undefined) => PdfHeading | null;

const longest = 140;
const dotted = /^((?:\d+\.)+\d+(?:\.\d+)*)\.?\s+(?=\S)/;
const roman = /^([IVXL]{1,6})\.\s+(?=\S)/;
const letter = /^([A-Z])\.\s+(?=\S)/;
const counted = /^(\d{1,3})\.\s+(?=\S)/;
const named = /^((?:section|article|chapter|part|clause)\s+[\dIVXL]+(?:\.\d+)*)[.:]?\s+(?=\S)/i;
const bare = /^(\d{1,2})\s+(?=\p{Lu})/u;
const patterns = [dotted, named, roman, letter, counted];

/**
 * How this file marks its headings: by larger or bold letters, or by numbers such as "8.300.1", "IV." and "B.".
 * Levels follow the looks where there are several, and the numbers where all look alike.
 */
export function headingsOf(lines: readonly PdfLine[]): HeadingOf {
  if (lines.some(({ tag }) => tag !== null)) return taggedHeadings(lines);
  const bodySize = commonSize(lines);
  const isMarked = (line: PdfLine) => line.bold || line.size > bodySize + 0.8;
  const couldBe = (line: PdfLine) => !line.bullet && !/^[“"‘']/.test(line.text) && line.text.length <= longest && /\p{L}/u.test(line.text) && !/[;,]$/.test(line.text) && !/^(note|warning|caution|nb)\b/i.test(line.text);
  const looks = [...new Set(lines.filter((line) => isMarked(line) && couldBe(line)).map(lookOf))].sort((one, other) => Number(other.split(" ")[0]) - Number(one.split(" ")[0]) || other.localeCompare(one));
  const numbers = [...new Set(lines.filter((line) => couldBe(line) && isMarked(line)).map(({ text }) => kindOf(text)).filter((kind) => kind !== null))];
  const levelByNumber = numbers.length > 1 || looks.length < 2;
  return (line) => {
    if (!couldBe(line)) return null;
    const kind = kindOf(line.text);
    const marked = isMarked(line);
    if (!marked && !(kind !== null && looksLikeTitle(line.text))) return null;
    if (marked && !kind && /[.:]$/.test(line.text) && line.size <= bodySize + 0.8) return null;
    const number = kind === null ? null : (patterns[kind]?.exec(line.text)?.[1] ?? null);
    const title = kind === null || !patterns[kind] ? line.text : line.text.replace(patterns[kind], "");
    const look = Math.max(0, looks.indexOf(lookOf(line)));
    const depth = kind === 0 && number ? number.split(".").length - 1 : numbers.indexOf(kind ?? -1);
    return { level: kind !== null && levelByNumber ? Math.max(0, depth) : look, title, number };
  };
}

/** A file with tags says itself what its headings are; only the number typed into one has to be found. */
function taggedHeadings(lines: readonly PdfLine[]): HeadingOf {
  const bares = lines.flatMap(({ tag, text }) => (tag?.heading != null && bare.test(text) ? [Number(bare.exec(text)?.[1])] : []));
  // A bare number is one when such numbers count from 1 on: "2 officers or more" is a title.
  const areCounted = bares.length > 1 && bares.every((number, at) => number === at + 1);
  return ({ tag, text, parts, size }) => {
    if (tag === null || tag.heading === null || !/[\p{L}\p{N}]/u.test(text)) return null;
    const typed = [...patterns, ...(areCounted ? [bare] : [])].map((pattern) => pattern.exec(text)).find((found) => found !== null);
    if (typed) return { level: tag.heading, title: text.slice(typed[0].length), number: typed[1] ?? null };
    const [first, second] = parts;
    const apart = first && second && second.x - first.end > size ? (/^\s*((?:\d+\.)*\d+)\s*$/.exec(first.text)?.[1] ?? null) : null;
    return { level: tag.heading, title: apart === null ? text : text.slice(apart.length).trim(), number: apart };
  };
}

function looksLikeTitle(text: string): boolean {
  const words = text.replace(/^\S+\s+/, "");
  if (words.length > 80 || /[.;:,!?]$/.test(words)) return false;
  const long = words.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^[\p{Lu}\d("“]/u.test(word));
}

function kindOf(text: string): number | null {
  const kind = patterns.findIndex((pattern) => pattern.test(text));
  return kind === -1 ? null : kind;
}

function lookOf({ size, bold }: PdfLine): string {
  return `${Math.round(size * 2) / 2} ${bold ? "bold" : "a"}`;
}

/** The size in which most letters are set. */
function commonSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  return [...letters].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 10;
}
