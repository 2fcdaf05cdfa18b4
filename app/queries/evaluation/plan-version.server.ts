import { documentThing } from "~/domain/documents/description";
import { namesOf, partChanges } from "~/domain/evaluation/part-changes";
import { ethicsInWords } from "~/domain/evaluation/plan-parts";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { contributorsOf, planFacts, planVersions, planVersionTexts, publicPlanId } from "~/store/plans.server";

/** One frozen version of a plan as members read it. */
export const planVersion = query("plan.read", async (db, { planId, version }: { planId: string; version: number }) => versionOf(db, planId, version));

/** The same as anybody reads it: by the plan's number, and without a version the newest. */
export const publicPlan = query("edition.read", async (db, { number, version }: { number: string; version: number | null }) => {
  const planId = await publicPlanId(db, number);
  return planId ? versionOf(db, planId, version) : null;
});

async function versionOf(db: Database, planId: string, asked: number | null) {
  const [plan, versions, contributors] = await Promise.all([planFacts(db, planId), planVersions(db, planId), contributorsOf(db, planId)]);
  const version = asked ?? versions[0]?.version ?? null;
  const texts = version === null ? null : await planVersionTexts(db, planId, version);
  if (!plan || !texts || version === null) return null;
  const { now, before } = texts;
  const names = (review: typeof now) => namesOf(review.parts, review.definitions.map(({ measureId, name }) => ({ id: measureId, name })));
  return {
    thing: documentThing({ ...plan.document, programId: plan.programId }),
    timeZone: plan.document.program.timeZone,
    document: { number: plan.document.number, title: plan.document.title, program: plan.document.program.name, organization: plan.document.organization.name, agencies: plan.document.appliesTo.map(({ organization }) => organization.name) },
    planId,
    version,
    latest: versions[0]?.version ?? version,
    frozenAt: now.endedAt,
    hash: now.hash,
    amendment: now.amendment,
    signers: now.answers.map(({ personName, organizationName, at }) => ({ name: personName, organization: organizationName, at })),
    content: now.content as DocumentNode,
    parts: now.parts,
    definitions: now.definitions,
    names: names(now),
    ethics: ethicsInWords(now.parts),
    contributors,
    versions: versions.map(({ version: number, endedAt }) => ({ number: number ?? 0, frozenAt: endedAt })),
    change: before && { text: redline(before.content as DocumentNode, now.content as DocumentNode), parts: partChanges(before.parts, now.parts, { before: names(before), after: names(now) }) },
  };
}

export type PlanVersion = NonNullable<Awaited<ReturnType<typeof versionOf>>>;
