import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveMeeting } from "~/domain/meetings/stages";
import { endingRuling } from "~/domain/meetings/times";
import { hasOpenVote, saveMeeting } from "~/store/meetings.server";
import { loadRoom } from "./load-room.server";

/** Publishes the minutes: who was present, each motion with its tally, and what else is to be kept. Nothing is entered after it. */
export const publishMinutes = command("meeting.minute", {
  input: z.strictObject({ meetingId: z.string().min(1), notes: z.string().trim().max(20_000, "Keep the notes below 20,000 characters.").default("") }),
  load: async (db, asked) => {
    const room = await loadRoom(db, asked);
    return room && { ...room, voting: await hasOpenVote(db, asked.meetingId) };
  },
  rule: ({ meeting, voting }, { notes }) => {
    const move = moveMeeting(meeting.state, "minute");
    if (!move.ok) return move;
    if (meeting.attendance.length === 0) return refused("Enter who was present before you publish the minutes.");
    const ending = endingRuling(voting);
    return ending.ok ? allowed({ state: move.value, notes }) : ending;
  },
  save: async (db, { state, notes }, { now }, { meeting }) => {
    if (!(await saveMeeting(db, meeting.id, meeting.state, { state, notes, minutesAt: now }))) return refused("Someone was first: this meeting has moved on meanwhile.");
    return allowed({ meetingId: meeting.id });
  },
  record: ({ notes }, { meetingId }, { meeting }) => ({ subject: "meeting", subjectId: meetingId, detail: { minutes: meeting.title, present: meeting.attendance.length, notes } }),
});
