import { readParts, type PartName, type PlanParts, type Row } from "~/domain/evaluation/plan-parts";
import { readReviewOutcome, type ReviewOutcome, type SignerAnswer } from "~/domain/evaluation/plan-review";
import { readPlanState, type PlanState } from "~/domain/evaluation/plan-stages";
import type { Database } from "./database.server";
import { Prisma } from "./generated/client";
import { seenBy, type Reader } from "./home.server";

const document = {
  select: {
    id: true, number: true, title: true, organizationId: true, visibility: true, createdById: true, copyright: true, rightsConfirmedAt: true,
    organization: { select: { name: true } },
    program: { select: { name: true, timeZone: true } },
    appliesTo: { select: { organization: { select: { name: true } } }, orderBy: { organization: { name: "asc" } } },
    drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true, frozen: true } },
  },
} as const satisfies Prisma.DocumentDefaultArgs;

const signer = { select: { person: { select: { id: true, name: true, organization: { select: { name: true } } } } }, orderBy: { person: { name: "asc" } } } as const satisfies Prisma.EvaluationPlan$signersArgs;
const answers = { orderBy: { personName: "asc" } } as const satisfies Prisma.PlanReview$answersArgs;

export type Amendment = { why: string; dataSeen: boolean; openedAt: string };

export async function insertPlan(db: Database, { programId, documentId }: { programId: string; documentId: string }): Promise<void> {
  await db.evaluationPlan.create({ data: { programId, documentId } });
}

/** Holds the plan to the end of the transaction: two answers, or two submissions, take turns. */
export async function lockPlan(db: Database, planId: string): Promise<void> {
  await db.$queryRaw`select 1 from "EvaluationPlan" where id = ${planId} for update`;
}

export type PlanFacts = NonNullable<Awaited<ReturnType<typeof planFacts>>>;

/** What the rules of a plan depend on. */
export async function planFacts(db: Database, planId: string) {
  const plan = await db.evaluationPlan.findUnique({ where: { id: planId }, include: { document, signers: signer, reviews: { orderBy: { number: "desc" }, take: 1, include: { answers } } } });
  if (!plan) return null;
  const { state, parts, amendment, signers, reviews, ...rest } = plan;
  const last = reviews[0];
  return {
    ...rest,
    state: readPlanState(state),
    parts: readParts(parts),
    amendment: amendment as Amendment | null,
    signers: signers.map(({ person }) => person),
    review: last ? readReview(last) : null,
  };
}

type StoredReview = { outcome: string; parts: unknown; amendment: unknown; answers: { answer: string | null }[] };

function readReview<Review extends StoredReview>({ outcome, parts, amendment, answers: given, ...review }: Review) {
  return {
    ...review,
    outcome: readReviewOutcome(outcome),
    parts: readParts(parts),
    definitions: definitionsIn(parts),
    amendment: amendment as Amendment | null,
    answers: given.map((each) => ({ ...each, answer: each.answer as SignerAnswer })) as (Omit<Review["answers"][number], "answer"> & { answer: SignerAnswer })[],
  };
}

/** A measure as it was defined when the plan was signed. */
export type SignedDefinition = { measureId: string; key: string; version: number; name: string; numerator: string; denominator: string; exclusions: string; unit: string; direction: string; source: string };

function definitionsIn(parts: unknown): SignedDefinition[] {
  const held = parts && typeof parts === "object" && "definitions" in parts ? parts.definitions : [];
  return Array.isArray(held) ? (held as SignedDefinition[]) : [];
}

/** Changes the state; false when it was no longer `from`. */
export async function savePlanState(db: Database, planId: string, from: PlanState, to: PlanState, amendment?: Amendment | null): Promise<boolean> {
  const { count } = await db.evaluationPlan.updateMany({ where: { id: planId, state: from }, data: { state: to, ...(amendment ? { amendment } : {}) } });
  return count === 1;
}

/** Gives an amendment up: parts and measures are those of the version that was signed. False when none was being written any more. */
export async function dropAmendmentParts(db: Database, planId: string, { parts, partsVersion, to }: { parts: PlanParts; partsVersion: number; to: PlanState }): Promise<boolean> {
  const { count } = await db.evaluationPlan.updateMany({
    where: { id: planId, state: "amending", partsVersion },
    data: { state: to, amendment: Prisma.DbNull, parts: parts as unknown as Prisma.InputJsonValue, partsVersion: partsVersion + 1 },
  });
  if (count === 1) await linkMeasures(db, planId, parts.measures);
  return count === 1;
}

