import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { calledBy, readersOf } from "~/domain/comments/callable";
import { commentBody } from "~/domain/comments/comment-body";
import { insertRemark, listenersOf, membersOf } from "~/store/threads.server";
import { loadThread } from "./load-thread.server";
import { tellOfRemark } from "./tell-of-remark.server";

/** Answers in a thread on a text, on its words or on a suggestion. */
export const writeInThread = command("comment.write", {
  input: z.strictObject({ threadId: z.string().min(1), body: commentBody }),
  load: async (db, { threadId }) => {
    const loaded = await loadThread(db, threadId);
    return loaded && { ...loaded, members: await membersOf(db, loaded.thread.programId), listeners: await listenersOf(db, threadId) };
  },
  rule: ({ thread }, { body }) => (thread.resolvedAt ? refused("This thread is resolved. Reopen it first, then answer.", 409, "body") : allowed({ body })),
  save: async (db, { body }, { actor, now }, { thread, draft, thing, members, listeners }) => {
    if (actor.kind !== "person") return refused("Only a person comments.", 403);
    const { id: threadId, programId } = thread;
    const readers = readersOf(members.people, thing);
    const called = calledBy(body, readers, members.groups);
    const comment = await insertRemark(db, { programId, threadId, authorId: actor.personId, body, at: now, personIds: called.personIds, groupIds: called.groupIds });
    const listening = readers.map(({ personId }) => personId).filter((id) => listeners.includes(id));
    await tellOfRemark(db, { draft, threadId, commentId: comment.id, writer: actor, called: called.reached, listeners: listening });
    return allowed({ threadId, draftId: draft.id, commentId: comment.id });
  },
  record: (_change, { commentId, draftId, threadId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId, commentId } }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});
