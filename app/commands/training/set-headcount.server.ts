import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { assignments, shifts } from "~/domain/training/assignment";
import { saveHeadcount } from "~/store/trainees.server";

const count = (empty: string) => z.string({ error: empty }).trim().regex(/^\d{1,5}$/, empty).transform(Number);

/** Says how many people of one's own organization serve on a shift, and which share of them is to be trained. */
export const setHeadcount = command("headcount.set", {
  input: z.strictObject({
    assignment: z.enum(assignments, { error: "Choose what they do." }),
    shift: z.enum(shifts, { error: "Choose the shift." }),
    staff: count("Write how many people serve there, as a whole number."),
    target: count("Write the target in percent, as a whole number."),
  }),
  load: async (_db, _input, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, organizationId: actor.organizationId } : null),
  rule: ({ organizationId }, headcount) => (headcount.target > 100 ? refused("A target is at most 100 percent.", 422, "target") : allowed({ ...headcount, organizationId })),
  save: async (db, headcount, { now }) => {
    await saveHeadcount(db, { ...headcount, at: now });
    return allowed({ organizationId: headcount.organizationId });
  },
  record: ({ organizationId, ...headcount }) => ({ subject: "organization", subjectId: organizationId, detail: headcount }),
});
