import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { columnRoles, mappingFault } from "~/domain/evaluation/import-rows";
import { moveImport } from "~/domain/evaluation/import-stages";
import { lockImport, saveImportState } from "~/store/data.server";

/** Names the columns of a staged file and starts its import, which goes on in the background. */
export const startImport = command("data.import", {
  input: z.strictObject({
    importId: z.string(),
    roles: z.array(z.enum(columnRoles, { error: "Choose what the column is." })).max(200),
    measureId: z.string().max(64).default(""),
    organizationId: z.string().max(64).default(""),
    breakdown: z.string().trim().max(60, "Use at most 60 characters.").default(""),
  }),
  load: async (db, { importId }) => {
    const found = await lockImport(db, importId);
    return found && { thing: { programId: found.programId }, found };
  },
  rule: ({ found }, { importId: _id, ...mapping }) => {
    const moved = moveImport(found.state, "start");
    if (!moved.ok) return moved;
    if (mapping.roles.length !== found.header.length) return refused("Say of each column what it is.", 422, "roles-0");
    const fault = mappingFault(mapping);
    return fault ? refused(fault.reason, 422, fault.field) : allowed({ to: moved.value, mapping });
  },
  save: async (db, { to, mapping }, { now }, { found }) =>
    (await saveImportState(db, found.id, found.state, to, { mapping, beatAt: now })) ? allowed({ importId: found.id }) : refused("Someone was first: this import has moved on."),
  record: ({ mapping }, { importId }) => ({ subject: "import", subjectId: importId, detail: { started: mapping } }),
});
