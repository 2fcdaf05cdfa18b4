import { z } from "zod";
import { command } from "~/commands/command.server";
import type { Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import { reviewOutcome } from "~/domain/evaluation/plan-review";
import { saveSignature } from "~/store/plans.server";
import { isPerson } from "~/store/voting.server";
import { reviewEnd, saveReviewEnd } from "./end-plan-review.server";
import { lapsePlans } from "./lapse-plans.server";
import { loadPlan } from "./load-plan.server";

const sign = command("plan.sign", {
  input: z.strictObject({
    planId: z.string(),
    answer: z.enum(["approved", "declined"], { error: "Choose whether you approve the plan." }),
    reason: z.string().trim().max(5_000, "Keep the reason below 5,000 characters.").default(""),
    hash: z.string().max(64),
  }),
  load: async (db, { planId }) => loadPlan(db, planId),
  rule: ({ plan: { review, ...plan } }, { answer, reason, hash }, { actor, now }) => {
    if (!review || review.outcome !== "open" || !isPerson(actor)) return refused("This plan is not before its signers now.");
    if (review.hash !== hash) return refused("The plan was submitted again since you read it. Read it again before you answer.");
    const own = review.answers.find(({ personId }) => personId === actor.personId);
    if (!own) return refused("You are not one of the signers of this plan.", 403);
    if (own.answer) return refused("You have answered already. Your answer stands.");
    if (reviewOutcome(review.answers.map((one) => one.answer), { now, answerBy: review.answerBy }) === "lapsed") return refused("The day to answer by is over, so the plan is not approved. It can be submitted again.");
    if (answer === "declined" && reason === "") return refused("Please say why, so that the plan can be mended.", 422, "reason");
    const answers = review.answers.map((one) => (one === own ? answer : one.answer));
    const outcome = reviewOutcome(answers, { now, answerBy: review.answerBy });
    const end = outcome === "open" ? null : reviewEnd({ ...plan, review }, outcome);
    return end && !end.ok ? end : allowed({ reviewId: review.id, answer, reason, end: end?.value ?? null });
  },
  save: async (db, { reviewId, answer, reason, end }, { actor, now }, { plan }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    if (!(await saveSignature(db, { reviewId, personId: actor.personId, answer, reason, at: now }))) return refused("You have answered already. Your answer stands.");
    return end ? saveReviewEnd(db, plan, end, { at: now, byId: actor.personId }) : allowed({ planId: plan.id, version: null });
  },
  record: ({ answer, reason, end }, { planId, version }, { plan }) => ({ subject: "plan", subjectId: planId, detail: { answer, reason, hash: plan.review?.hash, ended: end?.outcome ?? null, version } }),
});

/** A signer approves or declines. The last approval freezes the plan, a no ends the signing, and an answer that comes too late finds it lapsed. */
export async function signPlan(actor: Actor, raw: unknown): Promise<Outcome<{ planId: string; version: number | null }>> {
  const outcome = await sign(actor, raw);
  const asked = z.object({ planId: z.string() }).safeParse(raw);
  if (!outcome.ok && outcome.kind === "refused" && outcome.status === 409 && asked.success) await lapsePlans(asked.data.planId);
  return outcome;
}
