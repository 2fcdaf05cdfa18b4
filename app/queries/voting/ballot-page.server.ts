import { can } from "~/domain/access/may";
import { wallClockOf } from "~/domain/voting/deadline";
import type { BallotTerms } from "~/domain/voting/kinds";
import { choiceInWords } from "~/domain/voting/marks";
import { countPoll, type PollTally } from "~/domain/voting/poll";
import { resultsShown } from "~/domain/voting/results";
import { query } from "~/queries/query.server";
import { ownBallot, groupFaces, publishedBallots, votesWithReasons } from "~/store/ballots.server";
import { questionFacts } from "~/store/ballot-lists.server";
import { databaseTime } from "~/store/database.server";
import { ballotById, ballotBox } from "~/store/voting.server";
import { ballotFor } from "./ballot-for.server";

export type BallotPage = Extract<Awaited<ReturnType<typeof ballotPage>>, { ok: true }>["value"];

/** Under so many ballots it is not said how many came in, so that nobody is told apart by when they did. */
const fewest = 3;

/** A question of its own: the ballot, and its result for those who may see it now. */
export const ballotPage = query("ballot.read", async (db, { ballotId }: { ballotId: string }, actor) => {
  const round = await ballotById(db, ballotId);
  if (!round || round.proposal) return null;
  const { terms, rules, state, secret } = round;
  const own = actor.kind === "person" ? await ownBallot(db, ballotId, actor.personId) : null;
  const shown = resultsShown({ rules, roundState: state, hasVoted: own?.vote != null });
  const [now, facts, faces] = await Promise.all([databaseTime(db), questionFacts(db, ballotId, round.openedById), groupFaces(db, round.programId)]);
  const box = shown && !round.result ? await ballotBox(db, ballotId, round.programId) : null;
  const tally = round.result ? (round.result as PollTally) : box && countPoll(terms, box.votes.map(({ choice }) => choice));
  const votes = shown && !secret ? await votesWithReasons(db, ballotId) : [];
  const published = shown && secret ? await publishedBallots(db, ballotId) : [];
  return {
    thing: round.thing,
    now,
    timeZone: round.timeZone,
    faces,
    round: { id: round.id, question: round.question, explanation: round.explanation, terms, state, secret, openedAt: round.openedAt, closesAt: round.closesAt, closedAt: round.closedAt, results: rules.results, reasons: rules.reasons },
    opener: facts.opener,
    proposals: facts.proposals,
    turnout: { seats: facts.seats, voted: secret && state === "open" && facts.voted < fewest ? null : facts.voted },
    ballot: state === "open" && actor.kind === "person" ? await ballotFor(db, round, actor) : null,
    tally: shown ? tally : null,
    votes: votes.map((vote) => ({ ...vote, said: choiceInWords(terms, vote.choice) })),
    published: published.map((ballot) => ({ ...ballot, said: choiceInWords(terms, ballot.choice) })),
    meetingTimes: tally?.kind === "time" && state === "closed" && can(actor, "meeting.call", round.thing) ? timesFor(terms.options, tally.leaders, now, round.timeZone) : [],
    may: { close: state === "open" && can(actor, "round.close", round.thing) },
  };
});

/** The times that suited most and are still to come, as the form of a meeting takes them. */
function timesFor(options: BallotTerms["options"], leaders: readonly string[], now: Date, timeZone: string) {
  return options.flatMap(({ id, label, at }) => (at && leaders.includes(id) && new Date(at) > now ? [{ label, begins: wallClockOf(new Date(at), timeZone) }] : []));
}
