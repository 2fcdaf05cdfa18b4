import { can, type Actor } from "~/domain/access/may";
import { sequenceOf, type CalendarEntry } from "~/domain/calendar/entry";
import { dayOf, instantOf } from "~/domain/voting/deadline";
import { courseDates } from "~/store/courses.server";
import type { Database } from "~/store/database.server";
import { programZone } from "~/store/documents.server";

/** The days of the courses that somebody runs, from morning to late afternoon in the program's time zone. Who is on their lists is not in it. */
export async function courseEntries(db: Database, actor: Extract<Actor, { kind: "person" }>, since: Date): Promise<CalendarEntry[]> {
  if (!can(actor, "course.run", { programId: actor.programId })) return [];
  const timeZone = await programZone(db, actor.programId);
  const courses = await courseDates(db, actor.programId, dayOf(since, timeZone));
  return courses.flatMap(({ id, title, place, stage, days }) =>
    days.flatMap((day, nth) => {
      const [begins, ends] = [instantOf(`${day}T08:00`, timeZone, "day"), instantOf(`${day}T17:00`, timeZone, "day")];
      if (!begins.ok || !ends.ok) return [];
      const cancelled = stage === "cancelled";
      return [{ id: `course-${id}-${day}`, at: begins.value, until: ends.value, title: `${title}, day ${nth + 1} of ${days.length}`, place, path: `/training/courses/${id}`, sequence: sequenceOf({ begun: begins.value, at: begins.value, cancelled }), cancelled }];
    }),
  );
}
