import { query } from "~/queries/query.server";
import { recordsOf, type RecordFilter } from "~/store/records.server";

export const recordsPageLength = 50;

/** The program's records, newest first, with filters. */
export const recordsPage = query("record.read", async (db, filter: Omit<RecordFilter, "programId">, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, records: [], more: false };
  const rows = await recordsOf(db, { ...filter, programId: actor.programId }, recordsPageLength + 1);
  return { thing: { programId: actor.programId }, records: rows.slice(0, recordsPageLength), more: rows.length > recordsPageLength };
});
