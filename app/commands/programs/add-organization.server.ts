import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line } from "~/domain/access/words";
import { groupsOf, insertOrganization } from "~/store/programs.server";

export const addOrganization = command("organization.add", {
  input: z.strictObject({
    name: line("Name the organization."),
    shortName: line("Give a short name.", 24),
    groupId: chosen("Choose a group."),
    decides: z.enum(["yes", "no"], { error: "Say whether it decides on policies." }),
  }),
  load: async (db, { groupId }, actor) => {
    if (actor.kind !== "person") return null;
    const group = (await groupsOf(db, actor.programId)).find(({ id }) => id === groupId);
    return group ? { thing: { programId: actor.programId } } : null;
  },
  rule: ({ thing }, { decides, ...organization }) => allowed({ ...organization, programId: thing.programId, isAgency: decides === "yes" }),
  save: async (db, organization) => {
    const made = await insertOrganization(db, organization);
    return made ? allowed({ organizationId: made.id }) : refused(`${organization.name} is in the program already.`, 409, "name");
  },
  record: ({ name, groupId, isAgency }, { organizationId }) => ({ subject: "organization", subjectId: organizationId, detail: { name, groupId, isAgency } }),
});
