import type { StoredAnalysis } from "~/domain/evaluation/finding-result";
import { emptyContent, findingSections, readContent, stances, type FindingContent } from "~/domain/evaluation/finding";
import { readFindingState, type FindingState } from "~/domain/evaluation/finding-stages";
import { tombstoneOf, type PublishedFinding } from "~/domain/evaluation/published-finding";
import { recheckDue, recheckMonths } from "~/domain/evaluation/recheck";
import { readParts } from "~/domain/evaluation/plan-parts";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";
import { seenBy } from "./home.server";

const person = { select: { id: true, name: true, organization: { select: { name: true } } } } as const;

const facts = {
  program: { select: { name: true, timeZone: true } },
  author: person,
  plan: { select: { document: { select: { number: true, title: true, visibility: true } } } },
  measure: { select: { key: true, versions: { orderBy: { number: "desc" }, take: 1, select: { name: true, number: true } } } },
  agencies: { include: { organization: { select: { name: true } }, respondedBy: { select: { name: true } } }, orderBy: { organization: { name: "asc" } } },
  comments: { orderBy: { at: "asc" }, include: { author: { select: { name: true } } } },
  rechecks: { orderBy: { at: "desc" }, take: 8, select: { id: true, version: true, byName: true, stands: true, note: true, at: true } },
  versions: { where: { standing: "current" }, take: 1, select: { version: true, publishedAt: true } },
  actions: { orderBy: { addedAt: "asc" }, include: { owner: person, proposal: { select: { id: true, number: true, title: true, stage: true } } } },
} as const satisfies Prisma.FindingInclude;

type Stored = Prisma.FindingGetPayload<{ include: typeof facts }>;

/** Once a finding is retracted, nobody reads what it said: its question, its reason and what was done about it stay. */
function readFinding({ state: stored, content, analysis, agencies, comments, actions, measure, versions, rechecks, ...row }: Stored) {
  const state = readFindingState(stored);
  const gone = state === "retracted";
  return {
    ...row,
    state,
    content: readSaid(state, content),
    analysis: gone ? null : (analysis as StoredAnalysis | null),
    measure: { key: measure.key, name: measure.versions[0]?.name ?? measure.key },
    agencies: agencies.map(({ organization, respondedBy, stance, response, ...agency }) => ({ ...agency, name: organization.name, respondedBy: respondedBy?.name ?? null, response: gone ? "" : response, stance: gone ? null : (stances.find((known) => known === stance) ?? null) })),
    rechecks: gone ? [] : rechecks,
    recheckBy: versions[0] && !gone ? recheckDue(new Date(Math.max(versions[0].publishedAt.getTime(), rechecks[0]?.at.getTime() ?? 0))) : null,
    comments: (gone ? [] : comments).map(({ author, section, ...comment }) => ({ ...comment, author: author.name, section: findingSections.find((known) => known === section) ?? "method" })),
    actions: actions.map(({ due, ...action }) => ({ ...action, due: due.toISOString().slice(0, 10) })),
  };
}

function readSaid(state: FindingState, stored: unknown): FindingContent {
  const content = readContent(stored);
  return state === "retracted" ? emptyContent(content) : content;
}

export type FindingFacts = ReturnType<typeof readFinding>;

export async function findingById(db: Database, id: string): Promise<FindingFacts | null> {
  const row = await db.finding.findUnique({ where: { id }, include: facts });
  return row && readFinding(row);
}

/** Held to the end of the transaction: answers, checks and publication take turns. */
export async function lockFinding(db: Database, id: string): Promise<FindingFacts | null> {
  await db.$queryRaw`select 1 from "Finding" where id = ${id} for update`;
  return findingById(db, id);
}

export type NewFinding = { programId: string; planId: string; planVersion: number; measureId: string; authorId: string; content: FindingContent; agencyIds: readonly string[] };

