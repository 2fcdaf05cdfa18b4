import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { saveHiding } from "~/store/public-comments.server";
import { isPerson } from "~/store/voting.server";
import { recordOfRound } from "./load-comment-round.server";
import { loadPublicComment } from "./load-public-comment.server";

/** Hides the words of a comment, never the comment: its place stays, with the reason in public. */
export const hidePublicComment = command("public-comment.hide", {
  input: z.strictObject({ commentId: z.string().min(1), reason: z.string({ error: "Give the reason. It is public." }).trim().min(1, "Give the reason. It is public.").max(1_000, "Keep the reason below 1,000 characters.") }),
  load: loadPublicComment,
  rule: ({ round, comment }, { reason }, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "hide");
    if (!move.ok) return move;
    return comment.hiddenAt ? refused("This comment is hidden already.") : allowed({ reason });
  },
  save: async (db, { reason }, { actor, now }, { comment, round }) => {
    if (!isPerson(actor)) return refused("Only coordinators hide comments.", 403);
    await saveHiding(db, comment.id, { hiddenReason: reason, hiddenById: actor.personId, hiddenAt: now });
    return allowed({ roundId: round.id });
  },
  record: ({ reason }, _result, { round, comment }) => recordOfRound(round, { reference: comment.reference, hidden: true, reason }),
});
