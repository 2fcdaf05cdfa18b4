import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { deleteCalendarFeed } from "~/store/calendar.server";
import { ownCalendar } from "./own-calendar";

/** Ends a person's calendar address. Pressed twice, it is ended all the same. */
export const endCalendar = command("calendar.make", {
  input: z.strictObject({}),
  load: ownCalendar,
  rule: ({ personId }) => allowed(personId),
  save: async (db, personId) => allowed({ ended: await deleteCalendarFeed(db, personId) }),
  record: (personId, { ended }) => (ended ? { subject: "person", subjectId: personId, detail: { calendar: "ended" } } : null),
});
