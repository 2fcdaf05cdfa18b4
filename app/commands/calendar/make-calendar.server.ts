import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { saveCalendarFeed } from "~/store/calendar.server";
import { ownCalendar } from "./own-calendar";

/** Gives a person a new secret address for their calendar. The one before ends. Only its hash is kept. */
export const makeCalendar = command("calendar.make", {
  input: z.strictObject({}),
  load: ownCalendar,
  rule: ({ personId }) => allowed(personId),
  save: async (db, personId, { now }) => {
    const token = randomBytes(32).toString("base64url");
    await saveCalendarFeed(db, { personId, tokenHash: createHash("sha256").update(token).digest("hex"), createdAt: now });
    return allowed({ token });
  },
  record: (personId) => ({ subject: "person", subjectId: personId, detail: { calendar: "made" } }),
});
