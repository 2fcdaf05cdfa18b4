import { documentThing } from "~/domain/documents/description";
import { outcomesOf } from "~/domain/evaluation/logic-model";
import { partNames } from "~/domain/evaluation/plan-parts";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { measuresOf } from "~/store/measures.server";
import { contributorById, contributorsOf, planFacts, possibleSigners, type PlanFacts } from "~/store/plans.server";
import { dayOf } from "~/domain/voting/deadline";

function headOf(plan: PlanFacts) {
  const { id, programId, state, document, partsVersion, amendment } = plan;
  const review = plan.review?.outcome === "open" ? plan.review : null;
  return {
    thing: { ...documentThing({ ...document, programId }), ownerIds: review?.answers.map(({ personId }) => personId) ?? [] },
    timeZone: document.program.timeZone,
    plan: { id, state, partsVersion, amendment, number: document.number, title: document.title, hash: review?.hash ?? null, answerBy: review?.answerBy ?? null, answers: review?.answers ?? [] },
  };
}

/** The form of one part, with what its rows can choose among. */
export const partForm = query("plan.write", async (db, { planId, part: asked }: { planId: string; part: string }) => {
  const part = partNames.find((name) => name === asked);
  const plan = await planFacts(db, planId);
  if (!plan || !part) return null;
  const measures = await measuresOf(db, plan.programId);
  const offered = {
    measures: measures.map(({ id, now }) => ({ id, name: now.name })),
    outcomes: outcomesOf(plan.parts).map(({ id, text }) => ({ id, name: text ?? "" })),
    questions: plan.parts.questions.map(({ id, question }) => ({ id, name: question ?? "" })),
  };
  return { ...headOf(plan), part, rows: plan.parts[part], offered };
});

/** Who may be asked to sign, and who is. */
export const signersForm = query("plan.write", async (db, { planId }: { planId: string }) => {
  const plan = await planFacts(db, planId);
  return plan && { ...headOf(plan), people: await possibleSigners(db, plan.programId), signers: plan.signers.map(({ id }) => id) };
});

/** What is asked before a plan goes to its signers. */
export const submissionForm = query("plan.submit", async (db, { planId }: { planId: string }) => {
  const plan = await planFacts(db, planId);
  return plan && { ...headOf(plan), now: await databaseTime(db), signers: plan.signers };
});

/** The form of an answer; it carries the hash of what is signed. */
export const signatureForm = query("plan.sign", planHead);

/** What is asked before a frozen plan is amended. */
export const amendmentForm = query("plan.submit", planHead);

async function planHead(db: Parameters<typeof planFacts>[0], { planId }: { planId: string }) {
  const plan = await planFacts(db, planId);
  return plan && { ...headOf(plan), now: await databaseTime(db) };
}

/** Who works on a plan, and the form that adds somebody. */
export const contributorsForm = query("plan.write", async (db, { planId }: { planId: string }) => {
  const plan = await planFacts(db, planId);
  if (!plan) return null;
  const head = headOf(plan);
  return { ...head, contributors: await contributorsOf(db, planId), today: dayOf(await databaseTime(db), head.timeZone) };
});

/** The form of a contributor's last day. */
export const contributionForm = query("plan.write", async (db, { contributorId }: { contributorId: string }) => {
  const contributor = await contributorById(db, contributorId);
  const plan = contributor && (await planFacts(db, contributor.planId));
  if (!plan || !contributor) return null;
  const head = headOf(plan);
  return { ...head, contributor, today: dayOf(await databaseTime(db), head.timeZone) };
});

