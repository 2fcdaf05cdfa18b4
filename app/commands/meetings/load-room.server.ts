import { dayOf } from "~/domain/voting/deadline";
import type { Database } from "~/store/database.server";
import { lockMeeting } from "~/store/meetings.server";
import { askingFacts, electorate } from "~/store/rounds.server";

/** A meeting with the seats of its day, for what is entered in it. */
export async function loadRoom(db: Database, { meetingId }: { meetingId: string }) {
  const meeting = await lockMeeting(db, meetingId);
  const facts = meeting && (await askingFacts(db, meeting.programId));
  if (!meeting || !facts) return null;
  const seats = await electorate(db, meeting.programId, dayOf(meeting.startsAt, meeting.timeZone));
  const roll = seats.map(({ seatId, groupId, organizationId, organizationName, personId }) => ({ seatId, groupId, organizationId, organizationName, filled: Boolean(personId) }));
  return { thing: meeting.thing, meeting, seats, room: { rules: facts.charter.rules, groups: facts.groups, roll, present: meeting.attendance.map(({ seatId }) => seatId) } };
}
