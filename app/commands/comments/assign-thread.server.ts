import { z } from "zod";
import { command } from "~/commands/command.server";
import { can } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { readersOf } from "~/domain/comments/callable";
import { tell } from "~/store/notices.server";
import { membersOf, setAssigned } from "~/store/threads.server";
import { loadThread } from "./load-thread.server";
import { threadPath } from "./tell-of-remark.server";

/** Gives a thread to somebody to deal with, or takes it from them again. */
export const assignThread = command("comment.resolve", {
  input: z.strictObject({ threadId: z.string().min(1), personId: z.string().max(64).default("") }),
  load: async (db, { threadId }) => {
    const loaded = await loadThread(db, threadId);
    return loaded && { ...loaded, members: await membersOf(db, loaded.thread.programId) };
  },
  rule: ({ thread, thing, members }, { personId }) => {
    const person = readersOf(members.people, thing).find((each) => each.personId === personId);
    if (personId && !person) return refused("Choose somebody who may read this text.", 422, "personId");
    if (person && !can(person, "comment.write", thing)) return refused(`${person.name} reads the discussion but does not take part in it. Choose somebody else.`, 422, "personId");
    return allowed({ threadId: thread.id, draftId: thread.draftId, personId: personId || null });
  },
  save: async (db, change, { actor, now }, { thread, draft }) => {
    if (actor.kind !== "person") return refused("Only a person gives a thread to somebody.", 403);
    await setAssigned(db, change.threadId, change.personId);
    if (change.personId && change.personId !== actor.personId && change.personId !== thread.assignedToId)
      await tell(db, {
        programId: thread.programId,
        personIds: [change.personId],
        body: `${actor.name} asks you to deal with a comment on ${draft.document.number} ${draft.document.title}.`,
        path: threadPath(change.draftId, change.threadId),
        cause: `comment.assign:${change.threadId}:${now.toISOString()}`,
      });
    return allowed(change);
  },
  record: (_change, { threadId, draftId, personId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId, assignedToId: personId } }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});
