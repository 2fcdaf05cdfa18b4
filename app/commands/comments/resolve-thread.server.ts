import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { setResolved } from "~/store/threads.server";
import { loadThread } from "./load-thread.server";

/** Says that a thread has been dealt with. What was said in it stays, and it can be opened again. */
export const resolveThread = command("comment.resolve", {
  input: z.strictObject({ threadId: z.string().min(1) }),
  load: (db, { threadId }) => loadThread(db, threadId),
  rule: ({ thread }) => (thread.resolvedAt ? refused("Somebody resolved this thread a moment ago.") : allowed({ threadId: thread.id, draftId: thread.draftId })),
  save: async (db, change, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person resolves a thread.", 403);
    await setResolved(db, change.threadId, actor.personId, now);
    return allowed(change);
  },
  record: (_change, { threadId, draftId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId, resolved: true } }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});
