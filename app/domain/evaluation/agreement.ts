import { z } from "zod";
import { line, plainDay } from "../access/words";

const words = (empty: string) => z.string({ error: empty }).trim().min(1, empty).max(2_000, "Use at most 2,000 characters.");

/** The columns that a file may have: one on a line, or parted by commas. */
const fields = z
  .string({ error: "List the columns that may be shared." })
  .transform((text) => [...new Set(text.split(/[\n,;]/).map((field) => field.trim()).filter(Boolean))])
  .pipe(z.array(z.string().max(80, "Keep each column below 80 characters.")).min(1, "List the columns that may be shared.").max(60, "List at most 60 columns."));

/** What a data-sharing agreement says, as a form sends it. */
export const agreementTerms = {
  title: line("Give the agreement a title or a number."),
  purpose: words("Say what the data may be used for."),
  parties: words("Name the parties."),
  fields,
  measureIds: z.array(z.string().max(64)).min(1, "Choose at least one measure that may be shared.").max(200),
  retention: words("Say how long the totals are kept."),
  publication: words("Say what may be published, and who sees it first."),
  validFrom: plainDay("Give the first day."),
  expiresOn: plainDay("Give the last day."),
};

const plain = (column: string) => column.trim().toLowerCase().replace(/[\s_-]+/g, " ");

/** The columns of a file that the agreement does not name. */
export function columnsOutside(header: readonly string[], agreed: readonly string[]): string[] {
  const known = new Set(agreed.map(plain));
  return header.filter((column) => !known.has(plain(column)));
}

/** Why nothing may come in under an agreement on a day (2026-11-24); null while it may. */
export function agreementFault({ title, validFrom, expiresOn }: { title: string; validFrom: string; expiresOn: string }, today: string): string | null {
  if (today > expiresOn) return `The agreement “${title}” ended on ${expiresOn}. Nothing can be imported under it.`;
  return today < validFrom ? `The agreement “${title}” begins on ${validFrom}.` : null;
}
