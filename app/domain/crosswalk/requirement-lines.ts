import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { partingOf, rowsOf } from "~/domain/tables/separated-values";

export type RequirementLine = { reference: string; words: string };

/** The most lines that are taken at once, and the most that one standard holds. */
export const mostRequirements = 2_000;
const longestReference = 40;
const longestWords = 1_000;

/**
 * Requirements from pasted lines or a CSV: the number first, then the words, parted by a comma, a semicolon or a tab.
 * Words may hold the parting themselves. A heading line is left out. The refusal (422) names the line.
 */
export function requirementsIn(text: string): Ruling<RequirementLine[]> {
  const parting = partingOf(text);
  const rows = [...rowsOf(text, parting)].filter(([first = ""], at) => !(at === 0 && /^(reference|number|no\.?|id)$/i.test(first)));
  const lines: RequirementLine[] = [];
  const seen = new Map<string, number>();
  for (const [at, [first = "", ...rest]] of rows.entries()) {
    const said = (reason: string) => refused(`Line ${at + 1}: ${reason}`, 422, "lines");
    const reference = plain(first);
    const words = plain(rest.join(parting === "\t" ? " " : `${parting} `));
    if (!reference) return said("there is no number before the words.");
    if (!words) return said(`there are no words behind “${reference.slice(0, longestReference)}”. Write the number, a comma, and the words.`);
    if (reference.length > longestReference) return said(`the number is longer than ${longestReference} characters. Write the number, a comma, and the words.`);
    if (words.length > longestWords) return said(`the words are longer than ${longestWords.toLocaleString("en-US")} characters. A summary in your own words is enough.`);
    const before = seen.get(reference);
    if (before !== undefined) return said(`the number ${reference} stands in line ${before + 1} too.`);
    seen.set(reference, at);
    lines.push({ reference, words });
  }
  if (lines.length === 0) return refused("Write at least one line: the number, a comma, and the words.", 422, "lines");
  if (lines.length > mostRequirements) return refused(`Send at most ${mostRequirements.toLocaleString("en-US")} lines at once.`, 422, "lines");
  return allowed(lines);
}

/** One line without characters that cannot be seen. */
function plain(text: string): string {
  return text.normalize("NFC").replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]+/g, " ").replace(/\s+/g, " ").trim();
}
