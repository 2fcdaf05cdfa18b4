import { meaningAt, meaningNow } from "~/domain/glossary/term";
import type { Database } from "~/store/database.server";
import { termsOf } from "~/store/glossary.server";

/** The glossary as a text shows it: what each term meant at its moment, and what it has come to mean since. A text still being written has no moment. */
export async function shownTerms(db: Database, programId: string, at: Date | null) {
  return (await termsOf(db, programId)).map(({ id, name, variants, definitions }) => {
    const now = meaningNow(definitions);
    const then = at ? meaningAt(definitions, at) : now;
    return { id, name, variants, meaning: then?.body ?? null, newer: now && now.number !== then?.number ? now.body : null };
  });
}