export async function insertFinding(db: Database, { agencyIds, content, ...row }: NewFinding): Promise<{ id: string; number: number }> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`findings:${row.programId}`}, 0))) as held`;
  const { _max } = await db.finding.aggregate({ where: { programId: row.programId }, _max: { number: true } });
  const number = 1 + (_max.number ?? 0);
  return db.finding.create({ data: { ...row, number, content, agencies: { createMany: { data: agencyIds.map((organizationId) => ({ organizationId })) } } }, select: { id: true, number: true } });
}

type Change = { content?: FindingContent; analysis?: StoredAnalysis; dialogueDays?: number; dialogueEndsAt?: Date; checkedById?: string | null; checkedByName?: string | null; checkedAt?: Date | null; embargoUntil?: Date | null; reason?: string };

/** Changes a finding that is still in the state, and at the content, that the rule saw; false when it was not. */
export async function saveFinding(db: Database, { id, state, contentVersion }: Pick<FindingFacts, "id" | "state" | "contentVersion">, to: FindingState, { analysis, ...change }: Change = {}): Promise<boolean> {
  const written = change.content !== undefined || analysis !== undefined;
  // What was checked is what comes out: another word or figure asks for another check.
  const unchecked = written ? { checkedById: null, checkedByName: null, checkedAt: null, contentVersion: contentVersion + 1 } : {};
  const { count } = await db.finding.updateMany({
    where: { id, state, contentVersion },
    data: { ...change, ...unchecked, state: to, ...(analysis ? { analysis: analysis as unknown as Prisma.InputJsonValue } : {}) },
  });
  return count === 1;
}

export async function insertFindingComment(db: Database, comment: { findingId: string; section: string; authorId: string; organizationName: string; body: string; at: Date }): Promise<string> {
  return (await db.findingComment.create({ data: comment, select: { id: true } })).id;
}

/** False when it was answered already. */
export async function saveReply(db: Database, id: string, reply: { reply: string; repliedByName: string; repliedAt: Date; corrected: boolean }): Promise<boolean> {
  return (await db.findingComment.updateMany({ where: { id, reply: null }, data: reply })).count === 1;
}

export async function saveResponse(db: Database, findingId: string, organizationId: string, response: { stance: string; response: string; respondedById: string; respondedAt: Date }): Promise<void> {
  await db.findingAgency.update({ where: { findingId_organizationId: { findingId, organizationId } }, data: response });
}

/** How many agencies have not agreed to an early release after this one has. */
export async function saveEarlyRelease(db: Database, findingId: string, organizationId: string, at: Date): Promise<number> {
  await db.findingAgency.update({ where: { findingId_organizationId: { findingId, organizationId } }, data: { releasedAt: at } });
  return db.findingAgency.count({ where: { findingId, releasedAt: null } });
}

export async function insertAction(db: Database, action: { findingId: string; weakness: string; step: string; ownerId: string; due: string; proposalId: string | null }): Promise<string> {
  return (await db.findingAction.create({ data: { ...action, due: new Date(`${action.due}T00:00:00Z`) }, select: { id: true } })).id;
}

/** False when it was done already. */
export async function endAction(db: Database, id: string, doneAt: Date): Promise<boolean> {
  return (await db.findingAction.updateMany({ where: { id, doneAt: null }, data: { doneAt } })).count === 1;
}

/** The findings of a program, the newest first. */
export async function findingsOf(db: Database, programId: string, most: number) {
  const rows = await db.finding.findMany({
    where: { programId },
    orderBy: { number: "desc" },
    take: most,
    select: { id: true, programId: true, number: true, state: true, content: true, authorId: true, dialogueEndsAt: true, embargoUntil: true, agencies: { select: { organizationId: true, respondedAt: true } }, comments: { where: { reply: null }, select: { id: true } } },
  });
  return rows.map(({ state: stored, content, comments, ...row }) => {
    const state = readFindingState(stored);
    return { ...row, state, content: readSaid(state, content), unanswered: comments.length };
  });
}

export async function currentVersion(db: Database, findingId: string): Promise<number | null> {
  return (await db.findingVersion.findFirst({ where: { findingId, standing: "current" }, select: { version: true } }))?.version ?? null;
}

export async function insertRecheck(db: Database, recheck: { findingId: string; version: number; byId: string; byName: string; stands: boolean; note: string; at: Date }): Promise<string> {
  return (await db.findingRecheck.create({ data: recheck, select: { id: true } })).id;
}

type Waiter = { personId: string; programId: string; organizationId: string; /** Answers for an agency. */ speaks: boolean; /** May check findings of others. */ checks: boolean };

/** Findings of others that are out and were not read again for a quarter, by the database's clock. */
async function findingsToRecheck(db: Database, { personId, programId }: Waiter) {
  return db.$queryRaw<{ id: string; number: number }[]>`
    select f.id, f.number from "Finding" f
    join "FindingVersion" v on v."findingId" = f.id and v.standing = 'current'
    where f."programId" = ${programId} and f.state in ('published', 'correcting') and f."authorId" <> ${personId}
      and v."publishedAt" <= clock_timestamp() - make_interval(months => ${recheckMonths})
      and not exists (select 1 from "FindingRecheck" r where r."findingId" = f.id and r.at > clock_timestamp() - make_interval(months => ${recheckMonths}))
    order by f.number limit 20`;
}

/** What waits in findings for one person: an agency's voice has drafts to answer, an author comments to answer, who checks has old ones to read again. */
export async function findingsWaiting(db: Database, waiter: Waiter) {
  const { personId, programId, organizationId, speaks, checks } = waiter;
  const [toRecheck, toRespond, toReply] = await Promise.all([
    checks ? findingsToRecheck(db, waiter) : [],
    speaks ? db.finding.findMany({ where: { programId, state: "dialogue", agencies: { some: { organizationId, respondedAt: null } } }, orderBy: { dialogueEndsAt: "asc" }, take: 20, select: { id: true, number: true, dialogueEndsAt: true } }) : [],
    db.finding.findMany({ where: { programId, authorId: personId, state: "dialogue", comments: { some: { reply: null } } }, orderBy: { dialogueEndsAt: "asc" }, take: 20, select: { id: true, number: true, dialogueEndsAt: true, _count: { select: { comments: { where: { reply: null } } } } } }),
  ]);
  return { toRecheck, toRespond, toReply: toReply.map(({ _count, ...finding }) => ({ ...finding, unanswered: _count.comments })) };
}

/** The people of a finding's agencies who hear that it waits for them. */
export async function voicesOf(db: Database, organizationIds: readonly string[]): Promise<string[]> {
  const rows = await db.person.findMany({ where: { organizationId: { in: [...organizationIds] }, suspendedAt: null, roles: { hasSome: ["approver", "coordinator"] } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Embargoes that are over by the database's clock. */
export async function endedEmbargoes(db: Database, findingId?: string): Promise<{ id: string; programId: string }[]> {
  return db.$queryRaw<{ id: string; programId: string }[]>`
    select id, "programId" from "Finding" where state = 'embargoed' and "embargoUntil" <= clock_timestamp() and (${findingId ?? null}::text is null or id = ${findingId ?? null}) order by "embargoUntil"`;
}

/** The next version, which supersedes the one before it. */
export async function insertFindingVersion(db: Database, { findingId, content, hash, publishedAt, reason }: { findingId: string; content: unknown; hash: string; publishedAt: Date; reason: string }): Promise<number> {
  await db.findingVersion.updateMany({ where: { findingId, standing: "current" }, data: { standing: "superseded", reason } });
  const { _max } = await db.findingVersion.aggregate({ where: { findingId }, _max: { version: true } });
  const version = 1 + (_max.version ?? 0);
  await db.findingVersion.create({ data: { findingId, version, content: content as Prisma.InputJsonValue, hash, publishedAt } });
  return version;
}

/** Every version: what a newer one took back is not left standing in an older one. */
export async function retractVersions(db: Database, findingId: string, reason: string): Promise<void> {
  await db.findingVersion.updateMany({ where: { findingId, standing: { not: "retracted" } }, data: { standing: "retracted", reason } });
}

export const standings = ["current", "superseded", "retracted"] as const;
export type VersionStanding = (typeof standings)[number];

/** What anybody may read of findings: their versions, the newest first; of retracted ones the tombstone. */
export async function publicFindings(db: Database, only: { number?: number } = {}) {
  const rows = await db.finding.findMany({
    where: { versions: { some: {} }, ...(only.number === undefined ? {} : { number: only.number }) },
    orderBy: { number: "desc" },
    take: 200,
    select: { id: true, programId: true, number: true, program: { select: { name: true, timeZone: true } }, versions: { orderBy: { version: "desc" } } },
  });
  return rows.map(({ versions, ...row }) => ({ ...row, versions: versions.map(readVersion) }));
}

function readVersion<Row extends { standing: string; content: Prisma.JsonValue }>({ standing: stored, content, ...version }: Row) {
  const standing = standings.find((known) => known === stored) ?? "retracted";
  const said = content as unknown as PublishedFinding;
  return { ...version, standing, content: standing === "retracted" ? tombstoneOf(said) : said };
}

/** The versions that hold now, the newest first. */
export async function newestFindings(db: Database, most: number) {
  const rows = await db.findingVersion.findMany({ where: { standing: "current" }, orderBy: { publishedAt: "desc" }, take: most, select: { version: true, publishedAt: true, content: true, finding: { select: { number: true } } } });
  return rows.map(({ version, publishedAt, content, finding: { number } }) => {
    const { content: { question, answer }, correction } = content as unknown as PublishedFinding;
    return { number, version, publishedAt, question, answer, correction };
  });
}

/** A frozen plan as a finding needs it: its newest signed version, its measures, and the agencies of its program. */
export async function frozenPlan(db: Database, planId: string) {
  const plan = await db.evaluationPlan.findUnique({
    where: { id: planId },
    select: {
      id: true, programId: true,
      reviews: { where: { version: { not: null } }, orderBy: { version: "desc" }, take: 1, select: { version: true, parts: true } },
      program: { select: { organizations: { where: { isAgency: true }, orderBy: { name: "asc" }, select: { id: true, name: true } } } },
    },
  });
  const review = plan?.reviews[0];
  if (!plan || !review?.version) return null;
  const parts = readParts(review.parts);
  return { id: plan.id, programId: plan.programId, version: review.version, parts, measureIds: [...new Set(parts.measures.flatMap(({ measure }) => (measure ? [measure] : [])))], agencies: plan.program.organizations, agencyIds: plan.program.organizations.map(({ id }) => id) };
}

/** The frozen plans of a program that one organization may see. */
export async function frozenPlansOf(db: Database, reader: { programId: string; organizationId: string }) {
  return db.evaluationPlan.findMany({ where: { programId: reader.programId, document: seenBy(reader), reviews: { some: { version: { not: null } } } }, orderBy: { createdAt: "desc" }, take: 100, select: { id: true, document: { select: { number: true, title: true } } } });
}

/** Who may own a step, and the proposal of that number. */
export async function membersWithProposals(db: Database, programId: string, number: number | null) {
  const [members, proposal] = await Promise.all([
    db.person.findMany({ where: { programId, suspendedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true, organization: { select: { name: true } } } }),
    number === null ? null : db.proposal.findFirst({ where: { programId, number, document: { visibility: { not: "organization" } } }, select: { id: true } }),
  ]);
  return { members, proposalId: proposal?.id ?? null };
}
