import type { CitedClause } from "~/domain/documents/cited-clause";
import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import { lapseCause, readResourceState, type ResourceState } from "~/domain/resources/stages";
import type { Database } from "./database.server";

/** So many clauses that cite one resource are listed, and told of. */
export const mostCitations = 500;

const facts = { id: true, programId: true, kind: true, name: true, organization: true, phone: true, hours: true, validUntil: true, state: true, closedAt: true, closedReason: true } as const;

function read<Row extends { validUntil: Date | null; state: string }>(row: Row) {
  return { ...row, validUntil: row.validUntil && storedDay(row.validUntil), state: readResourceState(row.state) };
}

/** The resources of a program by kind and name, after a name. */
export async function resourcesOf(db: Database, { programId, kind, after, most }: { programId: string; kind: string; after: string; most: number }) {
  const rows = await db.resource.findMany({
    where: { programId, ...(kind ? { kind } : {}), name: { gt: after } },
    orderBy: { name: "asc" },
    take: most,
    select: { ...facts, _count: { select: { citations: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...read(row), citations: _count.citations }));
}

const document = { select: { id: true, number: true, title: true, programId: true, organizationId: true, visibility: true, createdById: true, organization: { select: { name: true } } } } as const;

export async function resourceOnPage(db: Database, id: string) {
  const row = await db.resource.findUnique({
    where: { id },
    select: {
      ...facts,
      program: { select: { timeZone: true } },
      citations: {
        orderBy: [{ document: { number: "asc" } }, { clauseName: "asc" }],
        take: mostCitations,
        select: { id: true, clauseId: true, clauseName: true, clauseHash: true, presentHash: true, lookedAt: true, lookedNote: true, lookedBy: { select: { name: true } }, edition: { select: { number: true } }, document },
      },
    },
  });
  return row && read(row);
}

/** A resource, held to the end of the transaction when `lock`. */
export async function resourceFacts(db: Database, id: string, lock = false) {
  if (lock) await db.$queryRaw`select 1 from "Resource" where id = ${id} for update`;
  const row = await db.resource.findUnique({ where: { id }, select: facts });
  return row && read(row);
}

type Description = { kind: string; name: string; organization: string; phone: string; hours: string; validUntil: string };

function stored({ validUntil, ...description }: Description) {
  return { ...description, validUntil: validUntil ? dayToStore(validUntil) : null };
}

/** Null when the program has a resource of this name. */
export async function insertResource(db: Database, { programId, addedById, addedAt, ...description }: Description & { programId: string; addedById: string; addedAt: Date }): Promise<string | null> {
  const [row] = await db.resource.createManyAndReturn({ data: [{ programId, addedById, addedAt, ...stored(description) }], skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

export async function resourceNamed(db: Database, programId: string, name: string): Promise<string | null> {
  return (await db.resource.findUnique({ where: { programId_name: { programId, name } }, select: { id: true } }))?.id ?? null;
}

export async function saveResource(db: Database, id: string, description: Description): Promise<void> {
  await db.resource.update({ where: { id }, data: stored(description) });
}

/** False when somebody was first. */
export async function saveResourceState(db: Database, id: string, from: ResourceState, to: { state: ResourceState; closedAt: Date | null; closedReason: string }): Promise<boolean> {
  return (await db.resource.updateMany({ where: { id, state: from }, data: to })).count === 1;
}

/** False when this clause cites it already. */
export async function insertCitation(db: Database, citation: CitedClause & { resourceId: string; citedById: string; citedAt: Date }): Promise<boolean> {
  return (await db.resourceCitation.createMany({ data: [{ ...citation, presentHash: citation.clauseHash }], skipDuplicates: true })).count === 1;
}

/** A citation with its clause and its resource, held to the end of the transaction when `lock`. */
export async function citationById(db: Database, id: string, lock = false) {
  if (lock) await db.$queryRaw`select 1 from "ResourceCitation" where id = ${id} for update`;
  const row = await db.resourceCitation.findUnique({ where: { id }, select: { id: true, clauseId: true, clauseName: true, lookedAt: true, document, resource: { select: facts } } });
  return row && { ...row, resource: read(row.resource) };
}

export async function saveLook(db: Database, id: string, look: { lookedById: string; lookedAt: Date; lookedNote: string }): Promise<void> {
  await db.resourceCitation.update({ where: { id }, data: look });
}

export async function deleteCitation(db: Database, id: string): Promise<boolean> {
  return (await db.resourceCitation.deleteMany({ where: { id } })).count === 1;
}

/** Who keeps the documents of an organization: its coordinators and its head, and who started one of these documents. */
export async function keepersOf(db: Database, organizationIds: readonly string[], starterIds: readonly string[]): Promise<{ id: string; organizationId: string }[]> {
  return db.person.findMany({
    where: { suspendedAt: null, organizationId: { in: [...organizationIds] }, OR: [{ roles: { hasSome: ["coordinator", "approver"] } }, { id: { in: [...starterIds] } }] },
    select: { id: true, organizationId: true },
  });
}

/** What is open and past its last day, and whoever entered it was not told. */
export async function lapsedUntold(db: Database, programId: string, today: string): Promise<string[]> {
  const rows = await db.resource.findMany({ where: { programId, state: "open", validUntil: { lt: dayToStore(today) } }, select: { id: true, validUntil: true, addedById: true } });
  const causes = rows.flatMap(({ id, validUntil, addedById }) => (validUntil ? [{ id, personId: addedById, cause: lapseCause(id, storedDay(validUntil)) }] : []));
  const told = await db.notice.findMany({ where: { OR: causes.map(({ personId, cause }) => ({ personId, cause })) }, select: { cause: true } });
  const known = new Set(told.map(({ cause }) => cause));
  return causes.flatMap(({ id, cause }) => (known.has(cause) ? [] : [id]));
}

/** Whom the end of a resource concerns: who entered it, every coordinator of the program, and the heads of those whose documents cite it. */
export async function concernedByLapse(db: Database, resourceId: string, cause: string): Promise<{ personIds: string[]; citations: number; told: boolean }> {
  const { programId, addedById, citations } = await db.resource.findUniqueOrThrow({
    where: { id: resourceId },
    select: { programId: true, addedById: true, citations: { select: { document: { select: { organizationId: true } } } } },
  });
  const keeping = citations.map(({ document }) => document.organizationId);
  const people = await db.person.findMany({
    where: { programId, suspendedAt: null, OR: [{ roles: { has: "coordinator" } }, { organizationId: { in: keeping }, roles: { has: "approver" } }] },
    select: { id: true },
  });
  const told = (await db.notice.count({ where: { personId: addedById, cause } })) > 0;
  return { personIds: [addedById, ...people.map(({ id }) => id)], citations: citations.length, told };
}

/** What some clauses of a document rely on, each with the clauses that cite it. */
export async function resourcesCited(db: Database, documentId: string, clauseIds: readonly string[]) {
  const rows = await db.resource.findMany({
    where: { citations: { some: { documentId, clauseId: { in: [...clauseIds] } } } },
    orderBy: { name: "asc" },
    take: 100,
    select: { ...facts, citations: { where: { documentId, clauseId: { in: [...clauseIds] } }, select: { clauseId: true } } },
  });
  return rows.map(({ citations, ...row }) => ({ ...read(row), clauseIds: citations.map(({ clauseId }) => clauseId) }));
}

export type WaitingCitation = { id: string; resourceId: string; resource: string; closed: boolean; documentId: string; number: string; title: string; clauseName: string };

/** The clauses in documents that one organization keeps which cite what is closed or has lapsed, and that nobody has looked at since. */
export async function citationsWaiting(db: Database, { programId, organizationId, today, most }: { programId: string; organizationId: string; today: string; most: number }): Promise<WaitingCitation[]> {
  return db.$queryRaw<WaitingCitation[]>`
    select citation.id, resource.id as "resourceId", resource.name as resource, resource.state = 'closed' as closed,
      document.id as "documentId", document.number, document.title, citation."clauseName"
    from "Resource" resource
    join "ResourceCitation" citation on citation."resourceId" = resource.id
    join "Document" document on document.id = citation."documentId"
    where resource."programId" = ${programId} and document."organizationId" = ${organizationId}
      and ((resource.state = 'closed' and (citation."lookedAt" is null or citation."lookedAt" < resource."closedAt"))
        or (resource.state = 'open' and resource."validUntil" < ${today}::date and (citation."lookedAt" is null or (citation."lookedAt" at time zone 'UTC')::date <= resource."validUntil")))
    order by document.number, citation."clauseName", citation.id limit ${most}`;
}
