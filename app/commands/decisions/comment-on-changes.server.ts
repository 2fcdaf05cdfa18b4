import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { saveChangeComment } from "~/store/agency-texts.server";
import { thingOfDecision } from "~/store/decisions.server";
import { headsOf } from "~/store/documents.server";
import { tell } from "~/store/notices.server";
import { isPerson } from "~/store/voting.server";
import { loadDecision } from "./load-decision.server";

/** A partner says something about the changes that an agency would make, while they are open for comment. */
export const commentOnChanges = command("comment.write", {
  input: z.strictObject({ decisionId: z.string().min(1), body: z.string().trim().min(1, "Write your comment.").max(8_000, "Keep the comment below 8,000 characters.") }),
  load: async (db, { decisionId }, actor) => {
    const loaded = await loadDecision(db, decisionId, actor);
    return loaded && { ...loaded, thing: thingOfDecision(loaded.decision, actor) };
  },
  rule: ({ decision, standing, awaiting }, { body }, { now }) => {
    const text = standing ?? awaiting;
    if (decision.outcome !== "inComment" || !text) return refused("No changes of this agency are open for comment.");
    return text.commentUntil > now ? allowed({ body }) : refused("The time for comments on these changes is over.");
  },
  save: async (db, { body }, { actor, now }, { decision }) => {
    if (!isPerson(actor)) return refused("Only a person comments.", 403);
    const { id } = await saveChangeComment(db, { decisionId: decision.id, authorId: actor.personId, body, at: now });
    const heads = await headsOf(db, [decision.organizationId]);
    await tell(db, { programId: decision.programId, personIds: heads.map((head) => head.id).filter((head) => head !== actor.personId), body: `${actor.name} commented on your changes of ${decision.document.number}.`, path: `/decisions/${decision.id}#comment-${id}`, cause: `change-comment:${id}` });
    return allowed({ decisionId: decision.id, commentId: id });
  },
  record: (_change, { commentId }, { decision }) => ({ subject: "decision", subjectId: decision.id, detail: { commentId } }),
});
