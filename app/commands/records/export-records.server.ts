import { z } from "zod";
import { allowed } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { wholeChain } from "~/store/records.server";

/** The chain as a file that `npm run verify` checks with nothing but Node. That somebody took it is itself a record. */
export const exportRecords = command("record.export", {
  input: z.strictObject({}),
  load: async (db, _input, actor) => {
    if (actor.kind !== "person") return { thing: { programId: null }, records: [] };
    return { thing: { programId: actor.programId }, records: await wholeChain(db, actor.programId) };
  },
  rule: (loaded) => allowed(loaded.records),
  save: async (_db, records) => {
    const last = records.at(-1);
    return allowed({ format: "concord-records-1", head: last ? { sequence: last.sequence, hash: last.hash } : null, records: records.map((record) => ({ ...record, at: record.at.toISOString() })) });
  },
  record: (records) => ({ subject: "records", subjectId: "", detail: { records: records.length } }),
});
