import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { extendingPower } from "~/domain/voting/charter-powers";
import { instantOf } from "~/domain/voting/deadline";
import { extensionRuling } from "~/domain/voting/extension";
import { bindingMeeting } from "~/store/meetings.server";
import { tell } from "~/store/notices.server";
import { isPerson, lockRound, saveExtension, votersOf } from "~/store/voting.server";

const reason = z.string({ error: "Say why the vote needs more time." }).trim().min(1, "Say why the vote needs more time. Every voter will read it.").max(2000, "Keep the reason below 2,000 characters.");

/** Gives an open vote a later end, with a reason that every voter and the author are told. */
export const extendRound = command("round.extend", {
  input: z.strictObject({ roundId: z.string().min(1), closesAt: z.string({ error: "Choose the new end." }).trim().min(1, "Choose the new end."), reason }),
  load: async (db, { roundId }) => {
    const round = await lockRound(db, roundId, "update");
    return round && { thing: round.thing, round, meeting: await bindingMeeting(db, round.programId, round.meetingId ?? "") };
  },
  rule: ({ round, meeting }, { closesAt, reason }, { actor, now }) => {
    const power = extendingPower(round.charter.rules, actor);
    if (!power.ok) return power;
    const given = instantOf(closesAt, round.proposal.timeZone, "closesAt");
    if (!given.ok) return given;
    const ruling = extensionRuling({ state: round.state, now, closesAt: round.closesAt, until: given.value });
    if (ruling.ok && meeting && given.value > meeting.endsAt) return refused("This vote was opened inside a meeting, so it cannot stay open after that meeting ends.", 422, "closesAt");
    return ruling.ok ? allowed({ until: given.value, reason }) : ruling;
  },
  save: async (db, { until, reason }, { actor, now }, { round }) => {
    if (!isPerson(actor)) return refused("Only a person extends a vote.", 403);
    const { proposal } = round;
    const id = await saveExtension(db, { roundId: round.id, from: round.closesAt, until, reason, byId: actor.personId, at: now });
    if (!id) return refused("Someone was first: this vote has changed meanwhile.");
    const end = new Intl.DateTimeFormat("en-US", { timeZone: proposal.timeZone, dateStyle: "long", timeStyle: "short" }).format(until);
    await tell(db, {
      programId: proposal.programId,
      personIds: [...(await votersOf(db, round.id)), proposal.authorId],
      body: `The vote on proposal ${proposal.number}, ${proposal.title}, stays open until ${end}: ${reason}`,
      path: `/proposals/${proposal.id}#vote`,
      cause: `round.extend:${id}`,
    });
    return allowed({ proposalId: proposal.id });
  },
  record: ({ until, reason }, _result, { round }) => ({
    subject: "proposal",
    subjectId: round.proposal.id,
    detail: { roundId: round.id, number: round.number, from: round.closesAt.toISOString(), until: until.toISOString(), reason },
  }),
});
