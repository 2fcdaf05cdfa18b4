import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome, type Ruling } from "~/domain/access/ruling";
import { canonicalJson } from "~/domain/records/canonical";
import { castRuling } from "~/domain/voting/ballot";
import { dayOf } from "~/domain/voting/deadline";
import { readMarks } from "~/domain/voting/marks";
import type { CharterRules } from "~/domain/voting/charter";
import { mayMarkSafety } from "~/domain/voting/safety-mark";
import { secretPlace } from "~/domain/voting/secrecy";
import { saveSecretBallot, secretReceiptExists } from "~/store/ballot-box.server";
import { databaseTime, type Database } from "~/store/database.server";
import { ballotBox, castByRequest, isPerson, lockBallot, lockRollEntry, saveBallot, seatsOf, type LockedBallot } from "~/store/voting.server";
import { closeOverdue } from "./close-overdue.server";

const option = z.string().regex(/^[\w-]{1,64}$/, "This ballot names an option that does not exist.");
export const ballotInput = {
  roundId: z.string().min(1),
  requestId: z.string().min(8, "This ballot has no number. Load the page again.").max(64),
  choice: z.union([z.string().max(64), z.array(z.string().max(64)).max(100)]).optional(),
  reason: z.string().trim().max(5000, "Keep the reason below 5,000 characters.").default(""),
};
const input = z.strictObject({ ...ballotInput, marks: z.record(option, z.string().max(10)).optional(), safety: z.literal("yes").optional() });

export type Receipt = { receipt: string; path: string; secret: boolean; repeated: boolean };
type Change = { choice: string; reason: string; safety: boolean; repeated: string | null };

