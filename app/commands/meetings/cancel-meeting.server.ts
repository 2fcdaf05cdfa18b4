import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveMeeting } from "~/domain/meetings/stages";
import { endingRuling } from "~/domain/meetings/times";
import { hasOpenVote, lockMeeting, membersToNotice, saveMeeting } from "~/store/meetings.server";
import { tell } from "~/store/notices.server";

/** Cancels a meeting. Whoever got its notice is told why. */
export const cancelMeeting = command("meeting.call", {
  input: z.strictObject({ meetingId: z.string().min(1), reason: z.string().trim().min(1, "Say why it is cancelled. Every member will read it.").max(1000, "Keep the reason below 1,000 characters.") }),
  load: async (db, { meetingId }) => {
    const meeting = await lockMeeting(db, meetingId);
    return meeting && { thing: meeting.thing, meeting, voting: await hasOpenVote(db, meetingId) };
  },
  rule: ({ meeting, voting }, { reason }) => {
    const move = moveMeeting(meeting.state, "cancel");
    if (!move.ok) return move;
    const ending = endingRuling(voting);
    return ending.ok ? allowed({ state: move.value, reason }) : ending;
  },
  save: async (db, { state, reason }, _moment, { meeting }) => {
    if (!(await saveMeeting(db, meeting.id, meeting.state, { state, cancelledReason: reason }))) return refused("Someone was first: this meeting has moved on meanwhile.");
    if (meeting.state === "noticed")
      await tell(db, { programId: meeting.programId, personIds: await membersToNotice(db, meeting.programId), body: `The meeting ${meeting.title} is cancelled: ${reason}`, path: `/meetings/${meeting.id}`, cause: `meeting.cancel:${meeting.id}` });
    return allowed({ meetingId: meeting.id });
  },
  record: ({ reason }, { meetingId }) => ({ subject: "meeting", subjectId: meetingId, detail: { cancelled: reason } }),
});
