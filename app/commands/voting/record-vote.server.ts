import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { castRuling } from "~/domain/voting/ballot";
import { positionName } from "~/domain/voting/kinds";
import { readMarks } from "~/domain/voting/marks";
import { tell } from "~/store/notices.server";
import { castByRequest, isPerson, lockEntryById, lockRound, saveBallot } from "~/store/voting.server";
import { ballotInput, receiptOf, recordOfBallot, type Receipt } from "./cast-vote.server";

/** Records what a member said on the phone. The member is told at once, and their own ballot counts instead when they send one. */
export const recordVote = command("vote.record", {
  input: z.strictObject({ ...ballotInput, choice: z.string({ error: "Choose what they said." }).min(1, "Choose what they said.").max(64), rollEntryId: z.string({ error: "Choose who called." }).trim().min(1, "Choose who called.").max(64) }),
  load: async (db, { roundId, rollEntryId, requestId }) => {
    const round = await lockRound(db, roundId, "share");
    const entry = round && (await lockEntryById(db, roundId, rollEntryId));
    return entry && { thing: round.thing, round, entry, requestId, earlier: await castByRequest(db, entry.id, requestId) };
  },
  rule: ({ round, entry, earlier }, asked, { actor, now }): Ruling<{ choice: string; reason: string; repeated: string | null }> => {
    const { reason } = asked;
    if (round.secret) return refused("A secret ballot cannot be recorded for somebody else.", 403);
    const marks = readMarks({ kind: round.kind, options: [], mostChoices: 1, highestScore: 0 }, asked);
    if (!marks.ok) return marks;
    const choice = marks.value;
    if (earlier) return allowed({ choice, reason, repeated: earlier.receipt });
    if (round.charter.rules.phoneVotes === "refused") return refused("Under this charter every member casts their own vote.", 403);
    if (!isPerson(actor) || entry.personId === actor.personId || entry.alternateId === actor.personId) return refused("This is your own seat. Cast your own ballot.", 409, "rollEntryId");
    if (entry.vote && entry.vote.castBy !== "behalf") return refused(`${entry.personName} has voted already. Only they can change it.`, 409, "rollEntryId");
    const ruling = castRuling({ rules: round.charter.rules, choice, reason, seat: { voting: true, filled: entry.personId !== null, recused: entry.recusedAt !== null }, onRoll: true, rollFixedOn: "", roundState: round.state, now, closesAt: round.closesAt });
    return ruling.ok ? allowed({ choice, reason, repeated: null }) : refused(ruling.reason, ruling.status, ruling.field ?? "rollEntryId");
  },
  save: async (db, { choice, reason, repeated }, { actor, now }, { round, entry, requestId }) => {
    const { proposal } = round;
    if (repeated || !isPerson(actor)) return allowed<Receipt>({ receipt: repeated ?? "", path: `/proposals/${proposal.id}`, secret: false, repeated: true });
    const receipt = receiptOf({ roundId: round.id, rollEntryId: entry.id, requestId, choice, reason, hash: round.hash, at: now.toISOString() });
    await saveBallot(db, { rollEntryId: entry.id, roundId: round.id, requestId, choice, reason, at: now, receipt, castBy: "behalf", castByName: actor.name, safety: false });
    await tell(db, {
      programId: proposal.programId,
      personIds: [entry.personId, entry.alternateId].filter((id) => id !== null),
      // What waits for the close stands in no notice either: an alternate gets it too, and the administrator reads what goes out.
      body: `${actor.name} recorded your vote on proposal ${proposal.number}, ${proposal.title}, as you said it on the phone${round.charter.rules.results === "always" ? `: ${positionName(choice).toLowerCase()}` : ""}. If this is not what you said, cast your own vote before the vote closes; it then counts instead.`,
      path: `/proposals/${proposal.id}#vote`,
      cause: `vote.record:${receipt}`,
    });
    return allowed<Receipt>({ receipt, path: `/proposals/${proposal.id}`, secret: false, repeated: false });
  },
  record: ({ choice }, { receipt, repeated }, { round, entry }) => {
    const said = recordOfBallot({ ...round, rules: round.charter.rules }, { receipt, repeated, choice, castBy: "behalf" });
    return { ...said, detail: { ...said.detail, for: entry.personName, seat: entry.seatTitle } };
  },
});
