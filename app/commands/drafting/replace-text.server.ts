import { randomUUID } from "node:crypto";
import { announcementChannel, type Announcement } from "~/domain/notices/announcement";
import { workingDoc, wholeReplacement } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { appendSteps, draftRows, rebaseDraft } from "~/store/drafting.server";

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
  const announcement: Announcement = { kind: "draft.stepped", draftId, version: version + 1 };
  const batches = [{ batchId: randomUUID(), authorId, steps: [replacement.step] }];
  const stored = await appendSteps(db, { draftId, after: version, batches, announcement: { channel: announcementChannel, payload: JSON.stringify(announcement) } });
  if (!stored) throw new Error("The text was changed or frozen in between.");
  return version + 1;
}
