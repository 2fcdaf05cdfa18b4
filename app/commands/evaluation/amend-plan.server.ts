import { z } from "zod";
import { anchorWaiting } from "~/commands/comments/anchor-waiting.server";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { movePlan } from "~/domain/evaluation/plan-stages";
import { setFrozen } from "~/store/drafting.server";
import { savePlanState } from "~/store/plans.server";
import { isPerson } from "~/store/voting.server";
import { loadPlan } from "./load-plan.server";

/** Opens an amendment of a frozen plan: why, and whether data had been seen by then. The frozen version holds until all have signed the next. */
export const amendPlan = command("plan.submit", {
  input: z.strictObject({
    planId: z.string(),
    why: z.string({ error: "Say why the plan must change." }).trim().min(1, "Say why the plan must change.").max(5_000, "Keep the reason below 5,000 characters."),
    dataSeen: z.enum(["yes", "no"], { error: "Say whether anybody has seen data of this study." }),
  }),
  load: async (db, { planId }) => loadPlan(db, planId),
  rule: ({ plan }, { why, dataSeen }, { now }) => {
    const moved = movePlan(plan.state, "amend");
    return moved.ok ? allowed({ to: moved.value, amendment: { why, dataSeen: dataSeen === "yes", openedAt: now.toISOString() } }) : moved;
  },
  save: async (db, { to, amendment }, { actor }, { plan }) => {
    const draftId = plan.document.drafts[0]?.id;
    if (!isPerson(actor) || !draftId || !(await savePlanState(db, plan.id, plan.state, to, amendment))) return refused("Someone was first: this plan is no longer as you read it.");
    await setFrozen(db, draftId, false);
    await anchorWaiting(db, draftId, actor.personId);
    return allowed({ planId: plan.id });
  },
  record: ({ amendment }, { planId }) => ({ subject: "plan", subjectId: planId, detail: amendment }),
});
