import type { Database } from "~/store/database.server";
import { draftPlace } from "~/store/drafting.server";
import { lockThread } from "~/store/threads.server";

/** A thread and the text it is on, with what `may` asks of it. Null when there is none. */
export async function loadThread(db: Database, threadId: string) {
  const thread = await lockThread(db, threadId);
  const draft = thread && (await draftPlace(db, thread.draftId));
  return draft && { thread, draft, thing: draft.thing };
}
