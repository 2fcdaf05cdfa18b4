import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { isOverdue, moveRound } from "~/domain/voting/stages";
import { isPerson, saveBallot } from "~/store/voting.server";
import { loadBallot, receiptOf, recordOfBallot, type Receipt } from "./cast-vote.server";

/** Takes a vote back while the round is open. What was cast stays in the history. */
export const withdrawVote = command("vote.cast", {
  input: z.strictObject({ roundId: z.string().min(1), requestId: z.string().min(8).max(64) }),
  load: loadBallot,
  rule: ({ round, entry, earlier, castBy }, _input, { now }): Ruling<{ repeated: string | null }> => {
    if (earlier) return earlier.choice === "withdrawn" ? allowed({ repeated: earlier.receipt }) : refused("This ballot was sent before. Load the page again.");
    if (round.secret) return refused("A secret ballot cannot be taken back, because nobody can tell which one is yours.");
    const overdue = isOverdue({ state: round.state, now, closesAt: round.closesAt });
    const move = moveRound(overdue ? "closed" : round.state, "cast");
    if (!move.ok) return refused(move.reason, move.status);
    if (!entry?.vote || (castBy === "alternate" && entry.vote.castBy !== "alternate")) return refused("You have no vote in this round to take back.");
    return allowed({ repeated: null });
  },
  save: async (db, { repeated }, { now, actor }, { round, entry, requestId, castBy }) => {
    if (repeated || !entry) return allowed<Receipt>({ receipt: repeated ?? "", path: round.path, secret: false, repeated: true });
    const choice = "withdrawn" as const;
    const receipt = receiptOf({ roundId: round.id, rollEntryId: entry.id, requestId, choice, reason: "", hash: round.hash, at: now.toISOString() });
    await saveBallot(db, { rollEntryId: entry.id, roundId: round.id, requestId, choice, reason: "", at: now, receipt, castBy, castByName: isPerson(actor) ? actor.name : "", safety: false });
    return allowed<Receipt>({ receipt, path: round.path, secret: false, repeated: false });
  },
  record: (_change, { receipt, repeated }, { round, castBy }) => recordOfBallot(round, { receipt, repeated, choice: "withdrawn", castBy }),
});
