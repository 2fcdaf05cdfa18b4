import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { findingContent } from "~/domain/evaluation/finding";
import { frozenPlan, insertFinding } from "~/store/findings.server";
import { isPerson } from "~/store/voting.server";

/** Begins a finding: the answer to one question of a frozen plan, by one of the plan's measures, about one or more agencies. */
export const beginFinding = command("finding.write", {
  input: z.strictObject({
    planId: chosen("Choose a frozen plan."),
    questionId: chosen("Choose the question that it answers."),
    measureId: chosen("Choose the measure that answers it."),
    agencyIds: z.array(z.string().max(64), { error: "Choose the agencies that it is about." }).min(1, "Choose the agencies that it is about.").max(50),
  }),
  load: async (db, { planId }, actor) => {
    const plan = await frozenPlan(db, planId);
    if (!plan || !isPerson(actor)) return null;
    return { thing: { programId: plan.programId }, plan };
  },
  rule: ({ plan }, { questionId, measureId, agencyIds }) => {
    const question = plan.parts.questions.find(({ id }) => id === questionId)?.question;
    if (!question) return refused("Choose a question of this plan.", 422, "questionId");
    if (!plan.measureIds.includes(measureId)) return refused("Choose a measure of this plan.", 422, "measureId");
    if (agencyIds.some((id) => !plan.agencyIds.includes(id))) return refused("Choose agencies of this program.", 422, "agencyIds");
    return allowed({ content: findingContent.parse({ question, result: "none" }), measureId, agencyIds: [...new Set(agencyIds)] });
  },
  save: async (db, change, { actor }, { plan }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const { id } = await insertFinding(db, { ...change, programId: plan.programId, planId: plan.id, planVersion: plan.version, authorId: actor.personId });
    return allowed({ findingId: id });
  },
  record: (_change, { findingId }, { plan }) => ({ subject: "finding", subjectId: findingId, detail: { begun: true, planId: plan.id, planVersion: plan.version } }),
});
