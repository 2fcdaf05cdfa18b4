import { z } from "zod";
import { command } from "~/commands/command.server";
import { isPerson } from "~/store/voting.server";
import { reviewEnd, saveReviewEnd } from "./end-plan-review.server";
import { loadPlan } from "./load-plan.server";

/** Takes a plan back from its signers, to be written in again. */
export const recallPlan = command("plan.submit", {
  input: z.strictObject({ planId: z.string() }),
  load: async (db, { planId }) => loadPlan(db, planId),
  rule: ({ plan }) => reviewEnd(plan, "recalled"),
  save: async (db, end, { actor, now }, { plan }) => saveReviewEnd(db, plan, end, { at: now, byId: isPerson(actor) ? actor.personId : null }),
  record: (_end, { planId }, { plan }) => ({ subject: "plan", subjectId: planId, detail: { recalled: plan.review?.hash } }),
});
