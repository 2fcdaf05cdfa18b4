import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";

/** How many suggestions in a text nobody has decided, and where they are decided: a text is not frozen with them. */
export async function undecidedIn(db: Database, draftId: string | undefined): Promise<{ draftId: string; count: number } | null> {
  const rows = draftId ? await draftRows(db, draftId) : null;
  return rows && { draftId: rows.id, count: pendingSuggestions(workingDoc(rows).doc).length };
}
