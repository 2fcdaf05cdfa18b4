import type { Actor, Thing } from "~/domain/access/may";
import { inTransaction } from "~/store/database.server";
import { appendRecord } from "~/store/records.server";

/** Records that somebody's socket sent what it may not. */
export async function recordRefusedFrame(actor: Actor, draftId: string, thing: Thing, reason: string, act: "draft.write" | "draft.suggest" = "draft.write"): Promise<void> {
  const { programId } = thing;
  if (!programId) return;
  await inTransaction((db) => appendRecord(db, { programId, actor, act, outcome: "refused", subject: "draft", subjectId: draftId, detail: { reason } }));
}
