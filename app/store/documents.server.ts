import { openStates } from "~/domain/decisions/stages";
import type { Visibility } from "~/domain/access/may";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";
import { adoptedText } from "./library.server";
import { reviewFacts } from "./reviews.server";
import { layPath } from "./stages.server";
import { readRules } from "./voting.server";

const agency = { select: { id: true, name: true, shortName: true } } as const;
const applies = { select: { organization: agency }, orderBy: { organization: { name: "asc" } } } as const satisfies Prisma.Document$appliesToArgs;
const adopted = { select: { effectiveFrom: true, until: true, ownTextId: true, organization: agency, edition: { select: { number: true } } } } as const;

export type NewDocument = {
  programId: string;
  organizationId: string;
  kind: string;
  number: string;
  title: string;
  topic: string;
  visibility: Visibility;
  createdById: string;
  agencyIds: readonly string[];
  source?: string;
  copyright?: string;
  importReport?: unknown;
};

/** The id of the new document, or null when its number is taken in the program. */
export async function insertDocument(db: Database, { agencyIds, importReport, ...document }: NewDocument): Promise<string | null> {
  const [row] = await db.document.createManyAndReturn({
    data: [{ ...document, ...(importReport === undefined ? {} : { importReport: importReport as Prisma.InputJsonValue }) }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!row) return null;
  await db.documentAgency.createMany({ data: agencyIds.map((organizationId) => ({ documentId: row.id, organizationId })) });
  return row.id;
}

/** What a rule needs to know of one document. */
export async function documentFacts(db: Database, id: string) {
  return db.document.findUnique({
    where: { id },
    select: {
      id: true,
      programId: true,
      organizationId: true,
      visibility: true,
      createdById: true,
      kind: true,
      number: true,
      title: true,
      topic: true,
      source: true,
      copyright: true,
      rightsConfirmedAt: true,
      organization: agency,
      program: { select: { timeZone: true } },
      appliesTo: applies,
      drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true, frozen: true } },
      editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, frozenTextId: true } },
    },
  });
}

/** Holds the document to the end of the transaction, so that two cannot submit or share it at once. */
export async function lockDocument(db: Database, id: string): Promise<void> {
  await db.$queryRaw`select 1 from "Document" where "id" = ${id} for update`;
}

/** False when the visibility was no longer `from`. */
export async function saveVisibility(db: Database, id: string, from: Visibility, to: Visibility): Promise<boolean> {
  const { count } = await db.document.updateMany({ where: { id, visibility: from }, data: { visibility: to } });
  return count === 1;
}

/** Writes where the text of a document comes from since a newer one was imported. */
export async function saveImport(db: Database, id: string, { importReport, ...origin }: { source: string; copyright: string; importReport: unknown }): Promise<void> {
  await db.document.update({ where: { id }, data: { ...origin, importReport: importReport as Prisma.InputJsonValue } });
}

/** Writes who confirmed the right to publish, and on what basis. False when it was confirmed already. */
export async function saveRights(db: Database, id: string, rights: { rightsConfirmedById: string; rightsConfirmedAt: Date; rightsBasis: string }): Promise<boolean> {
  const { count } = await db.document.updateMany({ where: { id, rightsConfirmedAt: null }, data: rights });
  return count === 1;
}

export type DocumentFilter = { programId: string; organizationId: string; kind?: string; topic?: string; ownerId?: string };

/** The documents of a program that one organization may see, with what their state is read from. */
export async function documentsSeen(db: Database, { programId, organizationId, kind, topic, ownerId }: DocumentFilter) {
  return db.document.findMany({
    where: {
      programId,
      OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }],
      ...(kind ? { kind } : {}),
      ...(topic ? { topic } : {}),
      ...(ownerId ? { organizationId: ownerId } : {}),
    },
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      kind: true,
      topic: true,
      visibility: true,
      createdById: true,
      organization: agency,
      appliesTo: applies,
      adoptions: adopted,
      editions: { select: { number: true } },
      decisions: { where: { proposalId: null }, select: { outcome: true } },
    },
  });
}

/** The numbers taken and the topics used, for the forms and filters. */
export async function documentWords(db: Database, programId: string, organizationId: string) {
  return db.document.findMany({
    where: { programId, OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] },
    select: { number: true, topic: true },
  });
}

