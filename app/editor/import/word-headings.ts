import type { DocumentNode } from "../schema/document-node";

/** A paragraph of the file as the outline needs it. */
export type Line = {
  text: string;
  nodes: DocumentNode[];
  allBold: boolean;
  isTitle: boolean;
  /** Declared by a heading style or an outline level; 0 is the highest. */
  level: number | null;
  list: { numId: string; level: number; ordered: boolean; start: number } | null;
};

/** A heading: how deep, its words, and, where it was guessed, why. */
export type Heading = { level: number; title: string; why: string[] };

const longestGuess = 80;
// Pages copied from the web give whole paragraphs an outline level.
const longestHeading = 300;
const typedNumber = /^(?:(?:section|article|clause)\s+)?(\d+(?:\.\d+)*)[.)]?\s+(?=\S)/i;

/**
 * The heading that a paragraph is, or null. Where the file declares none, a short paragraph all in
 * bold counts as one, unless it reads as a note or ends as a sentence. `under` is the last declared level.
 */
export function headingOf(line: Line, under: number): Heading | null {
  if (!line.text || line.text.length > longestHeading) return null;
  const number = typedNumber.exec(line.text)?.[1];
  const why: string[] = [];
  let level = line.level;
  if (level === null) {
    if (!looksLikeHeading(line)) return null;
    const counted = line.list?.ordered ? line.list.level : null;
    level = number ? number.split(".").length - 1 : (counted ?? under + 1);
    why.push("A short paragraph all in bold was taken as a heading.");
  }
  if (number) why.push(`The typed number “${number}” was left out, because numbers are computed.`);
  return { level, title: number ? line.text.replace(typedNumber, "") : line.text, why };
}

function looksLikeHeading({ text, allBold, list }: Line): boolean {
  if (!allBold || text.length > longestGuess || (list && !list.ordered)) return false;
  return !/^(note|warning|caution|important|nb)\b/i.test(text) && !/[.;:,!?]$/.test(text);
}
