import { anchorWaiting } from "~/commands/comments/anchor-waiting.server";
import { refused, type Ruling, allowed } from "~/domain/access/ruling";
import type { ReviewOutcome } from "~/domain/evaluation/plan-review";
import { movePlan, type PlanMove, type PlanState } from "~/domain/evaluation/plan-stages";
import type { Database } from "~/store/database.server";
import { setFrozen } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";
import { endReview, savePlanState, type PlanFacts } from "~/store/plans.server";

type Ended = Exclude<ReviewOutcome, "open">;
export type ReviewEnd = { outcome: Ended; to: PlanState };

const moveOf: Record<Ended, PlanMove> = { approved: "freeze", declined: "refuse", lapsed: "lapse", recalled: "recall" };

/** What an end of the review makes of the plan. */
export function reviewEnd(plan: PlanFacts, outcome: Ended): Ruling<ReviewEnd> {
  const moved = movePlan(plan.state, moveOf[outcome]);
  return moved.ok ? allowed({ outcome, to: moved.value }) : moved;
}

const said: Record<Ended, string> = {
  approved: "was approved by all its signers and is frozen",
  declined: "was not approved: a signer declined",
  lapsed: "was not approved: not all signers had answered in time",
  recalled: "was taken back before all had answered",
};

/** Writes the end of a review: frozen for good, or open to be written in again. Inside a command that holds the plan. Gives the version that was frozen, if one was. */
export async function saveReviewEnd(db: Database, plan: PlanFacts, { outcome, to }: ReviewEnd, { at, byId }: { at: Date; byId: string | null }): Promise<Ruling<{ planId: string; version: number | null }>> {
  const { review, document } = plan;
  if (!review) return refused("This plan is not before its signers now.");
  const ended = await endReview(db, { planId: plan.id, reviewId: review.id, outcome, at });
  if (ended === false || !(await savePlanState(db, plan.id, plan.state, to))) return refused("Someone was first: the signing of this plan has ended.");
  const draftId = document.drafts[0]?.id;
  if (outcome !== "approved" && draftId) {
    await setFrozen(db, draftId, false);
    await anchorWaiting(db, draftId, byId ?? review.submittedById);
  }
  const personIds = [...review.answers.map(({ personId }) => personId), review.submittedById].filter((id) => id !== byId);
  await tell(db, { programId: plan.programId, personIds, body: `The evaluation plan ${document.number}, ${document.title}, ${said[outcome]}.`, path: `/evaluation/plans/${plan.id}`, cause: `plan.review:${review.id}` });
  return allowed({ planId: plan.id, version: typeof ended === "number" ? ended : null });
}
