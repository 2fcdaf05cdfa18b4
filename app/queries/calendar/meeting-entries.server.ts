import { can, type Actor } from "~/domain/access/may";
import { sequenceOf, type CalendarEntry } from "~/domain/calendar/entry";
import { meetingDates } from "~/store/calendar.server";
import type { Database } from "~/store/database.server";

/** The meetings of the program whose notice is out. One that is only planned may still come to nothing. */
export async function meetingEntries(db: Database, actor: Extract<Actor, { kind: "person" }>, since: Date): Promise<CalendarEntry[]> {
  if (!can(actor, "meeting.read", { programId: actor.programId })) return [];
  const meetings = await meetingDates(db, { programId: actor.programId, since });
  return meetings.map(({ id, title, place, startsAt, endsAt, noticedAt, state }) => {
    const cancelled = state === "cancelled";
    return { id: `meeting-${id}`, at: startsAt, until: endsAt, title, place, path: `/meetings/${id}`, sequence: sequenceOf({ begun: noticedAt ?? startsAt, at: startsAt, cancelled }), cancelled };
  });
}
