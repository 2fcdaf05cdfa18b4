import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { moveImport } from "~/domain/evaluation/import-stages";
import { lockImport, saveImportState } from "~/store/data.server";
import { isPerson } from "~/store/voting.server";

/** Takes an import back: its counts no longer stand, and those it replaced stand again. The rows are kept for the record. */
export const undoImport = command("data.import", {
  input: z.strictObject({ importId: z.string() }),
  load: async (db, { importId }) => {
    const found = await lockImport(db, importId);
    return found && { thing: { programId: found.programId }, found };
  },
  rule: ({ found }) => moveImport(found.state, "undo"),
  save: async (db, to, { actor, now }, { found }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const saved = await saveImportState(db, found.id, found.state, to, { undoneAt: now, undoneById: actor.personId, releasePending: true, beatAt: now });
    return saved ? allowed({ importId: found.id }) : refused("Someone was first: this import has moved on.");
  },
  record: (_to, { importId }, { found }) => ({ subject: "import", subjectId: importId, detail: { undone: found.number } }),
});
