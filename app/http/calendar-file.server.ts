import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { CalendarEntry } from "~/domain/calendar/entry";
import { ownAddress } from "./redirect.server";

/** Dates as an iCalendar file. Every instant is written in UTC, so that no calendar needs to know our zones to be right. */
export function calendarFile({ program, entries, now }: { program: string; entries: readonly CalendarEntry[]; now: Date }): Response {
  const host = new URL(ownAddress("/")).hostname;
  const calendar = ical({ name: oneLine(program), prodId: { company: "Concord", product: "Concord", language: "EN" }, method: ICalCalendarMethod.PUBLISH, ttl: 3_600 });
  for (const { id, at, until, title, place, path, sequence, cancelled } of entries)
    calendar.createEvent({
      id: `${id}@${host}`,
      stamp: now,
      start: at,
      ...(until ? { end: until } : {}),
      summary: oneLine(title),
      ...(place ? { location: oneLine(place) } : {}),
      url: ownAddress(`/sign-in?next=${encodeURIComponent(path)}`),
      sequence,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return new Response(`${calendar.toString()}\r\n`, {
    headers: { "Content-Type": "text/calendar; charset=utf-8", "Content-Disposition": 'inline; filename="deadlines.ics"', "Cache-Control": "private, no-store" },
  });
}

/** A title cannot begin a line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
}
