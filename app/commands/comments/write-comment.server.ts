import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { createComment, proposalToDiscuss, threadOf, writersIn } from "~/store/comments.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";

/** Writes in the discussion of a proposal, or answers in one of its threads. */
export const writeComment = command("comment.write", {
  input: z.strictObject({
    proposalId: z.string().min(1),
    parentId: z.string().default(""),
    body: z.string({ error: "Write a comment first." }).trim().min(1, "Write a comment first.").max(5000, "Keep a comment below 5,000 characters."),
  }),
  load: async (db, { proposalId, parentId }) => {
    const proposal = await proposalToDiscuss(db, proposalId);
    return proposal && { thing: proposal.thing, proposal, threadId: parentId ? await threadOf(db, proposalId, parentId) : null };
  },
  rule: ({ threadId }, { parentId, body }) => (parentId && !threadId ? refused("The comment you answer is not part of this discussion.", 422, "parentId") : allowed({ body, parentId: threadId })),
  save: async (db, { body, parentId }, { actor, now }, { proposal }) => {
    if (!isPerson(actor)) return refused("Only a person comments.", 403);
    const { id: proposalId, programId } = proposal;
    const comment = await createComment(db, { programId, proposalId, parentId, authorId: actor.personId, body, at: now });
    const listeners = [proposal.authorId, ...(parentId ? await writersIn(db, parentId) : [])].filter((id) => id !== actor.personId);
    await tell(db, {
      programId,
      personIds: listeners,
      body: `${actor.name} wrote about proposal ${proposal.number}, ${proposal.title}.`,
      path: `/proposals/${proposalId}#comment-${comment.id}`,
      cause: `comment.write:${comment.id}`,
    });
    return allowed({ commentId: comment.id, proposalId });
  },
  record: ({ parentId }, { commentId }, { proposal }) => ({ subject: "proposal", subjectId: proposal.id, detail: { commentId, ...(parentId ? { threadId: parentId } : {}) } }),
});
