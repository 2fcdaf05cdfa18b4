import { createHash } from "node:crypto";
import type { Actor } from "~/domain/access/may";
import type { CalendarEntry } from "~/domain/calendar/entry";
import { query } from "~/queries/query.server";
import { accountById } from "~/store/access.server";
import { personOfCalendar } from "~/store/calendar.server";
import { databaseTime, type Database } from "~/store/database.server";
import { programFront } from "~/store/home.server";
import { courseEntries } from "./course-entries.server";
import { decisionEntries } from "./decision-entries.server";
import { meetingEntries } from "./meeting-entries.server";
import { voteEntries } from "./vote-entries.server";

type PersonActor = Extract<Actor, { kind: "person" }>;

/** What puts dates into a calendar. Each asks what its person may see. */
const sources: readonly ((db: Database, actor: PersonActor, since: Date) => Promise<CalendarEntry[]>)[] = [voteEntries, decisionEntries, meetingEntries, courseEntries];

const monthsBack = 90 * 86_400_000;

/** The dates of the person whose secret address was asked for, as they may see them now. A suspended person has none. */
export const calendarFeed = query("calendar.read", async (db, { token }: { token: string }) => {
  const personId = await personOfCalendar(db, createHash("sha256").update(token).digest("hex"));
  const actor = personId ? (await accountById(db, personId))?.actor : null;
  if (!actor) return null;
  const now = await databaseTime(db);
  const program = await programFront(db, actor.programId);
  const entries = await Promise.all(sources.map((source) => source(db, actor, new Date(now.getTime() - monthsBack))));
  return { thing: { programId: null }, program: program?.name ?? "", now, entries: entries.flat() };
});
