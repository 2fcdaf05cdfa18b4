import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { lockGuard } from "~/editor/lock-guard";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { wholeReplacement, workingDoc } from "~/editor/working-text";
import { locksOf } from "~/store/clause-locks.server";
import { curriculumOfDraft } from "~/store/curricula.server";
import { databaseTime, type Database } from "~/store/database.server";
import { draftPlace, draftRows, lockDraft } from "~/store/drafting.server";

export type WorkingCurriculum = NonNullable<Awaited<ReturnType<typeof loadWorkingCurriculum>>>;

/** A curriculum's working text under a lock, as the week builder changes it. */
export async function loadWorkingCurriculum(db: Database, draftId: string) {
  await lockDraft(db, draftId);
  const draft = await draftPlace(db, draftId);
  const curriculum = draft && (await curriculumOfDraft(db, draftId));
  const rows = curriculum && (await draftRows(db, draftId));
  if (!draft || !rows) return null;
  const { doc } = workingDoc(rows);
  return { ...draft, doc, content: cleanText(doc), locks: await locksOf(db, draftId, await databaseTime(db)) };
}

/** May the text be changed by the builder: it is open, nothing in it waits to be decided, and no clause that somebody else holds would change. */
export function changeRuling({ frozen, doc, locks }: WorkingCurriculum, changed: DocumentNode | null, personId: string, now: Date): Ruling<DocumentNode> {
  if (!changed) return refused("This module is no longer in the text. Load the page again.", 409);
  if (frozen) return refused(textIsFrozen);
  const undecided = undecidedRuling(pendingSuggestions(doc).length, "move modules");
  if (undecided) return undecided;
  const held = lockGuard(locks, personId, () => now.getTime())(doc, wholeReplacement(doc, changed)?.doc ?? doc);
  return held ? refused(`${held}.`) : allowed(changed);
}
