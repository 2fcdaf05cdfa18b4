import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { plainDay } from "~/domain/access/words";
import { contributorById, endContributor } from "~/store/plans.server";
import { loadPlan } from "./load-plan.server";

/** Writes the last day of a contributor, who stays on the list with both days. */
export const endContribution = command("plan.write", {
  input: z.strictObject({ contributorId: z.string(), until: plainDay("Give the last day.") }),
  load: async (db, { contributorId }) => {
    const contributor = await contributorById(db, contributorId);
    const loaded = contributor && (await loadPlan(db, contributor.planId));
    return loaded && contributor ? { ...loaded, contributor } : null;
  },
  rule: ({ contributor }, { until }) => (until < contributor.from.toISOString().slice(0, 10) ? refused("The last day is before the first.", 422, "until") : allowed(until)),
  save: async (db, until, _moment, { contributor, plan }) => ((await endContributor(db, contributor.id, until)) ? allowed({ planId: plan.id }) : refused("The last day of this person is written already.")),
  record: (until, { planId }, { contributor }) => ({ subject: "plan", subjectId: planId, detail: { contributor: contributor.name, until } }),
});
