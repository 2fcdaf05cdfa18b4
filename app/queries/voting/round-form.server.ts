import { can } from "~/domain/access/may";
import { daysLater, wallClockOf } from "~/domain/voting/deadline";
import { undecidedIn } from "~/queries/drafting/undecided.server";
import { query } from "~/queries/query.server";
import { roundsOf } from "~/store/ballots.server";
import { databaseTime } from "~/store/database.server";
import { electorate, proposalForRound } from "~/store/rounds.server";
import { roundById } from "~/store/voting.server";
import { dayOf } from "~/domain/voting/deadline";
import { ballotFor } from "./proposal-page.server";

/** What a coordinator sees before a vote opens: until when, for whom, under which charter. */
export const openingForm = query("round.open", async (db, { proposalId }: { proposalId: string }) => {
  const proposal = await proposalForRound(db, proposalId);
  if (!proposal) return null;
  const { thing, id, number, title, timeZone, charter, nextRound } = proposal;
  const now = await databaseTime(db);
  const roll = await electorate(db, proposal.programId, dayOf(now, timeZone));
  const groups = [...new Set(roll.map(({ groupName }) => groupName))].map((name) => ({ name, seats: roll.filter(({ groupName, personId }) => groupName === name && personId).length }));
  const closesAt = daysLater(now, charter.rules.votingDays, timeZone);
  return { thing, proposal: { id, number, title }, nextRound, timeZone, now, closesAt, localClosesAt: wallClockOf(closesAt, timeZone), charterVersion: charter.version, votingDays: charter.rules.votingDays, groups, undecided: await undecidedIn(db, proposal.draftId) };
});

/** A round with its proposal, for the small pages about it, and the reader's own ballot. */
export const roundForm = query("proposal.read", async (db, { roundId }: { roundId: string }, actor) => {
  const found = await roundById(db, roundId);
  if (!found) return null;
  const { thing, proposal, id, number, state, closesAt } = found;
  const round = (await roundsOf(db, proposal.id)).find((one) => one.id === roundId) ?? null;
  return {
    thing,
    now: await databaseTime(db),
    timeZone: proposal.timeZone,
    proposal: { id: proposal.id, number: proposal.number, title: proposal.title },
    round: { id, number, state, closesAt },
    ballot: round && actor.kind === "person" ? await ballotFor(db, round, actor) : null,
    may: { close: can(actor, "round.close", thing), void: can(actor, "round.void", thing) },
  };
});
