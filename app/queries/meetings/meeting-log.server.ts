import { query } from "~/queries/query.server";
import { outcomeInWords } from "~/domain/voting/conditions";
import { databaseTime } from "~/store/database.server";
import { publicMeetings } from "~/store/meetings.server";

/** The public log of meetings under an open-meetings law: each notice with its agenda, what was voted on in it, and when its minutes came. */
export const meetingLog = query("meeting.log", async (db, _input: null) => {
  const meetings = await publicMeetings(db, 200);
  return {
    thing: { programId: null },
    now: await databaseTime(db),
    meetings: meetings.map(({ votes, agenda, ...meeting }) => ({
      ...meeting,
      agenda: agenda.map(({ title }) => title),
      votes: votes.flatMap(({ proposal, tally, openedAt, closedAt }) => (proposal ? [{ words: `Proposal ${proposal.number}: ${proposal.title}`, outcome: tally ? outcomeInWords(tally) : "Open", openedAt, closedAt }] : [])),
    })),
  };
});
