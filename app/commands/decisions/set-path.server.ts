import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { mostStages, pathFrom, typedStage } from "~/domain/decisions/path";
import { agencyById, possibleApprovers } from "~/store/acting-heads.server";
import { pathOf, savePath } from "~/store/stages.server";

/** An agency sets the stages that a text passes before its head adopts it, and its holidays. Decisions that were asked for already keep theirs. */
export const setPath = command("path.set", {
  input: z.strictObject({
    organizationId: z.string().min(1),
    version: z.coerce.number().int().min(0),
    stages: z.array(typedStage).max(mostStages + 2),
    holidays: z.string().max(4_000, "Keep the list of holidays shorter.").default(""),
  }),
  load: async (db, { organizationId }) => {
    const agency = await agencyById(db, organizationId);
    if (!agency) return null;
    const members = await possibleApprovers(db, agency.programId);
    return { thing: { programId: agency.programId, organizationId }, agency, members: new Set(members.map(({ id }) => id)), before: await pathOf(db, organizationId) };
  },
  rule: ({ agency, members, before }, { stages, holidays, version }) => {
    if (!agency.isAgency) return refused(`${agency.name} does not decide on policies, so it has no path.`);
    if (before.version !== version) return refused("Somebody changed this path after you opened it. Read the page again, then save yours.");
    const path = pathFrom(stages, holidays, members);
    return path.ok ? allowed({ ...path.value, version }) : path;
  },
  save: async (db, path, { now }, { agency }) => {
    if (!(await savePath(db, agency.id, path, now))) return refused("Somebody changed this path a moment ago. Read the page again, then save yours.");
    return allowed({ organizationId: agency.id });
  },
  record: ({ stages, holidays }, _result, { agency, before }) => ({ subject: "organization", subjectId: agency.id, detail: { agency: agency.name, stages, holidays, before: before.stages } }),
});
