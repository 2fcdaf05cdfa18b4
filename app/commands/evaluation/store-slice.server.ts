import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveImport, type ImportMove } from "~/domain/evaluation/import-stages";
import { insertCounts, lockImport, saveImportState, saveProgress, deleteCounts, type ImportNotes } from "~/store/data.server";

const row = z.strictObject({ row: z.number().int(), measureId: z.string(), organizationId: z.string(), period: z.string(), breakdown: z.string(), stratum: z.string(), numerator: z.number(), denominator: z.number().nullable() });

/** Stores a slice of an import that runs, or only how far it has come. Once it was cancelled, the slice is refused. The rows are their own record. */
export const storeSlice = command("data.import", {
  input: z.strictObject({ importId: z.string(), rowsDone: z.number().int(), rows: z.array(row) }),
  load: async (db, { importId }) => {
    const found = await lockImport(db, importId);
    return found && { thing: { programId: found.programId }, found };
  },
  rule: ({ found }, { rows, rowsDone }) => (found.state === "running" ? allowed({ rows, rowsDone }) : refused("This import does not run any more.")),
  save: async (db, { rows, rowsDone }, { now }, { found }) => {
    await insertCounts(db, found.id, rows);
    await saveProgress(db, found.id, rowsDone, now);
    return allowed({ importId: found.id });
  },
  record: () => null,
});

const notes = z.custom<ImportNotes>((value) => value !== null && typeof value === "object");

/** Ends an import that ran: all its rows are there, or some need mending and none is kept. */
export const endImport = command("data.import", {
  input: z.strictObject({ importId: z.string(), move: z.enum(["finish", "reject"]), rowsDone: z.number().int(), notes }),
  load: async (db, { importId }) => {
    const found = await lockImport(db, importId);
    return found && { thing: { programId: found.programId }, found };
  },
  rule: ({ found }, { move, ...rest }) => {
    const moved = moveImport(found.state, move satisfies ImportMove);
    return moved.ok ? allowed({ to: moved.value, ...rest }) : moved;
  },
  save: async (db, { to, notes: said, rowsDone }, { now }, { found }) => {
    if (to !== "done") await deleteCounts(db, found.id);
    const saved = await saveImportState(db, found.id, found.state, to, { notes: said, rowsDone, finishedAt: now, releasePending: to === "done", beatAt: now });
    return saved ? allowed({ importId: found.id }) : refused("This import does not run any more.");
  },
  record: ({ to, rowsDone, notes: said }, { importId }, { found }) => ({ subject: "import", subjectId: importId, detail: { version: found.number, ended: to, rows: rowsDone, toMend: said.problemCount ?? 0 } }),
});
