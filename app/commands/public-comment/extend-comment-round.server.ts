import { z } from "zod";
import { command } from "~/commands/command.server";
import { plainDay } from "~/domain/access/words";
import { allowed, refused } from "~/domain/access/ruling";
import { extensionRuling } from "~/domain/public-comment/opening";
import { commentPhaseOf, moveCommentRound } from "~/domain/public-comment/phases";
import { changeCommentRound } from "~/store/comment-rounds.server";
import { loadCommentRound, recordOfRound } from "./load-comment-round.server";

/** Gives the public more time; never less. */
export const extendCommentRound = command("comment-round.extend", {
  input: z.strictObject({ roundId: z.string().min(1), closesOn: plainDay("Choose the last day.") }),
  load: loadCommentRound,
  rule: ({ round }, { closesOn }, { now }) => {
    const move = moveCommentRound(commentPhaseOf({ ...round, now }), "extend");
    if (!move.ok) return move;
    const end = extensionRuling({ ...round, closesOn });
    return end.ok ? allowed({ closesAt: end.value }) : end;
  },
  save: async (db, { closesAt }, _moment, { round }) => ((await changeCommentRound(db, round.id, { closesAt })) ? allowed({ roundId: round.id }) : refused("Someone was first: this round has ended.")),
  record: ({ closesAt }, _result, { round }) => recordOfRound(round, { from: round.closesAt.toISOString(), to: closesAt.toISOString() }),
});
