import { createHash } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome, type Ruling } from "~/domain/access/ruling";
import { canonicalJson } from "~/domain/records/canonical";
import { castRuling } from "~/domain/voting/ballot";
import type { Choice } from "~/domain/voting/count";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "~/store/database.server";
import { castByRequest, isPerson, lockRollEntry, lockRound, saveBallot, seatsOf, type LockedRound } from "~/store/voting.server";
import { closeOverdue } from "./close-overdue.server";

export const ballotInput = {
  roundId: z.string().min(1),
  requestId: z.string().min(8, "This ballot has no number. Load the page again.").max(64),
  choice: z.enum(["consent", "object", "abstain"], { error: "Choose consent, object or abstain." }),
  reason: z.string().trim().max(5000, "Keep the reason below 5,000 characters.").default(""),
};
const input = z.strictObject({ ...ballotInput, safety: z.literal("yes").optional() });

export type Receipt = { receipt: string; proposalId: string; repeated: boolean };
type Change = { choice: Choice; reason: string; safety: boolean; repeated: string | null };

const cast = command("vote.cast", {
  input,
  load: loadBallot,
  rule: ({ round, entry, earlier, seats, castBy, holderHasVoted }, { choice, reason, safety: marked }, { now }): Ruling<Change> => {
    const safety = marked === "yes" && choice === "object";
    if (earlier) {
      const same = earlier.choice === choice && earlier.reason === reason && earlier.safety === safety;
      return same ? allowed({ choice, reason, safety, repeated: earlier.receipt }) : refused("This ballot was sent before with another choice or reason. Load the page again to change your vote.");
    }
    if (!entry && seats.length === 0) return refused("You hold no seat in this program, so you have no vote. You can take part in the discussion.", 403);
    const ruling = castRuling({
      rules: round.charter.rules,
      choice,
      reason,
      seat: { voting: entry !== null || seats.some(({ voting }) => voting), filled: true, recused: entry?.recusedAt != null, castBy, holderHasVoted },
      onRoll: entry !== null,
      rollFixedOn: dayInWords(round.openedAt, round.proposal.timeZone),
      roundState: round.state,
      now,
      closesAt: round.closesAt,
    });
    if (!ruling.ok) return { ...refused(ruling.reason, ruling.status, ruling.field) };
    if (safety && (round.proposal.reviseUntil || !round.charter.rules.safetyGroups.includes(entry?.groupId ?? ""))) return refused("In this vote an objection of your seat cannot be marked as one of safety.", 422, "safety");
    return allowed({ choice, reason, safety, repeated: null });
  },
  save: async (db, { choice, reason, safety, repeated }, { now, actor }, { round, entry, requestId, castBy }) => {
    if (repeated || !entry) return allowed<Receipt>({ receipt: repeated ?? "", proposalId: round.proposal.id, repeated: true });
    const receipt = receiptOf({ roundId: round.id, rollEntryId: entry.id, requestId, choice, reason, hash: round.hash, at: now.toISOString() });
    await saveBallot(db, { rollEntryId: entry.id, roundId: round.id, requestId, choice, reason, at: now, receipt, castBy, castByName: isPerson(actor) ? actor.name : "", safety });
    return allowed<Receipt>({ receipt, proposalId: round.proposal.id, repeated: false });
  },
  record: ({ choice }, { receipt, repeated }, { round, castBy }) => recordOfBallot(round, { receipt, repeated, choice, castBy }),
});

/** Casts or changes the vote of the person who asks: of the seat they hold, or of the one they are the alternate for. A ballot that finds its round overdue closes it. */
export async function castVote(actor: Actor, raw: unknown): Promise<Outcome<Receipt>> {
  const outcome = await cast(actor, raw);
  const asked = z.object({ roundId: z.string() }).safeParse(raw);
  if (!outcome.ok && outcome.kind === "refused" && outcome.status === 409 && asked.success) await closeOverdue({ roundId: asked.data.roundId });
  return outcome;
}

/** What a ballot depends on. The round is held shared until it is saved, so that no count misses it; the clock is read after that. */
export async function loadBallot(db: Database, { roundId, requestId }: { roundId: string; requestId: string }, actor: Actor) {
  const round = await lockRound(db, roundId, "share");
  if (!round || !isPerson(actor)) return null;
  const entry = await lockRollEntry(db, roundId, actor.personId);
  const earlier = entry && (await castByRequest(db, entry.id, requestId));
  const seats = entry ? [] : await seatsOf(db, actor.personId, dayOf(await databaseTime(db), round.proposal.timeZone));
  const castBy = entry && entry.personId !== actor.personId ? ("alternate" as const) : ("holder" as const);
  // A vote that a coordinator recorded on the phone is the holder's.
  const holderHasVoted = entry?.vote != null && entry.vote.castBy !== "alternate";
  return { thing: round.thing, round, entry, earlier, seats, requestId, castBy, holderHasVoted };
}

/** SHA-256 of everything the ballot says, with the request's own number so that nobody can guess a vote from its receipt. */
export function receiptOf(said: { roundId: string; rollEntryId: string; requestId: string; choice: string; reason: string; hash: string; at: string }): string {
  return createHash("sha256").update(canonicalJson(said), "utf8").digest("hex");
}

/** The chain holds each ballot; its choice only where everyone may see the count anyway. */
export function recordOfBallot(round: LockedRound, { receipt, repeated, choice, castBy }: { receipt: string; repeated: boolean; choice: string; castBy: string }) {
  const open = round.charter.rules.results === "always" ? { choice } : {};
  return { subject: "round", subjectId: round.id, detail: { receipt, ...(repeated ? { repeated } : {}), ...(castBy === "holder" ? {} : { castBy }), ...open } };
}

export function dayInWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "long", day: "numeric" }).format(at);
}
