import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { saveReply } from "~/store/findings.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";
import { loadFinding } from "./load-finding.server";

/** The researcher answers a comment, and says whether the text was corrected for it. */
export const answerComment = command("finding.write", {
  input: z.strictObject({
    findingId: z.string(),
    commentId: z.string(),
    reply: z.string({ error: "Write your answer." }).trim().min(1, "Write your answer.").max(5_000, "Keep it below 5,000 characters."),
    corrected: z.enum(["yes", "no"], { error: "Say whether the text was corrected." }),
  }),
  load: async (db, { findingId }, actor) => loadFinding(db, findingId, actor),
  rule: ({ finding }, { commentId, reply, corrected }) => {
    const comment = finding.comments.find(({ id }) => id === commentId);
    if (!comment) return refused("There is no such comment on this finding.", 422, "reply");
    if (comment.reply !== null) return refused("This comment is answered already.");
    if (finding.state !== "dialogue") return refused("Comments are answered while the dialogue is open.");
    return allowed({ comment, reply, corrected: corrected === "yes" });
  },
  save: async (db, { comment, reply, corrected }, { actor, now }, { finding }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    if (!(await saveReply(db, comment.id, { reply, corrected, repliedByName: actor.name, repliedAt: now }))) return refused("This comment is answered already.");
    await tell(db, { programId: finding.programId, personIds: [comment.authorId], body: "Your comment on a finding was answered.", path: `/evaluation/findings/${finding.id}#comment-${comment.id}`, cause: `finding.reply:${comment.id}` });
    return allowed({ findingId: finding.id, commentId: comment.id });
  },
  record: ({ corrected }, { findingId, commentId }) => ({ subject: "finding", subjectId: findingId, detail: { commentId, corrected } }),
});
