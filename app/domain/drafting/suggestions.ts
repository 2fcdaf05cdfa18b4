import { refused, type Refusal } from "../access/ruling";

export type Verdict = "accepted" | "rejected";
export type Face = { name: string; shortName: string; shape: string; colour: string };
export type SuggestionAuthor = { name: string; organization: string; face: Face | null };
/** By the author that a stamp names. */
export type SuggestionAuthors = Readonly<Record<string, SuggestionAuthor>>;

const fromWord = "word:";

/** True for an author who is only a name in an imported file. */
export function isFromWord(author: string): boolean {
  return author.startsWith(fromWord);
}

/** Who made a suggestion, as a reader is told. */
export function authorOf(authors: SuggestionAuthors, author: string): SuggestionAuthor {
  if (isFromWord(author)) return { name: `${author.slice(fromWord.length).trim() || "Somebody"} (from Word)`, organization: "", face: null };
  return (Object.hasOwn(authors, author) ? authors[author] : undefined) ?? { name: "Somebody", organization: "", face: null };
}

/** Several suggestions as a count. */
export function countInWords(count: number): string {
  return count === 1 ? "1 suggestion" : `${count} suggestions`;
}

/** Why a text with pending suggestions may not be frozen; null when it has none. `toDo` is what the person is about to do. */
export function undecidedRuling(pending: number, toDo: string): Refusal | null {
  if (pending === 0) return null;
  return refused(`${countInWords(pending)} in this text ${pending === 1 ? "is" : "are"} not decided yet. Accept or reject ${pending === 1 ? "it" : "each of them"} under Suggestions, then ${toDo}.`);
}

export type Decided = { verdict: string; by: { name: string; organization: string }; at: Date };

/** What became of a suggestion that is no longer in the text. */
export function goneInWords(decided: Decided | undefined, now: Date): string {
  if (!decided) return "This suggestion is no longer in the text: the words it was about were changed or taken out.";
  const { verdict, by, at } = decided;
  const when = now.getTime() - at.getTime() < 60_000 ? "a moment ago" : "meanwhile";
  const who = by.organization ? `${by.name}, ${by.organization},` : by.name;
  return `${who} ${verdict === "accepted" ? "accepted this" : verdict === "rejected" ? "rejected this" : "took this back"} ${when}. Nothing was changed now.`;
}
