import { randomUUID } from "node:crypto";
import type { Node } from "@tiptap/pm/model";
import { soughtIn, withAnchors } from "~/editor/comments/carry-anchors";
import { replacement, workingDoc } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { appendServerSteps, draftRows, rebaseDraft } from "~/store/drafting.server";
import { threadRows } from "~/store/threads.server";

/**
 * Makes the text another one by more steps, so that editors which have it open follow. Runs inside a command's
 * transaction that has locked the draft; threads are put on their words again, as they stood in `asIn` or stand now. Does nothing when the text is that already. Gives the version.
 */
export async function replaceText(
  db: Database,
  { draftId, content, baseEditionId, authorId, asIn }: { draftId: string; content: unknown; baseEditionId?: string; authorId: string; asIn?: Node },
): Promise<number> {
  const rows = await draftRows(db, draftId);
  if (!rows) throw new Error("There is no such draft.");
  if (baseEditionId) await rebaseDraft(db, draftId, baseEditionId);
  const { version, doc } = workingDoc(rows);
  const steps = replacement(doc, withAnchors(content, soughtIn(asIn ? [asIn, doc] : [doc], await threadRows(db, draftId))).content);
  if (!steps) return version;
  return appendServerSteps(db, { draftId, after: version, authorId, batchId: randomUUID(), steps });
}
