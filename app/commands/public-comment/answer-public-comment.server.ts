import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { answerRuling, dispositions } from "~/domain/public-comment/dispositions";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { saveAnswer } from "~/store/public-comments.server";
import { isPerson } from "~/store/voting.server";
import { recordOfRound } from "./load-comment-round.server";
import { loadPublicComment } from "./load-public-comment.server";

/** Says what becomes of a comment, and why. Until the round is closed the answer can be bettered. */
export const answerPublicComment = command("public-comment.answer", {
  input: z.strictObject({
    commentId: z.string().min(1),
    disposition: z.enum(dispositions, { error: "Choose what becomes of it." }),
    answer: z.string().trim().max(5_000, "Keep the answer below 5,000 characters.").default(""),
  }),
  load: loadPublicComment,
  rule: ({ round }, { disposition, answer }, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "answer");
    return move.ok ? answerRuling({ disposition, answer }) : move;
  },
  save: async (db, answer, { actor, now }, { comment, round }) => {
    if (!isPerson(actor)) return refused("Only drafters and coordinators answer comments.", 403);
    await saveAnswer(db, comment.id, { ...answer, answeredById: actor.personId, answeredAt: now });
    return allowed({ roundId: round.id });
  },
  record: (answer, _result, { round, comment }) => recordOfRound(round, { reference: comment.reference, ...answer }),
});
