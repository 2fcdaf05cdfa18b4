import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { setResolved } from "~/store/threads.server";
import { loadThread } from "./load-thread.server";

/** Opens a resolved thread again. */
export const reopenThread = command("comment.resolve", {
  input: z.strictObject({ threadId: z.string().min(1) }),
  load: (db, { threadId }) => loadThread(db, threadId),
  rule: ({ thread }) => (thread.resolvedAt ? allowed({ threadId: thread.id, draftId: thread.draftId }) : refused("This thread is open already.")),
  save: async (db, change, { now }) => {
    await setResolved(db, change.threadId, null, now);
    return allowed(change);
  },
  record: (_change, { threadId, draftId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId, resolved: false } }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});
