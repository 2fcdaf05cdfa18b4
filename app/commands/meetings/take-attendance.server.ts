import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveMeeting } from "~/domain/meetings/stages";
import { replaceAttendance } from "~/store/meetings.server";
import { loadRoom } from "./load-room.server";

/** Enters which seats are present, from the start of the meeting until its minutes. It replaces what was entered before. */
export const takeAttendance = command("meeting.minute", {
  input: z.strictObject({ meetingId: z.string().min(1), seatIds: z.array(z.string().min(1)).max(500).default([]) }),
  load: loadRoom,
  rule: ({ meeting, seats }, { seatIds }, { now }) => {
    const move = moveMeeting(meeting.state, "record");
    if (!move.ok) return move;
    if (now.getTime() < meeting.startsAt.getTime()) return refused("This meeting has not begun. Enter who is present when it does.");
    const present = seats.filter(({ seatId, personId }) => personId && seatIds.includes(seatId));
    if (present.length !== new Set(seatIds).size) return refused("One of these seats is vacant or no longer votes. Load the page again.", 422, "seatIds");
    return present.length > 0 ? allowed(present) : refused("Choose who is present.", 422, "seatIds");
  },
  save: async (db, present, _moment, { meeting }) => {
    await replaceAttendance(db, meeting.id, present.map(({ seatId, seatTitle, personName, groupId, groupName, organizationId, organizationName }) => ({ seatId, seatTitle, personName, groupId, groupName, organizationId, organizationName })));
    return allowed({ meetingId: meeting.id });
  },
  record: (present, { meetingId }) => ({ subject: "meeting", subjectId: meetingId, detail: { present: present.map(({ personName, seatTitle }) => `${personName}, ${seatTitle}`) } }),
});
