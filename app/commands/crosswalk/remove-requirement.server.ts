import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { deleteRequirement, requirementById } from "~/store/crosswalk.server";

/** Takes away a requirement that was entered by mistake. One that a clause answers stays. */
export const removeRequirement = command("standard.write", {
  input: z.strictObject({ requirementId: z.string().max(64) }),
  load: async (db, { requirementId }) => {
    const requirement = await requirementById(db, requirementId);
    return requirement && { thing: { programId: requirement.standard.programId }, requirement };
  },
  rule: ({ requirement }) => allowed(requirement),
  save: async (db, { id, standard }) => ((await deleteRequirement(db, id)) ? allowed({ standardId: standard.id }) : refused("A clause answers this requirement. Take its proofs away first.")),
  record: ({ id, reference, words, standard }) => ({ subject: "requirement", subjectId: id, detail: { removed: reference, words, standard: standard.name } }),
});
