import { directions, frequencies, measureDomains, measureKinds, measureUnits, readWord, type MeasureDefinition } from "~/domain/evaluation/measure";
import type { Database } from "./database.server";

const organization = { select: { id: true, name: true } } as const;
const versions = {
  orderBy: { number: "desc" },
  include: { owner: organization, writtenBy: { select: { name: true, organization: { select: { name: true } } } } },
} as const;

type StoredVersion = { kind: string; domain: string; unit: string; direction: string; frequency: string; healthData: boolean; ownerId: string | null };

function readVersion<Version extends StoredVersion>(version: Version) {
  return {
    ...version,
    kind: readWord(measureKinds, version.kind),
    domain: readWord(measureDomains, version.domain),
    unit: readWord(measureUnits, version.unit),
    direction: readWord(directions, version.direction),
    frequency: readWord(frequencies, version.frequency),
  };
}

export type MeasureLine = Awaited<ReturnType<typeof measuresOf>>[number];

/** The library of a program, each measure as it is defined now. */
export async function measuresOf(db: Database, programId: string, only: { key?: string; ids?: readonly string[] } = {}) {
  const rows = await db.measure.findMany({
    where: { programId, ...(only.key === undefined ? {} : { key: only.key }), ...(only.ids ? { id: { in: [...only.ids] } } : {}) },
    orderBy: { key: "asc" },
    select: { id: true, key: true, versions: { ...versions, take: 1 }, _count: { select: { clauses: true, plans: true } } },
  });
  return rows.flatMap(({ versions: [latest], _count, ...measure }) => (latest ? [{ ...measure, now: readVersion(latest), clauses: _count.clauses, plans: _count.plans }] : []));
}

/** One measure with all its versions, the newest first, and what it is linked to. */
export async function measureOnPage(db: Database, id: string) {
  const measure = await db.measure.findUnique({
    where: { id },
    select: {
      id: true,
      programId: true,
      key: true,
      program: { select: { timeZone: true } },
      versions,
      clauses: { orderBy: { linkedAt: "asc" }, select: { clauseId: true, linkedAt: true, document: { select: { id: true, number: true, title: true, organizationId: true, visibility: true } } } },
      plans: { select: { plan: { select: { id: true, state: true, document: { select: { number: true, title: true, organizationId: true, visibility: true } } } } } },
    },
  });
  return measure && { ...measure, versions: measure.versions.map(readVersion) };
}

export async function measureFacts(db: Database, id: string) {
  const measure = await db.measure.findUnique({ where: { id }, select: { id: true, programId: true, key: true, versions: { orderBy: { number: "desc" }, take: 1 } } });
  const latest = measure?.versions[0];
  return measure && latest ? { id: measure.id, programId: measure.programId, key: measure.key, now: readVersion(latest) } : null;
}

/** A stored version in the words of the form. */
export function definitionOf({ name, kind, domain, numerator, denominator, exclusions, unit, direction, frequency, source, ownerId, healthData, origin }: Omit<MeasureDefinition, "ownerId" | "healthData"> & { ownerId: string | null; healthData: boolean }): MeasureDefinition {
  return { name, kind, domain, numerator, denominator, exclusions, unit, direction, frequency, source, ownerId: ownerId ?? "", healthData: healthData ? "yes" : "no", origin };
}

/** Holds the library to the end of the transaction, so that no two measures take one word and no two versions one number. */
export async function lockMeasures(db: Database, programId: string): Promise<void> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`measures:${programId}`}, 0))) as held`;
}

/** The ids of the new measures by their keys; a key that is taken is left out. */
export async function insertMeasures(db: Database, programId: string, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.measure.createManyAndReturn({ data: keys.map((key) => ({ programId, key })), skipDuplicates: true, select: { id: true, key: true } });
  return new Map(rows.map(({ id, key }) => [key, id]));
}

export type NewVersion = MeasureDefinition & { measureId: string; number: number; writtenById: string; writtenAt: Date };

export async function insertVersions(db: Database, rows: readonly NewVersion[]): Promise<void> {
  await db.measureVersion.createMany({ data: rows.map(({ ownerId, healthData, ...row }) => ({ ...row, ownerId: ownerId || null, healthData: healthData === "yes" })) });
}

/** False when the link was there already. */
export async function insertClauseLink(db: Database, link: { measureId: string; documentId: string; clauseId: string; linkedById: string; linkedAt: Date }): Promise<boolean> {
  const { count } = await db.measureClause.createMany({ data: [link], skipDuplicates: true });
  return count === 1;
}

/** False when there was no such link. */
export async function deleteClauseLink(db: Database, link: { measureId: string; documentId: string; clauseId: string }): Promise<boolean> {
  const { count } = await db.measureClause.deleteMany({ where: link });
  return count === 1;
}

/** The documents with an edition that one organization may see: what measures, proofs and citations are linked to. */
export async function citableDocuments(db: Database, { programId, organizationId }: { programId: string; organizationId: string }) {
  return db.document.findMany({
    where: { programId, kind: { not: "charter" }, editions: { some: {} }, OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] },
    orderBy: { number: "asc" },
    take: 1000,
    select: { id: true, number: true, title: true },
  });
}

/** The newest text of each of these documents; of one without an edition, nothing. */
export async function newestTexts(db: Database, documentIds: readonly string[]) {
  const editions = await db.edition.findMany({
    where: { documentId: { in: [...documentIds] } },
    orderBy: [{ documentId: "asc" }, { number: "desc" }],
    distinct: ["documentId"],
    select: { documentId: true, frozenText: { select: { content: true } } },
  });
  return new Map(editions.map(({ documentId, frozenText }) => [documentId, frozenText.content as unknown]));
}

export async function namesOfOrganizations(db: Database, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return db.organization.findMany({ where: { id: { in: [...ids] } }, orderBy: { name: "asc" }, select: { id: true, name: true } });
}

/** The days on which editions of the documents came into force whose clauses a measure watches. Only public and program documents: figures are the program's. */
export async function adoptionsOfClauses(db: Database, measureId: string) {
  const adoptions = await db.adoption.findMany({
    where: { document: { visibility: { not: "organization" }, measures: { some: { measureId } } } },
    orderBy: { effectiveFrom: "asc" },
    select: { effectiveFrom: true, organization: { select: { id: true, name: true } }, edition: { select: { number: true } }, document: { select: { number: true } } },
  });
  return adoptions.map(({ effectiveFrom, organization, edition, document }) => ({ day: effectiveFrom.toISOString().slice(0, 10), agencyId: organization.id, agency: organization.name, words: `${document.number}, edition ${edition.number}` }));
}
