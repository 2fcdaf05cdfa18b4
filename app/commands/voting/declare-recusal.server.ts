import { randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { recusalRuling } from "~/domain/voting/recusal";
import type { Actor } from "~/domain/access/may";
import type { Database } from "~/store/database.server";
import { isPerson, lockRollEntry, lockRound, saveBallot, saveRecusal } from "~/store/voting.server";
import { receiptOf } from "./cast-vote.server";

const roundId = z.string().min(1);

/** Steps back from a vote because of a conflict of interest: the seat leaves what the vote is a share of, and the record says why. A vote that was cast is taken back. */
export const declareRecusal = command("recusal.declare", {
  input: z.strictObject({ roundId, reason: z.string({ error: "Say why you step back." }).trim().min(1, "Say why you step back. It stands in the record.").max(1000, "Keep the reason below 1,000 characters.") }),
  load: loadRecusal,
  rule: (loaded, { reason }, { now }) => {
    if (loaded.round.secret && loaded.entry?.hasVoted) return refused("Your ballot is in the box, and nobody can tell which one it is to take it out.");
    const ruling = recusalRuling(asked(loaded, now), "step back");
    return ruling.ok ? allowed({ reason }) : ruling;
  },
  save: async (db, { reason }, { actor, now }, { round, entry }) => {
    if (!entry || !isPerson(actor)) return refused("Only a person steps back from a vote.", 403);
    if (entry.vote) {
      const requestId = randomUUID();
      const receipt = receiptOf({ roundId: round.id, rollEntryId: entry.id, requestId, choice: "withdrawn", reason: "", hash: round.hash, at: now.toISOString() });
      await saveBallot(db, { rollEntryId: entry.id, roundId: round.id, requestId, choice: "withdrawn", reason: "", at: now, receipt, castBy: "holder", castByName: actor.name, safety: false });
    }
    await saveRecusal(db, entry.id, { recusedAt: now, recusedReason: reason });
    return allowed({ proposalId: round.proposal.id });
  },
  record: ({ reason }, _result, { round, entry }) => ({ subject: "round", subjectId: round.id, detail: { seat: entry?.seatTitle ?? "", recused: reason } }),
});

/** Takes part in the vote again, while it is open. */
export const endRecusal = command("recusal.declare", {
  input: z.strictObject({ roundId }),
  load: loadRecusal,
  rule: (loaded, _input, { now }) => recusalRuling(asked(loaded, now), "take part"),
  save: async (db, _change, _moment, { round, entry }) => {
    if (entry) await saveRecusal(db, entry.id, { recusedAt: null, recusedReason: "" });
    return allowed({ proposalId: round.proposal.id });
  },
  record: (_change, _result, { round, entry }) => ({ subject: "round", subjectId: round.id, detail: { seat: entry?.seatTitle ?? "", recused: null } }),
});

/** The round is held shared, as for a ballot, so that no count misses it. */
async function loadRecusal(db: Database, { roundId }: { roundId: string }, actor: Actor) {
  const round = await lockRound(db, roundId, "share");
  if (!round || !isPerson(actor)) return null;
  const entry = await lockRollEntry(db, roundId, actor.personId);
  return { thing: round.thing, round, entry, isHolder: entry?.personId === actor.personId };
}

type Loaded = NonNullable<Awaited<ReturnType<typeof loadRecusal>>>;

function asked({ round, entry, isHolder }: Loaded, now: Date) {
  return { isHolder, recused: entry?.recusedAt != null, state: round.state, now, closesAt: round.closesAt };
}