async function linkMeasures(db: Database, planId: string, rows: readonly Row[]): Promise<void> {
  const measureIds = [...new Set(rows.flatMap(({ measure }) => (measure ? [measure] : [])))];
  await db.planMeasure.deleteMany({ where: { planId } });
  await db.planMeasure.createMany({ data: measureIds.map((measureId) => ({ planId, measureId })) });
}

/** Writes one part; false when somebody else wrote parts since `version`. */
export async function savePart(db: Database, planId: string, { parts, part, rows, version }: { parts: PlanParts; part: PartName; rows: readonly Row[]; version: number }): Promise<boolean> {
  const { count } = await db.evaluationPlan.updateMany({ where: { id: planId, partsVersion: version }, data: { parts: { ...parts, [part]: rows } as unknown as Prisma.InputJsonValue, partsVersion: version + 1 } });
  if (count === 1 && part === "measures") await linkMeasures(db, planId, rows);
  return count === 1;
}

export async function saveSigners(db: Database, planId: string, personIds: readonly string[]): Promise<void> {
  await db.planSigner.deleteMany({ where: { planId } });
  await db.planSigner.createMany({ data: personIds.map((personId) => ({ planId, personId })) });
}

export type NewReview = { planId: string; frozenTextId: string; parts: unknown; hash: string; submittedById: string; submittedAt: Date; answerBy: Date; amendment: Amendment | null; signers: readonly { id: string; name: string; organization: { name: string } }[] };

export async function insertReview(db: Database, { signers, parts, amendment, ...review }: NewReview): Promise<string> {
  const { _max } = await db.planReview.aggregate({ where: { planId: review.planId }, _max: { number: true } });
  const number = 1 + (_max.number ?? 0);
  const row = await db.planReview.create({
    data: {
      ...review,
      number,
      parts: parts as Prisma.InputJsonValue,
      ...(amendment ? { amendment } : {}),
      answers: { create: signers.map(({ id, name, organization }) => ({ personId: id, personName: name, organizationName: organization.name })) },
    },
    select: { id: true },
  });
  return row.id;
}

/** False when that signer had answered already, or was not asked. */
export async function saveSignature(db: Database, { reviewId, personId, ...given }: { reviewId: string; personId: string; answer: string; reason: string; at: Date }): Promise<boolean> {
  const { count } = await db.planAnswer.updateMany({ where: { reviewId, personId, answer: null }, data: given });
  return count === 1;
}

/** Ends a review; approved by all, it gets the next version of the plan, which is given back. False when it had ended. */
export async function endReview(db: Database, { planId, reviewId, outcome, at }: { planId: string; reviewId: string; outcome: Exclude<ReviewOutcome, "open">; at: Date }): Promise<number | boolean> {
  const version = outcome === "approved" ? 1 + (await db.planReview.count({ where: { planId, version: { not: null } } })) : null;
  const { count } = await db.planReview.updateMany({ where: { id: reviewId, outcome: "open" }, data: { outcome, endedAt: at, version } });
  return count === 1 ? (version ?? true) : false;
}

/** Reviews whose day to answer is over by the database's clock. */
export async function overdueReviews(db: Database, planId?: string): Promise<{ planId: string; programId: string }[]> {
  return db.$queryRaw<{ planId: string; programId: string }[]>`
    select review."planId", plan."programId" from "PlanReview" review join "EvaluationPlan" plan on plan.id = review."planId"
    where review.outcome = 'open' and review."answerBy" <= clock_timestamp() and (${planId ?? null}::text is null or review."planId" = ${planId ?? null})
    order by review."answerBy"`;
}

/** The plans of a program that one organization may see, the newest first. */
export async function plansSeen(db: Database, reader: Omit<Reader, "personId">, most: number) {
  const plans = await db.evaluationPlan.findMany({
    where: { programId: reader.programId, document: seenBy(reader) },
    orderBy: { createdAt: "desc" },
    take: most,
    select: {
      id: true, state: true, createdAt: true,
      document: { select: { number: true, title: true, organization: { select: { name: true } } } },
      reviews: { orderBy: { number: "desc" }, take: 1, select: { outcome: true, answerBy: true, answers: { select: { answer: true } } } },
      _count: { select: { measures: true } },
    },
  });
  return plans.map(({ state, reviews: [last], _count, ...plan }) => ({ ...plan, state: readPlanState(state), measures: _count.measures, review: last?.outcome === "open" ? { answerBy: last.answerBy, answers: last.answers.map(({ answer }) => answer as SignerAnswer) } : null }));
}

