import { randomUUID } from "node:crypto";
import { soughtIn, withAnchors } from "~/editor/comments/carry-anchors";
import { workingDoc } from "~/editor/working-text";
import type { Database } from "~/store/database.server";
import { appendServerSteps, draftRows, lockDraft } from "~/store/drafting.server";
import { threadRows } from "~/store/threads.server";

/** When a frozen text is opened again: puts the anchors of threads that were begun meanwhile on their words. Runs inside the transaction that opens it. */
export async function anchorWaiting(db: Database, draftId: string, authorId: string): Promise<void> {
  await lockDraft(db, draftId);
  const rows = await draftRows(db, draftId);
  if (!rows) return;
  const { doc, version } = workingDoc(rows);
  const waiting = (await threadRows(db, draftId)).filter(({ atVersion, suggestionId, quote }) => atVersion === version && !suggestionId && quote !== "");
  const { steps } = withAnchors(doc.toJSON(), soughtIn([], waiting));
  if (steps.length > 0) await appendServerSteps(db, { draftId, after: version, authorId, batchId: randomUUID(), steps });
}
