import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { participationOf } from "~/store/participation.server";
import { programOf } from "~/store/programs.server";

/** How many years back the page goes, at most. */
const mostYears = 5;

/** Who takes part in votes, by group, organization, person and quarter. Only closed votes, so that no open one is told about. */
export const participationPage = query("program.read", async (db, { years }: { years: number }, actor) => {
  if (actor.kind !== "person") return null;
  const program = await programOf(db, actor.programId);
  if (!program) return null;
  const back = Math.min(Math.max(1, years), mostYears);
  const since = new Date((await databaseTime(db)).getTime() - back * 366 * 86_400_000);
  return { thing: { programId: actor.programId }, program, years: back, rows: await participationOf(db, { programId: program.id, organizationId: actor.organizationId, since, timeZone: program.timeZone }) };
});
