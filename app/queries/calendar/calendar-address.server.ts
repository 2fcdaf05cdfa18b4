import { query } from "~/queries/query.server";
import { calendarSince } from "~/store/calendar.server";
import { programZone } from "~/store/documents.server";

/** Whether one has a calendar address. The address itself is kept nowhere. */
export const calendarAddress = query("calendar.make", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId, ownerIds: [actor.personId] }, since: await calendarSince(db, actor.personId), timeZone: await programZone(db, actor.programId) };
});
