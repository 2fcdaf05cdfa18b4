import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { planSubmissionRuling } from "~/domain/evaluation/plan-submission";
import { movePlan } from "~/domain/evaluation/plan-stages";
import { refused } from "~/domain/access/ruling";
import { dayOf, instantOf } from "~/domain/voting/deadline";
import { hashOf } from "~/editor/canonical.server";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { cleanText } from "~/editor/suggestions/clean-text";
import { workingDoc } from "~/editor/working-text";
import { insertFrozenText } from "~/store/documents.server";
import { draftRows, lockDraft, setFrozen } from "~/store/drafting.server";
import { measuresOf } from "~/store/measures.server";
import { tell } from "~/store/notices.server";
import { insertReview, savePlanState } from "~/store/plans.server";
import { isPerson } from "~/store/voting.server";
import { loadPlan } from "./load-plan.server";

/** Freezes text and parts as they stand and asks all signers. What they sign is known by its hash before they do. */
export const submitPlan = command("plan.submit", {
  input: z.strictObject({ planId: z.string(), answerBy: z.string().trim().default("") }),
  load: async (db, { planId }) => {
    const loaded = await loadPlan(db, planId);
    const draftId = loaded?.plan.document.drafts[0]?.id;
    if (!loaded || !draftId) return null;
    await lockDraft(db, draftId);
    const rows = await draftRows(db, draftId);
    if (!rows) return null;
    const { doc } = workingDoc(rows);
    const ids = loaded.plan.parts.measures.flatMap(({ measure }) => (measure ? [measure] : []));
    return { ...loaded, draftId, content: cleanText(doc), undecided: pendingSuggestions(doc).length, measures: await measuresOf(db, loaded.plan.programId, { ids }) };
  },
  rule: ({ plan, measures, undecided, content, draftId }, { answerBy }, { now }) => {
    const moved = movePlan(plan.state, "submit");
    if (!moved.ok) return moved;
    const { timeZone } = plan.document.program;
    const known = new Map(measures.map(({ id, now: { name, source } }) => [id, { name, source }]));
    const ruling = planSubmissionRuling({ parts: plan.parts, measures: known, signers: plan.signers.length, undecided, today: dayOf(now, timeZone), answerBy });
    if (!ruling.ok) return ruling;
    const ends = instantOf(`${answerBy}T23:59`, timeZone, "answerBy");
    if (!ends.ok) return ends;
    const definitions = measures.map(({ id, key, now: { number, name, numerator, denominator, exclusions, unit, direction, source } }) => ({ measureId: id, key, version: number, name, numerator, denominator, exclusions, unit, direction, source }));
    const parts = { ...plan.parts, definitions };
    // The last minute of the day belongs to it.
    return allowed({ to: moved.value, draftId, content, parts, hash: hashOf({ text: content, parts, amendment: plan.amendment }), answerBy: new Date(ends.value.getTime() + 60_000) });
  },
  save: async (db, { to, draftId, content, parts, hash, answerBy }, { actor, now }, { plan }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    if (!(await savePlanState(db, plan.id, plan.state, to))) return refused("Someone was first: this plan is no longer as you read it.");
    await setFrozen(db, draftId, true);
    const frozenTextId = await insertFrozenText(db, { documentId: plan.document.id, content, hash: hashOf(content), at: now });
    const { signers, amendment } = plan;
    const reviewId = await insertReview(db, { planId: plan.id, frozenTextId, parts, hash, submittedById: actor.personId, submittedAt: now, answerBy, amendment: plan.state === "amending" ? amendment : null, signers });
    await tell(db, { programId: plan.programId, personIds: signers.map(({ id }) => id), body: `The evaluation plan ${plan.document.number}, ${plan.document.title}, waits for your signature.`, path: `/evaluation/plans/${plan.id}`, cause: `plan.submit:${reviewId}` });
    return allowed({ planId: plan.id, reviewId });
  },
  record: ({ hash, answerBy }, { planId, reviewId }, { plan }) => ({ subject: "plan", subjectId: planId, detail: { reviewId, hash, answerBy: answerBy.toISOString(), signers: plan.signers.map(({ name }) => name) } }),
  announce: ({ draftId }) => [{ kind: "draft.frozen", draftId, reason: "This plan is before its signers, so it can only be read." }],
});
