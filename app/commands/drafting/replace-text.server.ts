import { randomUUID } from "node:crypto";
import { workingDoc, wholeReplacement } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { appendServerSteps, draftRows, rebaseDraft } from "~/store/drafting.server";

/**
 * Makes the text another one by one more step, so that editors which have it open follow. Runs inside a command's
 * transaction that has locked the draft; does nothing when the text is that already. Gives the version.
 */
export async function replaceText(
  db: Database,
  { draftId, content, baseEditionId, authorId }: { draftId: string; content: unknown; baseEditionId?: string; authorId: string },
): Promise<number> {
  const rows = await draftRows(db, draftId);
  if (!rows) throw new Error("There is no such draft.");
  if (baseEditionId) await rebaseDraft(db, draftId, baseEditionId);
  const { version, doc } = workingDoc(rows);
  const replacement = wholeReplacement(doc, content);
  if (!replacement) return version;
  return appendServerSteps(db, { draftId, after: version, authorId, batchId: randomUUID(), steps: [replacement.step] });
}