const cast = command("vote.cast", {
  input,
  load: async (db, asked, actor) => {
    const ballot = await loadBallot(db, asked, actor);
    return ballot && { ...ballot, sentBefore: ballot.round.secret && ballot.entry !== null && (await sentBefore(db, ballot.round, asked)) };
  },
  rule: ({ round, entry, earlier, seats, castBy, holderHasVoted, sentBefore }, asked, { now }): Ruling<Change> => {
    const { reason } = asked;
    const marks = readMarks(round.terms, asked);
    const safety = asked.safety === "yes" && marks.ok && marks.value === "object";
    if (earlier) {
      const same = marks.ok && earlier.choice === marks.value && earlier.reason === reason && earlier.safety === safety;
      return same ? allowed({ choice: marks.value, reason, safety, repeated: earlier.receipt }) : refused("This ballot was sent before with another choice or reason. Load the page again to change your vote.");
    }
    if (!entry && seats.length === 0) return refused("You hold no seat in this program, so you have no vote. You can take part in the discussion.", 403);
    if (sentBefore && marks.ok) return allowed({ choice: marks.value, reason, safety: false, repeated: secretReceiptOf(round.id, asked.requestId, marks.value, reason) });
    if (round.secret && castBy === "alternate") return refused("In a secret ballot only the holder of the seat votes, because nobody could tell which ballot to replace.", 403);
    if (round.secret && entry?.hasVoted) return refused("Your ballot is in the box already. A secret ballot cannot be changed, because nobody can tell which one is yours.");
    const ruling = castRuling({
      rules: round.rules,
      choice: marks.ok ? marks.value : "",
      reason,
      seat: { voting: entry !== null || seats.some(({ voting }) => voting), filled: true, recused: entry?.recusedAt != null, castBy, holderHasVoted },
      onRoll: entry !== null,
      rollFixedOn: dayInWords(round.openedAt, round.timeZone),
      roundState: round.state,
      now,
      closesAt: round.closesAt,
    });
    if (!ruling.ok && (marks.ok || ruling.status !== 422)) return { ...refused(ruling.reason, ruling.status, ruling.field) };
    if (!marks.ok) return marks;
    if (safety && !(round.proposal && mayMarkSafety({ secret: round.secret, kind: round.terms.kind, revised: round.proposal.reviseUntil !== null, rules: round.rules, groupId: entry?.groupId ?? "" }))) return refused("In this vote an objection of your seat cannot be marked as one of safety.", 422, "safety");
    return allowed({ choice: marks.value, reason: round.rules.reasons === "off" ? "" : reason, safety, repeated: null });
  },
  save: async (db, { choice, reason, safety, repeated }, { now, actor }, { round, entry, requestId, castBy }) => {
    const done = { path: round.path, secret: round.secret };
    if (repeated || !entry) return allowed<Receipt>({ ...done, receipt: repeated ?? "", repeated: true });
    if (round.secret) {
      const receipt = secretReceiptOf(round.id, requestId, choice, reason);
      const { roll } = await ballotBox(db, round.id, round.programId);
      await saveSecretBallot(db, round.id, entry.id, { id: randomUUID(), ...secretPlace(round.terms.kind, round.rules, roll, entry), choice, reason, receipt });
      return allowed<Receipt>({ ...done, receipt, repeated: false });
    }
    const receipt = receiptOf({ roundId: round.id, rollEntryId: entry.id, requestId, choice, reason, hash: round.hash, at: now.toISOString() });
    await saveBallot(db, { rollEntryId: entry.id, roundId: round.id, requestId, choice, reason, at: now, receipt, castBy, castByName: isPerson(actor) ? actor.name : "", safety });
    return allowed<Receipt>({ ...done, receipt, repeated: false });
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

/** What a ballot depends on. The round is held until it is saved, so that no count misses it; the clock is read after that. */
export async function loadBallot(db: Database, { roundId, requestId }: { roundId: string; requestId: string }, actor: Actor) {
  const round = await lockBallot(db, roundId, "share");
  if (!round || !isPerson(actor)) return null;
  const entry = await lockRollEntry(db, roundId, actor.personId);
  const earlier = entry && (await castByRequest(db, entry.id, requestId));
  const seats = entry ? [] : await seatsOf(db, actor.personId, dayOf(await databaseTime(db), round.timeZone));
  const castBy = entry && entry.personId !== actor.personId ? ("alternate" as const) : ("holder" as const);
  // A vote that a coordinator recorded on the phone is the holder's.
  const holderHasVoted = entry?.vote != null && entry.vote.castBy !== "alternate";
  return { thing: round.thing, round, entry, earlier, seats, requestId, castBy, holderHasVoted };
}

/** SHA-256 of everything the ballot says, with the request's own number so that nobody can guess a vote from its receipt. */
export function receiptOf(said: { roundId: string; rollEntryId: string; requestId: string; choice: string; reason: string; hash: string; at: string }): string {
  return createHash("sha256").update(canonicalJson(said), "utf8").digest("hex");
}

/** The receipt of a secret ballot says nothing about who or when: only the number on the voter's own paper, which is stored nowhere, and what was chosen. */
function secretReceiptOf(roundId: string, requestId: string, choice: string, reason: string): string {
  return createHash("sha256").update(canonicalJson({ roundId, requestId, choice, reason }), "utf8").digest("hex");
}

async function sentBefore(db: Database, round: LockedBallot, asked: z.infer<typeof input>): Promise<boolean> {
  const marks = readMarks(round.terms, asked);
  return marks.ok && secretReceiptExists(db, round.id, secretReceiptOf(round.id, asked.requestId, marks.value, asked.reason));
}

/** The chain holds that a ballot was cast; its choice only where everyone may see the count anyway, and of a secret one nothing that leads to it. */
export function recordOfBallot(round: { id: string; secret: boolean; rules: Pick<CharterRules, "results"> }, { receipt, repeated, choice, castBy }: { receipt: string; repeated: boolean; choice: string; castBy: string }) {
  const again = repeated ? { repeated } : {};
  if (round.secret) return { subject: "round", subjectId: round.id, detail: again };
  return { subject: "round", subjectId: round.id, detail: { receipt, ...again, ...(castBy === "holder" ? {} : { castBy }), ...(round.rules.results === "always" ? { choice } : {}) } };
}

export function dayInWords(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("en-US", { timeZone, year: "numeric", month: "long", day: "numeric" }).format(at);
}
