import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { changeCommentRound } from "~/store/comment-rounds.server";
import { loadCommentRound, recordOfRound } from "./load-comment-round.server";

/** Takes back a round that has not begun, with a reason. */
export const withdrawCommentRound = command("comment-round.withdraw", {
  input: z.strictObject({ roundId: z.string().min(1), reason: z.string({ error: "Give the reason." }).trim().min(1, "Give the reason.").max(2_000, "Keep the reason below 2,000 characters.") }),
  load: loadCommentRound,
  rule: ({ round }, { reason }, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "withdraw");
    return move.ok ? allowed({ state: move.value, withdrawnReason: reason }) : move;
  },
  save: async (db, change, _moment, { round }) => ((await changeCommentRound(db, round.id, change)) ? allowed({ roundId: round.id }) : refused("Someone was first: this round has ended.")),
  record: ({ withdrawnReason }, _result, { round }) => recordOfRound(round, { reason: withdrawnReason }),
});