/** The plans that wait for one person's signature, the most urgent first. */
export async function plansToSign(db: Database, personId: string) {
  const waiting = await db.planAnswer.findMany({
    where: { personId, answer: null, review: { outcome: "open" } },
    orderBy: { review: { answerBy: "asc" } },
    select: { review: { select: { answerBy: true, planId: true, plan: { select: { document: { select: { number: true, title: true } } } } } } },
  });
  return waiting.map(({ review: { plan, ...review } }) => ({ ...review, document: plan.document }));
}

/** The newest approved version: what the plan is when nothing is being amended. */
export async function frozenVersion(db: Database, planId: string) {
  const row = await db.planReview.findFirst({ where: { planId, version: { not: null } }, orderBy: { version: "desc" }, select: { version: true, parts: true, frozenText: { select: { content: true } } } });
  return row && { version: row.version, parts: readParts(row.parts), content: row.frozenText.content as unknown };
}

/** The measures that frozen plans of a program rest on. */
export async function measuresOfFrozenPlans(db: Database, programId: string): Promise<Set<string>> {
  const rows = await db.planMeasure.findMany({ where: { plan: { programId, reviews: { some: { version: { not: null } } } } }, distinct: ["measureId"], select: { measureId: true } });
  return new Set(rows.map(({ measureId }) => measureId));
}

/** Every approved version of a plan, the newest first, without its text. */
export async function planVersions(db: Database, planId: string) {
  return db.planReview.findMany({
    where: { planId, version: { not: null } },
    orderBy: { version: "desc" },
    select: { version: true, hash: true, endedAt: true, amendment: true, answers: { ...answers, select: { personName: true, organizationName: true, at: true } } },
  });
}

/** One approved version with its text, and the one before it. */
export async function planVersionTexts(db: Database, planId: string, version: number) {
  const rows = await db.planReview.findMany({ where: { planId, version: { in: [version, version - 1] } }, orderBy: { version: "desc" }, include: { answers, frozenText: { select: { content: true } } } });
  const [now, before] = rows.map((row) => ({ ...readReview(row), content: row.frozenText.content as unknown }));
  return now?.version === version ? { now, before: before ?? null } : null;
}

/** The contributors of a plan, those who left too. */
export async function contributorsOf(db: Database, planId: string) {
  return db.planContributor.findMany({ where: { planId }, orderBy: [{ from: "asc" }, { name: "asc" }], select: { id: true, name: true, part: true, from: true, until: true, personId: true } });
}

export async function insertContributor(db: Database, row: { planId: string; personId: string | null; name: string; part: string; from: string }): Promise<string> {
  return (await db.planContributor.create({ data: { ...row, from: new Date(`${row.from}T00:00:00Z`) }, select: { id: true } })).id;
}

export async function contributorById(db: Database, id: string) {
  return db.planContributor.findUnique({ where: { id }, select: { id: true, planId: true, name: true, part: true, from: true, until: true } });
}

/** False when that person had left already. */
export async function endContributor(db: Database, id: string, until: string): Promise<boolean> {
  const { count } = await db.planContributor.updateMany({ where: { id, until: null }, data: { until: new Date(`${until}T00:00:00Z`) } });
  return count === 1;
}

/** Who of a program may be asked to sign: everybody who may sign in. */
export async function possibleSigners(db: Database, programId: string) {
  return db.person.findMany({ where: { programId, suspendedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true, organization: { select: { name: true } } } });
}

// A vendor's text is not on the shelf until somebody confirmed the right to it.
const onShelf = { visibility: "public", OR: [{ copyright: { in: ["own", "public-domain", "licensed"] } }, { rightsConfirmedAt: { not: null } }] };

/** The frozen plans that anybody may read. */
export async function publicPlans(db: Database) {
  const plans = await db.evaluationPlan.findMany({
    where: { document: onShelf, reviews: { some: { version: { not: null } } } },
    orderBy: { document: { number: "asc" } },
    select: { id: true, document: { select: { number: true, title: true, program: { select: { timeZone: true } } } }, reviews: { where: { version: { not: null } }, orderBy: { version: "desc" }, take: 1, select: { version: true, endedAt: true } } },
  });
  return plans.flatMap(({ reviews: [latest], ...plan }) => (latest?.version && latest.endedAt ? [{ ...plan, version: latest.version, frozenAt: latest.endedAt }] : []));
}

export async function publicPlanId(db: Database, number: string): Promise<string | null> {
  const plan = await db.evaluationPlan.findFirst({ where: { document: { number, ...onShelf }, reviews: { some: { version: { not: null } } } }, select: { id: true } });
  return plan?.id ?? null;
}

export async function planIdOf(db: Database, documentId: string): Promise<string> {
  return (await db.evaluationPlan.findUniqueOrThrow({ where: { documentId }, select: { id: true } })).id;
}
