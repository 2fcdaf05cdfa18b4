import { z } from "zod";
import { command } from "~/commands/command.server";
import { refused } from "~/domain/access/ruling";
import { reviewOutcome } from "~/domain/evaluation/plan-review";
import { database } from "~/store/database.server";
import { overdueReviews } from "~/store/plans.server";
import { reviewEnd, saveReviewEnd } from "./end-plan-review.server";
import { loadPlan } from "./load-plan.server";

const lapsePlan = command("plan.lapse", {
  input: z.strictObject({ planId: z.string() }),
  load: async (db, { planId }) => loadPlan(db, planId),
  rule: ({ plan }, _input, { now }) => {
    const { review } = plan;
    if (!review || review.outcome !== "open") return refused("This plan is not before its signers now.");
    if (reviewOutcome(review.answers.map(({ answer }) => answer), { now, answerBy: review.answerBy }) !== "lapsed") return refused("There is still time to answer.");
    return reviewEnd(plan, "lapsed");
  },
  save: async (db, end, { now }, { plan }) => saveReviewEnd(db, plan, end, { at: now, byId: null }),
  record: (_end, { planId }, { plan }) => ({ subject: "plan", subjectId: planId, detail: { hash: plan.review?.hash, silent: plan.review?.answers.filter(({ answer }) => answer === null).map(({ personName }) => personName) } }),
});

/** Ends the signing of plans whose day to answer is over: whoever notices first, a page, an answer or the job. Gives how many this call ended. */
export async function lapsePlans(planId?: string): Promise<number> {
  let lapsed = 0;
  for (const overdue of await overdueReviews(database(), planId)) {
    const outcome = await lapsePlan({ kind: "clock", programId: overdue.programId }, { planId: overdue.planId });
    if (outcome.ok) lapsed += 1;
  }
  return lapsed;
}
