import { redline } from "~/editor/redline";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { draftReading } from "~/store/readings.server";
import { draftFacts } from "./draft-facts";

/** What changed in a working text since the reader last had it open; null in `since` when this is the first time. */
export const sinceRead = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  if (!place || actor.kind !== "person") return null;
  const reading = await draftReading(db, actor.personId, draftId);
  const clauses = reading ? await clausesChanged(db, draftId, reading.version, place.version) : 0;
  return { thing: place.thing, draftId, timeZone: draftFacts(place).timeZone, now: await databaseTime(db), version: place.version, since: reading && { ...reading, clauses } };
});

async function clausesChanged(db: Database, draftId: string, from: number, to: number): Promise<number> {
  if (from >= to) return 0;
  const [before, after] = await Promise.all([draftRows(db, draftId, from), draftRows(db, draftId, to)]);
  return before && after ? redline(workingText(before).content, workingText(after).content).changes.length : 0;
}
