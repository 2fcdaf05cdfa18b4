import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveMeeting } from "~/domain/meetings/stages";
import { noticeRuling } from "~/domain/meetings/times";
import { agendaOf, lockMeeting, membersToNotice, saveMeeting } from "~/store/meetings.server";
import { tell } from "~/store/notices.server";

/** Publishes the notice of a meeting: every member is told, and under an open-meetings law the public too. The agenda stays as it is from then on. */
export const publishNotice = command("meeting.call", {
  input: z.strictObject({ meetingId: z.string().min(1) }),
  load: async (db, { meetingId }) => {
    const meeting = await lockMeeting(db, meetingId);
    return meeting && { thing: meeting.thing, meeting, agenda: await agendaOf(db, meetingId) };
  },
  rule: ({ meeting, agenda }, _input, { now }) => {
    const move = moveMeeting(meeting.state, "notice");
    if (!move.ok) return move;
    if (agenda.length === 0) return refused("Make the agenda before you publish the notice. It tells members what will be decided.");
    const ruling = noticeRuling({ startsAt: meeting.startsAt, now, ...meeting.rule });
    return ruling.ok ? move : ruling;
  },
  save: async (db, state, { now }, { meeting }) => {
    if (!(await saveMeeting(db, meeting.id, meeting.state, { state, noticedAt: now, published: meeting.rule.openMeetings }))) return refused("Someone was first: this meeting has moved on meanwhile.");
    await tell(db, { programId: meeting.programId, personIds: await membersToNotice(db, meeting.programId), body: `Notice of a meeting: ${meeting.title}. Its agenda is published.`, path: `/meetings/${meeting.id}`, cause: `meeting.notice:${meeting.id}` });
    return allowed({ meetingId: meeting.id });
  },
  record: (_change, { meetingId }, { meeting, agenda }) => ({ subject: "meeting", subjectId: meetingId, detail: { notice: meeting.title, startsAt: meeting.startsAt.toISOString(), agenda: agenda.map(({ title }) => title) } }),
});
