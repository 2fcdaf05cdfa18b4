import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { allowed, refused } from "~/domain/access/ruling";
import { firstGroups } from "~/domain/programs/first-groups";
import { defaultRules } from "~/domain/voting/charter";
import { command } from "~/commands/command.server";
import { insertProgram, programExists } from "~/store/founding.server";

const threeDays = 72 * 3_600_000;

/** Founds the program in an empty workplace, and gives the single-use token that invites its first administrator. */
export const foundProgram = command("program.found", {
  input: z.strictObject({
    name: z.string().trim().min(1, "Name the program.").max(120),
    timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "Give a time zone such as America/Chicago."),
    organization: z.strictObject({ name: z.string().trim().min(1), shortName: z.string().trim().min(1), group: z.string() }),
    administrator: z.strictObject({ name: z.string().trim().min(1), email: z.email() }),
  }),
  load: async (db) => ({ thing: { programId: null }, exists: await programExists(db) }),
  rule: ({ exists }, input) => (exists ? refused("This workplace has its program already.") : allowed(input)),
  save: async (db, { name, timeZone, organization, administrator }, { now }) => {
    const token = randomBytes(32).toString("base64url");
    const founded = await insertProgram(db, {
      program: { name, timeZone },
      groups: firstGroups,
      organization,
      administrator: { ...administrator, email: administrator.email.toLowerCase(), tokenHash: createHash("sha256").update(token).digest("hex"), invitedAt: now, expiresAt: new Date(now.getTime() + threeDays) },
      charter: defaultRules,
    });
    return founded ? allowed({ ...founded, token }) : refused("This workplace has its program already.");
  },
  record: ({ name }, { programId }) => ({ subject: "program", subjectId: programId, detail: { name }, programId }),
});
