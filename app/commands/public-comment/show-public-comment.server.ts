import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { saveHiding } from "~/store/public-comments.server";
import { recordOfRound } from "./load-comment-round.server";
import { loadPublicComment } from "./load-public-comment.server";

/** Shows a hidden comment again. */
export const showPublicComment = command("public-comment.hide", {
  input: z.strictObject({ commentId: z.string().min(1) }),
  load: loadPublicComment,
  rule: ({ round, comment }, _input, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "hide");
    if (!move.ok) return move;
    return comment.hiddenAt ? allowed(true) : refused("This comment is not hidden.");
  },
  save: async (db, _change, _moment, { comment, round }) => {
    await saveHiding(db, comment.id, { hiddenReason: "", hiddenById: null, hiddenAt: null });
    return allowed({ roundId: round.id });
  },
  record: (_change, _result, { round, comment }) => recordOfRound(round, { reference: comment.reference, hidden: false }),
});
