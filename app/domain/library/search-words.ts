/** What was typed into the search box, as words. At most eight, each of letters and digits, with what joins them inside ("CIT-100"). */
export function searchWords(typed: string): string[] {
  return (typed.normalize("NFC").slice(0, 200).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8);
}

/** Every word must be there, or a word that begins like it: a query as PostgreSQL reads it. Empty when there is no word. */
export function wordsQuery(words: readonly string[]): string {
  // PostgreSQL reads the number of "CIT-100" as less than nothing.
  return words.map((word) => (/^[0-9]+$/.test(word) ? `(${word}:* | '-${word}':*)` : `${word}:*`)).join(" & ");
}

/** What may be found, in the order of the page. */
export const foundKinds = ["document", "clause", "proposal", "comment", "decision", "finding", "term"] as const;
export type FoundKind = (typeof foundKinds)[number];

export const foundKindWords: Record<FoundKind, string> = {
  document: "Documents",
  clause: "Clauses",
  proposal: "Proposals",
  comment: "Comments",
  decision: "Decisions",
  finding: "Findings",
  term: "Glossary",
};

/** Signs that stand around a found word in an excerpt. No text has them: they belong to nobody in Unicode. */
export const foundFrom = "\ue000";
export const foundTo = "\ue001";

export type ExcerptPart = { words: string; found: boolean };

/** An excerpt cut at its signs, to be shown as text. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(new RegExp(`(${foundFrom}[^${foundTo}]*${foundTo})`))
    .map((part) => ({ words: part.replaceAll(foundFrom, "").replaceAll(foundTo, ""), found: part.startsWith(foundFrom) }))
    .filter(({ words }) => words !== "");
}
