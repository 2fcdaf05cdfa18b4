import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveImport } from "~/domain/evaluation/import-stages";
import { deleteCounts, lockImport, saveImportState } from "~/store/data.server";

/** Stops an import, before it began or while it runs; nothing of it is kept. */
export const cancelImport = command("data.import", {
  input: z.strictObject({ importId: z.string() }),
  load: async (db, { importId }) => {
    const found = await lockImport(db, importId);
    return found && { thing: { programId: found.programId }, found };
  },
  rule: ({ found }) => moveImport(found.state, "cancel"),
  save: async (db, to, { now }, { found }) => {
    await deleteCounts(db, found.id);
    return (await saveImportState(db, found.id, found.state, to, { finishedAt: now })) ? allowed({ importId: found.id }) : refused("Someone was first: this import has moved on.");
  },
  record: (_to, { importId }) => ({ subject: "import", subjectId: importId, detail: { cancelled: true } }),
});