/** Everything the page of one document shows but the text itself. */
export async function documentOnPage(db: Database, id: string) {
  return db.document.findUnique({
    where: { id },
    select: {
      id: true,
      programId: true,
      organizationId: true,
      visibility: true,
      createdById: true,
      kind: true,
      number: true,
      title: true,
      topic: true,
      createdAt: true,
      importReport: true,
      ...reviewFacts,
      source: true,
      copyright: true,
      rightsConfirmedAt: true,
      rightsBasis: true,
      rightsConfirmedBy: { select: { name: true } },
      evaluationPlan: { select: { id: true } },
      organization: agency,
      createdBy: { select: { name: true } },
      program: { select: { name: true, timeZone: true } },
      appliesTo: applies,
      adoptions: { orderBy: { effectiveFrom: "asc" }, select: { id: true, ...adoptedText, edition: { select: { number: true } } } },
      drafts: { where: { proposal: null }, orderBy: { createdAt: "asc" }, take: 1, select: { id: true, frozen: true } },
      editions: { orderBy: { number: "desc" }, select: { id: true, number: true, hash: true, carriedHash: true, createdAt: true, frozenTextId: true, proposalId: true } },
      decisions: { where: { proposalId: null }, orderBy: { askedAt: "desc" }, select: { id: true, outcome: true, askedAt: true, dueAt: true, reasons: true, organization: agency } },
      proposals: { where: { stage: { in: ["drafting", "voting"] } }, orderBy: { number: "desc" }, select: { id: true, number: true, title: true, stage: true, clauseId: true } },
    },
  });
}

/** The text of a frozen text as it was stored. */
export async function frozenTextContent(db: Database, id: string): Promise<unknown> {
  const row = await db.frozenText.findUnique({ where: { id }, select: { content: true } });
  return row?.content ?? null;
}

export async function insertFrozenText(db: Database, frozen: { documentId: string; content: unknown; hash: string; at: Date }): Promise<string> {
  const row = await db.frozenText.create({
    data: { documentId: frozen.documentId, content: frozen.content as Prisma.InputJsonValue, hash: frozen.hash, frozenAt: frozen.at },
    select: { id: true },
  });
  return row.id;
}

/** How many heads were asked about the document outside any proposal, and have not answered. */
export async function pendingFirstDecisions(db: Database, documentId: string): Promise<number> {
  return db.decision.count({ where: { documentId, proposalId: null, outcome: { in: openStates } } });
}

/** The people who are head of each of these agencies and may sign in. */
export async function headsOf(db: Database, organizationIds: readonly string[]) {
  return db.person.findMany({
    where: { organizationId: { in: [...organizationIds] }, roles: { has: "approver" }, suspendedAt: null },
    select: { id: true, organizationId: true, name: true },
  });
}

export async function agenciesOf(db: Database, programId: string) {
  return db.organization.findMany({ where: { programId, isAgency: true, leftOn: null }, orderBy: { name: "asc" }, select: { id: true, name: true, shortName: true } });
}

export async function organizationsOf(db: Database, programId: string) {
  return db.organization.findMany({ where: { programId }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

/** The time zone in which a program counts its days. */
export async function programZone(db: Database, programId: string): Promise<string> {
  const program = await db.program.findUniqueOrThrow({ where: { id: programId }, select: { timeZone: true } });
  return program.timeZone;
}

/** Days the head of an agency has to decide, by the charter of today. */
export async function daysToDecide(db: Database, programId: string): Promise<number> {
  const charter = await db.charter.findFirstOrThrow({ where: { programId }, orderBy: { version: "desc" }, select: { rules: true } });
  return readRules(charter.rules).daysToDecide;
}

/** Asks the head of each agency about a text that no vote was needed for. */
export async function askHeads(db: Database, asked: { programId: string; documentId: string; frozenTextId: string; organizationIds: readonly string[]; askedAt: Date; dueAt: Date }): Promise<void> {
  const { organizationIds, ...same } = asked;
  for (const organizationId of organizationIds) {
    const { id: decisionId } = await db.decision.create({ data: { ...same, organizationId }, select: { id: true } });
    await layPath(db, { decisionId, organizationId, at: same.askedAt });
  }
}
