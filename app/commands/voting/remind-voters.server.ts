import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { reminderCause, reminderDue, reminderHours } from "~/domain/notices/reminders";
import { database } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { roundsClosingSoon, votersToRemind } from "~/store/reminders.server";
import { lockBallot } from "~/store/voting.server";

/** Reminds those on the roll of a vote who have not voted: three days and one day before it closes. */
const remindOfRound = command("round.remind", {
  input: z.strictObject({ roundId: z.string().min(1) }),
  load: async (db, { roundId }) => {
    const round = await lockBallot(db, roundId, "share");
    return round && { thing: round.thing, round };
  },
  rule: ({ round }, _input, { now }) => {
    const before = round.state === "open" ? reminderDue({ openedAt: round.openedAt, closesAt: round.closesAt, now }) : null;
    return before === null ? refused("No reminder is due.", 422) : allowed({ before, cause: reminderCause(round.id, round.closesAt, before) });
  },
  save: async (db, { before, cause }, _moment, { round: { id, programId, path, title } }) => {
    const personIds = await votersToRemind(db, id, cause);
    if (personIds.length === 0) return refused("Everybody has voted or was reminded.", 422);
    const left = before === 24 ? "in one day or less" : "in three days or less";
    const body = `The vote closes ${left}, and your seat has not voted yet. ${title}`;
    await tell(db, { programId, personIds, body, path: `${path}#ballot`, cause, kind: "vote", urgent: true });
    return allowed({ reminded: personIds.length });
  },
  record: ({ before }, { reminded }, { round }) => ({ subject: round.proposal ? "proposal" : "round", subjectId: round.proposal?.id ?? round.id, detail: { roundId: round.id, hoursBefore: before, reminded } }),
});

/** Every reminder that is due now. Gives the number of votes that somebody was reminded of. */
export async function remindVoters(): Promise<number> {
  let reminded = 0;
  for (const { id, programId } of await roundsClosingSoon(database(), Math.max(...reminderHours))) {
    const outcome = await remindOfRound({ kind: "clock", programId }, { roundId: id });
    if (outcome.ok) reminded += 1;
  }
  return reminded;
}
