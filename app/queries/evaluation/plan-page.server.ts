import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { templates } from "~/domain/documents/templates";
import { namesOf } from "~/domain/evaluation/part-changes";
import { ethicsInWords } from "~/domain/evaluation/plan-parts";
import { isInReview, isWritten } from "~/domain/evaluation/plan-stages";
import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { measuresOf } from "~/store/measures.server";
import { contributorsOf, planFacts, planVersions, type PlanFacts } from "~/store/plans.server";

/** One plan: its fifteen sections with their state, its parts, its signers and what they answered, its versions. */
export const planPage = query("plan.read", async (db, { planId }: { planId: string }, actor) => {
  const plan = await planFacts(db, planId);
  if (!plan) return null;
  const thing = { ...documentThing({ ...plan.document, programId: plan.programId }), ownerIds: plan.review?.outcome === "open" ? plan.review.answers.map(({ personId }) => personId) : [] };
  const [now, measures, contributors, versions, written] = await Promise.all([databaseTime(db), measuresOf(db, plan.programId), contributorsOf(db, planId), planVersions(db, planId), writtenSections(db, plan)]);
  const own = plan.review && actor.kind === "person" ? plan.review.answers.find(({ personId }) => personId === actor.personId) : undefined;
  return {
    thing,
    now,
    timeZone: plan.document.program.timeZone,
    plan: { id: plan.id, state: plan.state, parts: plan.parts, partsVersion: plan.partsVersion, amendment: plan.amendment, signers: plan.signers, review: plan.review },
    document: { id: plan.document.id, number: plan.document.number, title: plan.document.title, organization: plan.document.organization, agencies: plan.document.appliesTo.map(({ organization }) => organization.name), visibility: thing.visibility },
    sections: templates["evaluation-plan"].map((section) => ({ ...section, written: written.has(section.clauseId) })),
    names: namesOf(plan.parts, measures.map(({ id, now: { name } }) => ({ id, name }))),
    ethics: ethicsInWords(plan.parts),
    contributors,
    versions,
    may: {
      write: isWritten(plan.state) && can(actor, "plan.write", thing),
      staff: can(actor, "plan.write", thing),
      submit: isWritten(plan.state) && can(actor, "plan.submit", thing),
      recall: isInReview(plan.state) && can(actor, "plan.submit", thing),
      drop: plan.state === "amending" && can(actor, "plan.submit", thing),
      amend: plan.state === "frozen" && can(actor, "plan.submit", thing),
      sign: isInReview(plan.state) && own !== undefined && own.answer === null && can(actor, "plan.sign", thing),
    },
  };
});

/** The sections of the text that say something. */
async function writtenSections(db: Database, { document }: PlanFacts): Promise<Set<string>> {
  const draftId = document.drafts[0]?.id;
  const rows = draftId ? await draftRows(db, draftId) : null;
  if (!rows) return new Set();
  const clauses = clausesOf(workingText(rows).content);
  const says = (id: string): boolean => clauses.some((clause) => (clause.id === id && clause.text.trim() !== "") || (clause.parentId === id && says(clause.id)));
  return new Set(templates["evaluation-plan"].flatMap(({ clauseId }) => (says(clauseId) ? [clauseId] : [])));
}
