import { randomUUID } from "node:crypto";
import { can } from "~/domain/access/may";
import { namesOfGroups, seatsOfRoll } from "~/domain/voting/ballot-wishes";
import { extendingPower, openingPower } from "~/domain/voting/charter-powers";
import { dayOf, daysLater, wallClockOf } from "~/domain/voting/deadline";
import { secrecyOf } from "~/domain/voting/secrecy";
import { undecidedIn } from "~/queries/drafting/undecided.server";
import { votingMeeting } from "~/queries/meetings/voting-meeting.server";
import { query } from "~/queries/query.server";
import { seatsToRecord } from "~/store/ballots.server";
import { databaseTime } from "~/store/database.server";
import { meetingsAt } from "~/store/meetings.server";
import { electorate, proposalForRound } from "~/store/rounds.server";
import { ballotById, roundById } from "~/store/voting.server";
import { ballotFor } from "./ballot-for.server";

/** What a coordinator sees before a vote opens: until when, for whom, under which charter. */
export const openingForm = query("round.open", async (db, { proposalId }: { proposalId: string }, actor) => {
  const proposal = await proposalForRound(db, proposalId);
  if (!proposal) return null;
  const { thing, id, number, title, timeZone, charter, nextRound } = proposal;
  const now = await databaseTime(db);
  const roll = await electorate(db, proposal.programId, dayOf(now, timeZone));
  const groups = [...new Set(roll.map(({ groupName }) => groupName))].map((name) => ({ name, seats: roll.filter(({ groupName, personId }) => groupName === name && personId).length }));
  const closesAt = daysLater(now, charter.rules.votingDays, timeZone);
  return { thing, proposal: { id, number, title }, nextRound, timeZone, now, closesAt, localClosesAt: wallClockOf(closesAt, timeZone), power: openingPower(charter.rules, actor), charterVersion: charter.version, votingDays: charter.rules.votingDays, rules: { reasons: charter.rules.reasons, results: charter.rules.results }, groups, secrecy: secrecyOf("consent", charter.rules, seatsOfRoll(roll), namesOfGroups(roll)), meetings: await meetingsAt(db, proposal.programId, now), votingMeeting: await votingMeeting(db, proposal.programId, now), mayCall: can(actor, "meeting.call", thing), undecided: await undecidedIn(db, proposal.draftId) };
});

/** What a coordinator sees before more time is given to an open vote. */
export const extensionForm = query("round.extend", async (db, { roundId }: { roundId: string }, actor) => {
  const round = await roundById(db, roundId);
  return round && { ...aboutRound(round), now: await databaseTime(db), power: extendingPower(round.charter.rules, actor) };
});

/** Whose call a coordinator may record in an open vote. */
export const phoneVoteForm = query("vote.record", async (db, { roundId }: { roundId: string }, actor) => {
  const round = await roundById(db, roundId);
  if (!round) return null;
  const open = round.state === "open" && !round.secret && round.charter.rules.phoneVotes === "recorded";
  return { ...aboutRound(round), now: await databaseTime(db), requestId: randomUUID(), reasons: round.charter.rules.reasons, kind: round.kind, open, seats: open && actor.kind === "person" ? await seatsToRecord(db, roundId, actor.personId) : [] };
});

function aboutRound({ thing, proposal, id, number, state, closesAt }: NonNullable<Awaited<ReturnType<typeof roundById>>>) {
  return {
    thing,
    timeZone: proposal.timeZone,
    proposal: { id: proposal.id, number: proposal.number, title: proposal.title },
    round: { id, number, state, closesAt, localClosesAt: wallClockOf(closesAt, proposal.timeZone) },
  };
}

/** A ballot of any kind with what it is about, for the small pages about it, and the reader's own. */
export const roundForm = query("ballot.read", async (db, { roundId }: { roundId: string }, actor) => {
  const round = await ballotById(db, roundId);
  if (!round) return null;
  const { thing, id, number, state, closesAt, proposal, title, path, question, timeZone } = round;
  return {
    thing,
    now: await databaseTime(db),
    timeZone,
    subject: { title, path, question: proposal ? `Should the change be made as proposed: ${proposal.title}?` : question },
    round: { id, number, state, closesAt, onProposal: proposal !== null },
    ballot: actor.kind === "person" ? await ballotFor(db, round, actor) : null,
    may: { close: can(actor, "round.close", thing), void: can(actor, "round.void", thing) },
  };
});
