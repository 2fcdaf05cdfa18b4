import type { Database } from "~/store/database.server";
import type { draftPlace } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";

type Said = { draft: NonNullable<Awaited<ReturnType<typeof draftPlace>>>; threadId: string; commentId: string; writer: { personId: string; name: string }; called: readonly string[]; listeners: readonly string[] };

/** Tells those who are called, and then those who take part already. Each once; never the writer. */
export async function tellOfRemark(db: Database, { draft, threadId, commentId, writer, called, listeners }: Said): Promise<void> {
  const { programId, number, title } = draft.document;
  const on = draft.proposal ? `the text of proposal ${draft.proposal.number}, ${draft.proposal.title}` : `the text of ${number} ${title}`;
  const path = threadPath(draft.id, threadId);
  const others = (ids: readonly string[]) => ids.filter((id) => id !== writer.personId);
  await tell(db, { programId, personIds: others(called), body: `${writer.name} mentions you in a comment on ${on}.`, path, cause: `comment.write:${commentId}`, kind: "mention" });
  await tell(db, { programId, personIds: others(listeners), body: `${writer.name} answered in a comment on ${on}.`, path, cause: `comment.write:${commentId}` });
}

/** Where a thread is read and answered. */
export function threadPath(draftId: string, threadId: string): string {
  return `/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}`;
}
