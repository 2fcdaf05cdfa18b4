import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { findingSections } from "~/domain/evaluation/finding";
import { insertFindingComment } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";
import { loadFinding } from "./load-finding.server";

/** An agency comments on one item of a draft while the dialogue lasts. */
export const commentOnFinding = command("finding.comment", {
  input: z.strictObject({
    findingId: z.string(),
    section: z.enum(findingSections, { error: "Choose what the comment is about." }),
    body: z.string({ error: "Write your comment." }).trim().min(1, "Write your comment.").max(5_000, "Keep it below 5,000 characters."),
  }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { section, body }, { now }) => {
    if (finding.state !== "dialogue") return refused("Comments are written while the dialogue is open.");
    if (finding.dialogueEndsAt && finding.dialogueEndsAt <= now) return refused("The days for comments are over.");
    return allowed({ section, body });
  },
  save: async (db, comment, { actor, now }, { finding }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const commentId = await insertFindingComment(db, { ...comment, findingId: finding.id, authorId: actor.personId, organizationName: actor.organizationName, at: now });
    await tell(db, { programId: finding.programId, personIds: [finding.authorId], body: "A comment on a finding waits for your answer.", path: `/evaluation/findings/${finding.id}#comment-${commentId}`, cause: `finding.comment:${commentId}` });
    return allowed({ findingId: finding.id, commentId });
  },
  record: ({ section }, { findingId, commentId }) => ({ subject: "finding", subjectId: findingId, detail: { commentId, section } }),
});
