import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { possibleSigners, saveSigners } from "~/store/plans.server";
import { loadPlan, notWritten } from "./load-plan.server";

/** Names the people who must all approve the plan before it is frozen. */
export const nameSigners = command("plan.write", {
  input: z.strictObject({ planId: z.string(), personIds: z.array(z.string().max(64)).max(40, "Name at most 40 people.").default([]) }),
  load: async (db, { planId }) => {
    const loaded = await loadPlan(db, planId);
    return loaded && { ...loaded, people: await possibleSigners(db, loaded.plan.programId) };
  },
  rule: ({ plan, people }, { personIds }) => {
    const no = notWritten(plan);
    if (no) return no;
    const chosen = people.filter(({ id }) => personIds.includes(id));
    return chosen.length === new Set(personIds).size ? allowed(chosen) : refused("Choose among the people of this program.", 422, "personIds");
  },
  save: async (db, chosen, _moment, { plan }) => {
    await saveSigners(db, plan.id, chosen.map(({ id }) => id));
    return allowed({ planId: plan.id });
  },
  record: (chosen, { planId }) => ({ subject: "plan", subjectId: planId, detail: { signers: chosen.map(({ name }) => name) } }),
});
