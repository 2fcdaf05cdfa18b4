import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programFront } from "~/store/home.server";
import { newestFindings } from "~/store/findings.server";
import { feedEvents } from "~/store/recommendations.server";

/** What is new in the library: editions that agencies adopted, what they declined, findings that came out, and answers that are overdue. */
export const libraryFeed = query("edition.read", async (db, _input: null) => {
  const now = await databaseTime(db);
  const [{ adoptions, overdue, declined }, findings, program] = await Promise.all([feedEvents(db, now, 60), newestFindings(db, 60), programFront(db)]);
  return { thing: { programId: null }, now, program: program && { name: program.name, timeZone: program.timeZone }, adoptions, overdue, declined, findings };
});
