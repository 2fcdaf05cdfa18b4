import { z } from "zod";
import { command } from "~/commands/command.server";
import { line, plainDay } from "~/domain/access/words";
import { allowed } from "~/domain/access/ruling";
import { insertContributor } from "~/store/plans.server";
import { loadPlan } from "./load-plan.server";

/** Adds somebody who works on the plan from a day, also after it was frozen: who works on a study changes, what was signed does not. */
export const addContributor = command("plan.write", {
  input: z.strictObject({ planId: z.string(), name: line("Write the name."), part: line("Say what this person does in the study."), from: plainDay("Give the first day.") }),
  load: async (db, { planId }) => loadPlan(db, planId),
  rule: (_loaded, input) => allowed(input),
  save: async (db, { planId, ...said }) => allowed({ planId, contributorId: await insertContributor(db, { planId, personId: null, ...said }) }),
  record: ({ name, part, from }, { planId }) => ({ subject: "plan", subjectId: planId, detail: { contributor: name, part, from } }),
});
