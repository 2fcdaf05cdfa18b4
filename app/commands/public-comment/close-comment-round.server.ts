import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { closingRuling } from "~/domain/public-comment/dispositions";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { changeCommentRound } from "~/store/comment-rounds.server";
import { publicCommentCounts } from "~/store/public-comments.server";
import { loadCommentRound, recordOfRound } from "./load-comment-round.server";

/** Closes a round once its time is over and every comment has its answer. */
export const closeCommentRound = command("comment-round.close", {
  input: z.strictObject({ roundId: z.string().min(1) }),
  load: async (db, input) => {
    const loaded = await loadCommentRound(db, input);
    return loaded && { ...loaded, counts: await publicCommentCounts(db, loaded.round.id) };
  },
  rule: ({ round, counts }, _input, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "close");
    if (!move.ok) return move;
    const closing = closingRuling(counts.waiting);
    return closing.ok ? allowed({ state: move.value, closedAt: now }) : closing;
  },
  save: async (db, change, _moment, { round }) => ((await changeCommentRound(db, round.id, change)) ? allowed({ roundId: round.id }) : refused("Someone was first: this round has ended.")),
  record: (_change, _result, { round, counts }) => recordOfRound(round, { number: round.number, comments: counts.comments }),
});
