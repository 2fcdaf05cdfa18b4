import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { locksOf } from "~/store/clause-locks.server";
import { databaseTime, type Database } from "~/store/database.server";
import { draftPlace, draftRows, lockDraft } from "~/store/drafting.server";

/** A text with its pending suggestions, held so that nobody else decides or writes at the same moment. */
export async function loadSuggestions(db: Database, draftId: string) {
  await lockDraft(db, draftId);
  const place = await draftPlace(db, draftId);
  const rows = place && (await draftRows(db, draftId));
  if (!place || !rows) return null;
  const { version, doc } = workingDoc(rows);
  return { ...place, version, doc, pending: pendingSuggestions(doc), locks: await locksOf(db, draftId, await databaseTime(db)) };
}

export type LoadedSuggestions = NonNullable<Awaited<ReturnType<typeof loadSuggestions>>>;
