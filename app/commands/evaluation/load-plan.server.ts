import type { Thing } from "~/domain/access/may";
import { refused, type Refusal } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { isWritten, movePlan } from "~/domain/evaluation/plan-stages";
import type { Database } from "~/store/database.server";
import { lockPlan, planFacts, type PlanFacts } from "~/store/plans.server";

export type LoadedPlan = { thing: Thing; plan: PlanFacts };

/** A plan, held to the end of the transaction. It is its signers' own while it is before them. */
export async function loadPlan(db: Database, planId: string): Promise<LoadedPlan | null> {
  await lockPlan(db, planId);
  const plan = await planFacts(db, planId);
  return plan && { thing: planThing(plan), plan };
}

export function planThing({ programId, document, review }: Pick<PlanFacts, "programId" | "document" | "review">): Thing {
  return { ...documentThing({ ...document, programId }), ownerIds: review?.outcome === "open" ? review.answers.map(({ personId }) => personId) : [] };
}

/** Why nothing may be written in a plan now; null while it may. */
export function notWritten({ state }: Pick<PlanFacts, "state">): Refusal | null {
  if (isWritten(state)) return null;
  const ruling = movePlan(state, "submit");
  return ruling.ok ? refused("This plan cannot be written in now.") : ruling;
}
