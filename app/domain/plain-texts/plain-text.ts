import { z } from "zod";
import { plainLanguages, type PlainLanguage } from "./languages";

/** What is written in plain words about one clause. `clauseHash` is of the clause that the writer had before them. */
export const writtenPlainText = {
  clauseId: z.string().min(1).max(64),
  language: z.enum(plainLanguages, { error: "Choose a language." }),
  clauseHash: z.string().length(64),
  body: z
    .string({ error: "Write what the clause means." })
    .trim()
    .min(1, "Write what the clause means, or leave this page.")
    .max(3_000, "Keep it below 3,000 characters. Plain words are short.")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n")),
};

/** A stored plain text, as far as readers need it. */
export type StoredPlainText = { clauseId: string; language: string; body: string; clauseHash: string };

/** The plain words of one language by clause, each marked stale when its clause is no longer the one it was written for. */
export function plainWords(written: readonly StoredPlainText[], language: PlainLanguage, hashes: ReadonlyMap<string, string>): Record<string, { body: string; stale: boolean }> {
  return Object.fromEntries(
    written.filter((text) => text.language === language && hashes.has(text.clauseId)).map(({ clauseId, body, clauseHash }) => [clauseId, { body, stale: hashes.get(clauseId) !== clauseHash }]),
  );
}

/** The languages in which something is written about the clauses of a text. */
export function languagesWritten(written: readonly StoredPlainText[], hashes: ReadonlyMap<string, string>): PlainLanguage[] {
  return plainLanguages.filter((language) => written.some((text) => text.language === language && hashes.has(text.clauseId)));
}
