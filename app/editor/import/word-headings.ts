import type { DocumentNode } from "../schema/document-node";
import type { Stamp } from "../schema/stamp";
import type { ListLevel } from "./word-numbering";

/** A paragraph of the file as the outline needs it. */
export type Line = {
  text: string;
  nodes: DocumentNode[];
  allBold: boolean;
  isTitle: boolean;
  /** Declared by a heading style or an outline level; 0 is the highest. */
  level: number | null;
  list: ({ numId: string; level: number } & ListLevel) | null;
  /** The level of the list entry that this paragraph goes on with. */
  goesOn: number | null;
  /** A callout's tone, from our own styles. */
  tone: string | null;
  /** The clause that this was when we wrote the file. */
  clauseId: string | null;
  bookmarks: readonly string[];
  endInserted: Stamp | null;
  endDeleted: Stamp | null;
};

/** A heading: how deep, how many letters of a typed number it begins with, and, where it was guessed, why. */
export type Heading = { level: number; title: string; typed: number; why: string[]; clauseId: string | null; bookmarks: readonly string[]; isTitled: boolean };

/** What the headings before tell of the next one. */
export type Outline = { under: number; policy: string | null; romans: boolean; letters: boolean };

const longestGuess = 80;
// Pages copied from the web give whole paragraphs an outline level.
const longestHeading = 300;
const decimal = /^(?:(?:section|article|clause|policy)\s+|§\s*)?(\d{1,4}(?:\.\d{1,3})*)((?:\([a-z0-9]{1,4}\))*)[.):]?\s+(?=\S)/i;
const roman = /^(?:(?:section|article|part)\s+)?([IVXL]{1,6})[.):]\s+(?=\S)/;
const letter = /^([A-Z])[.)]\s+(?=\S)/;

/** What is known before the first heading. `lines` tell whether all typed numbers begin with the policy's own ("418.3"). */
export function beginOutline(lines: readonly Line[], under: number): Outline {
  const firsts = lines.flatMap(({ text }) => {
    const number = decimal.exec(text)?.[1];
    return number ? [number.split(".")] : [];
  });
  const dotted = firsts.filter((parts) => parts.length > 1);
  const policy = dotted[0]?.[0] ?? null;
  const isPolicy = policy !== null && Number(policy) >= 100 && dotted.every(([first]) => first === policy);
  return { under, policy: isPolicy ? policy : null, romans: lines.some(({ text, allBold }) => roman.test(text) && (allBold || isShouted(text))), letters: lines.some(({ text, allBold }) => letter.test(text) && (allBold || isShouted(text))) };
}

/**
 * The heading that a paragraph is, or null. Where the file declares none, a short paragraph all in bold counts
 * as one, and so does one that begins with a number such as "1.2", unless it reads as a note or ends as a sentence;
 * a whole sentence behind a number of several parts becomes a clause without a title.
 */
export function headingOf(line: Line, { under, policy, romans, letters }: Outline): Heading | null {
  const { text, clauseId, bookmarks, list } = line;
  const about = { clauseId, bookmarks };
  if (clauseId !== null && line.level !== null) return { ...about, level: line.level, title: text, typed: 0, why: [], isTitled: true };
  if (!text) return null;
  const number = numberOf(text, policy, romans, letters);
  const isCounted = line.level !== null && list?.ordered === true;
  const why: string[] = [];
  let level = line.level;
  let isTitled = true;
  if (level === null) {
    const isShort = text.length <= longestGuess && !/[.;:,!?]$/.test(text) && !isNote(text);
    const typed = number !== null && (number.isDotted || (number.isOutline && isShouted(text)));
    if (isShort && line.allBold && (!list || list.ordered)) why.push("A short paragraph all in bold was taken as a heading.");
    else if (isShort && typed) why.push("A short paragraph with a number was taken as a heading.");
    else if (isShort && list?.dotted && /^[A-Z]/.test(text)) why.push("A short paragraph with a number of several parts was taken as a heading.");
    else if (isShort && list?.legal && /^[A-Z]/.test(text)) why.push("A short paragraph that is numbered like a clause was taken as a heading.");
    else if (list?.legal && /^[“"(]?[A-Z]/.test(text)) {
      why.push("A sentence with a number of its own was taken as a clause without a title.");
      isTitled = false;
    } else if (number?.isDotted && !list && /^[“"(]?[A-Z]/.test(text.slice(number.length))) {
      why.push("A sentence with a number of its own was taken as a clause without a title.");
      isTitled = false;
    } else return null;
    level = list?.legal === "own" ? under + 1 + list.level : (number?.level ?? (list?.ordered ? list.level : under + 1));
  } else if (text.length > longestHeading) return null;
  if (number && !isCounted) why.push(`The typed number “${number.shown}” was left out, because numbers are computed.`);
  if (list?.lettered) why.push("The file counts such headings by letters or Roman numbers. Here they count 1, 1.1 and so on.");
  const typed = number && !isCounted ? number.length : 0;
  return { ...about, level, title: isTitled ? text.slice(typed) : "", typed, why, isTitled };
}

type TypedNumber = { shown: string; length: number; level: number; isDotted: boolean; isOutline: boolean };

function numberOf(text: string, policy: string | null, romans: boolean, letters: boolean): TypedNumber | null {
  const found = decimal.exec(text);
  if (found) {
    const [whole, number = "", more = ""] = found;
    const parts = number.split(".");
    const below = (more.match(/\(/g) ?? []).length;
    const above = parts.length === 1 ? (romans ? 1 : 0) + (letters ? 1 : 0) : 0;
    const own = policy !== null && parts[0] === policy && parts.length > 1 ? parts.slice(1) : parts;
    return { shown: number + more, length: whole.length, level: own.length - 1 + below + above, isDotted: parts.length > 1 || below > 0, isOutline: false };
  }
  const outline = (letters && !romans ? null : roman.exec(text)) ?? (letter.exec(text) && !roman.test(text) ? letter.exec(text) : roman.exec(text));
  if (!outline) return null;
  const isRoman = roman.test(text);
  return { shown: outline[1] ?? "", length: outline[0].length, level: isRoman ? 0 : romans ? 1 : 0, isDotted: false, isOutline: true };
}

function isShouted(text: string): boolean {
  return /[A-Z]{3}/.test(text) && text === text.toUpperCase();
}

function isNote(text: string): boolean {
  return /^(note|warning|caution|important|nb)\b/i.test(text);
}
