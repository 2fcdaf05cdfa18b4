import { z } from "zod";
import { line } from "~/domain/access/words";

/** A term's name, as it stands in running text. */
export const termName = line("Write the term.", 80);

/** Other forms of the term, such as its plural: one on a line, or parted by commas. At most twelve. */
export const termVariants = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split(/[\n,;]/).map((word) => word.trim().normalize("NFC").replace(/\s+/g, " ")).filter(Boolean))])
  .pipe(z.array(z.string().max(80, "Keep each form below 80 characters.")).max(12, "Give at most twelve forms."));

/** What a term means. */
export const definitionBody = z.string({ error: "Write what the term means." }).trim().min(1, "Write what the term means.").max(2_000, "Keep the definition below 2,000 characters.");

/** Where a definition is from: a law, a standard, a meeting. */
export const definitionSource = z.string().trim().max(300, "Keep the source below 300 characters.").default("");

/** One of a term's numbered definitions. None is ever changed; the highest number is what the term means. */
export type Definition = { number: number; body: string; writtenAt: Date | string };

/** What a term means now; null while it is not defined. */
export function meaningNow<Known extends Definition>(definitions: readonly Known[]): Known | null {
  return definitions.reduce<Known | null>((latest, each) => (!latest || each.number > latest.number ? each : latest), null);
}

/** What a term meant at a moment; null when it was not defined then. */
export function meaningAt<Known extends Definition>(definitions: readonly Known[], at: Date | string): Known | null {
  const moment = new Date(at).getTime();
  return meaningNow(definitions.filter(({ writtenAt }) => new Date(writtenAt).getTime() <= moment));
}

/** A word of which another term already makes use, in small letters or capitals; null when all are free. */
export function takenWord(words: readonly string[], others: readonly { name: string; variants: readonly string[] }[]): { word: string; by: string } | null {
  for (const word of words)
    for (const { name, variants } of others)
      if ([name, ...variants].some((known) => known.toLowerCase() === word.toLowerCase())) return { word, by: name };
  return null;
}

/** How an edition stands to the meaning of today. */
export function datedInWords(definitions: readonly Definition[], at: Date | string): string | null {
  const now = meaningNow(definitions);
  const then = meaningAt(definitions, at);
  if (!now || now.number === then?.number) return null;
  return then ? `Uses an earlier definition: number ${then.number}, and the term now has number ${now.number}.` : "Is older than the definition.";
}
