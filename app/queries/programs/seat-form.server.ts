import { dayIn } from "~/domain/library/in-force";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { organizationsOf, programOf } from "~/store/programs.server";

export const seatForm = query("seat.add", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const [program, organizations, now] = await Promise.all([programOf(db, actor.programId), organizationsOf(db, actor.programId), databaseTime(db)]);
  return program && { thing: { programId: program.id }, organizations, today: dayIn(program.timeZone, now) };
});
