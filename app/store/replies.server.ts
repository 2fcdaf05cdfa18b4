import type { TakenReply } from "~/domain/drafting/replies";
import type { Database } from "./database.server";

/** The replies from Word that a text has taken, newest first. */
export async function repliesTo(db: Database, draftId: string): Promise<{ at: Date; by: string; reply: TakenReply }[]> {
  const records = await db.auditRecord.findMany({
    where: { act: "draft.suggest", outcome: "done", subject: "draft", subjectId: draftId, detail: { path: ["replyId"], string_starts_with: "" } },
    orderBy: { sequence: "desc" },
    take: 50,
    select: { at: true, actorName: true, detail: true },
  });
  return records.map(({ at, actorName, detail }) => ({ at, by: actorName, reply: detail as TakenReply }));
}
