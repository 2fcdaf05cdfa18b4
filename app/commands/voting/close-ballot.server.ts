import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { countPoll, type PollTally } from "~/domain/voting/poll";
import { pollInWords } from "~/domain/voting/poll-words";
import { isOverdue, moveRound } from "~/domain/voting/stages";
import { tell } from "~/store/notices.server";
import { ballotBox, endRound, lockBallot, votersOf } from "~/store/voting.server";

/** Counts and closes a question of its own, under the lock that no ballot can pass. By hand before the deadline, by the clock after it. */
export const closeBallot = command("round.close", {
  input: z.strictObject({ ballotId: z.string().min(1) }),
  load: async (db, { ballotId }) => {
    const round = await lockBallot(db, ballotId, "update");
    return round && !round.proposal ? { thing: round.thing, round, box: await ballotBox(db, ballotId, round.programId, round.secret) } : null;
  },
  rule: ({ round, box }, _input, { actor, now }): Ruling<{ tally: PollTally; closedAt: Date }> => {
    const move = moveRound(round.state, "close");
    if (!move.ok) return refused(move.reason, move.status);
    const overdue = isOverdue({ state: round.state, now, closesAt: round.closesAt });
    if (actor.kind === "clock" && !overdue) return refused("This ballot is still open.");
    const ballots = round.secret ? box.secretVotes : box.votes;
    return allowed({ tally: countPoll(round.terms, ballots.map(({ choice }) => choice)), closedAt: overdue ? round.closesAt : now });
  },
  save: async (db, { tally, closedAt }, _moment, { round }) => {
    if (!(await endRound(db, round.id, { state: "closed", closedAt, result: tally }))) return refused("Someone was first: this ballot has already ended.");
    await tell(db, {
      programId: round.programId,
      personIds: [...(await votersOf(db, round.id)), round.openedById],
      body: `${round.question} ${pollInWords(round.terms, tally)}`,
      path: `/ballots/${round.id}`,
      cause: `round.close:${round.id}`,
    });
    return allowed({ ballotId: round.id });
  },
  record: ({ tally, closedAt }, _result, { round }) => ({
    subject: "ballot",
    subjectId: round.id,
    detail: { question: round.question, kind: round.terms.kind, closedAt: closedAt.toISOString(), voters: tally.voters, outcome: pollInWords(round.terms, tally) },
  }),
});
