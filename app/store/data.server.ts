import type { AggregateRow, Mapping } from "~/domain/evaluation/import-rows";
import { readImportState, type ImportState } from "~/domain/evaluation/import-stages";
import type { Memory, Released } from "~/domain/evaluation/suppression";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const person = { select: { name: true, organization: { select: { name: true } } } } as const;

export type NewAgreement = { programId: string; title: string; purpose: string; parties: string; fields: readonly string[]; retention: string; publication: string; validFrom: string; expiresOn: string; createdById: string; measureIds: readonly string[] };

const day = (date: string) => new Date(`${date}T00:00:00Z`);

export async function insertAgreement(db: Database, { measureIds, fields, validFrom, expiresOn, ...agreement }: NewAgreement): Promise<string> {
  const row = await db.dataAgreement.create({ data: { ...agreement, fields: [...fields], validFrom: day(validFrom), expiresOn: day(expiresOn), measures: { createMany: { data: measureIds.map((measureId) => ({ measureId })) } } }, select: { id: true } });
  return row.id;
}

const agreement = { include: { measures: { select: { measureId: true } }, createdBy: person } } as const;

function readAgreement<Row extends { validFrom: Date; expiresOn: Date; measures: { measureId: string }[] }>({ validFrom, expiresOn, measures, ...row }: Row) {
  return { ...row, validFrom: validFrom.toISOString().slice(0, 10), expiresOn: expiresOn.toISOString().slice(0, 10), measureIds: measures.map(({ measureId }) => measureId) };
}

export async function agreementsOf(db: Database, programId: string) {
  return (await db.dataAgreement.findMany({ where: { programId }, orderBy: { expiresOn: "desc" }, ...agreement })).map(readAgreement);
}

export async function agreementById(db: Database, id: string) {
  const row = await db.dataAgreement.findUnique({ where: { id }, ...agreement });
  return row && readAgreement(row);
}

/** What an import says of itself when it ended: rows to mend, or what is worth a look. */
export type ImportNotes = { problems?: { row: number; problem: string }[]; problemCount?: number; gaps?: { series: string; periods: string[] }[]; outliers?: { series: string; periods: string[] }[] };

export type NewImport = { programId: string; agreementId: string; fileName: string; fileHash: string; header: readonly string[]; sample: readonly (readonly string[])[]; staged: Uint8Array; rowsTotal: number; importedById: string; stagedAt: Date };

/** The number of an import is the version of the program's data that it makes. */
export async function insertImport(db: Database, { header, sample, staged, ...row }: NewImport): Promise<string> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`imports:${row.programId}`}, 0))) as held`;
  const { _max } = await db.dataImport.aggregate({ where: { programId: row.programId }, _max: { number: true } });
  const number = 1 + (_max.number ?? 0);
  return (await db.dataImport.create({ data: { ...row, number, header: [...header], sample: sample.map((each) => [...each]), staged: new Uint8Array(staged), state: "staged", beatAt: row.stagedAt }, select: { id: true } })).id;
}

const shownImport = { omit: { staged: true }, include: { agreement: { select: { id: true, title: true } }, importedBy: person, undoneBy: person, program: { select: { timeZone: true } } } } as const;

function readImport<Row extends { state: string; mapping: unknown; notes: unknown; sample: unknown }>(row: Row) {
  return { ...row, state: readImportState(row.state), mapping: row.mapping as Mapping | null, notes: (row.notes ?? {}) as ImportNotes, sample: row.sample as string[][] };
}

export type ImportFacts = NonNullable<Awaited<ReturnType<typeof importById>>>;

export async function importById(db: Database, id: string) {
  const row = await db.dataImport.findUnique({ where: { id }, ...shownImport });
  return row && readImport(row);
}

/** Held to the end of the transaction: a slice, a cancellation and an end take turns. */
export async function lockImport(db: Database, id: string) {
  await db.$queryRaw`select 1 from "DataImport" where id = ${id} for update`;
  return importById(db, id);
}

export async function importsOf(db: Database, programId: string, most: number) {
  return (await db.dataImport.findMany({ where: { programId }, orderBy: { number: "desc" }, take: most, ...shownImport })).map(readImport);
}

export async function stagedRows(db: Database, id: string): Promise<Uint8Array | null> {
  return (await db.dataImport.findUnique({ where: { id }, select: { staged: true } }))?.staged ?? null;
}

type Change = { mapping?: Mapping; notes?: ImportNotes; rowsDone?: number; finishedAt?: Date; undoneAt?: Date; undoneById?: string; releasePending?: boolean; beatAt?: Date };

/** Changes the state of an import; false when it was no longer `from`. What was staged goes with the end. */
export async function saveImportState(db: Database, id: string, from: ImportState, to: ImportState, { mapping, notes, ...change }: Change = {}): Promise<boolean> {
  const ended = to !== "staged" && to !== "running" ? { staged: null, sample: [] } : {};
  const { count } = await db.dataImport.updateMany({
    where: { id, state: from },
    data: { state: to, ...change, ...ended, ...(mapping ? { mapping: mapping as unknown as Prisma.InputJsonValue } : {}), ...(notes ? { notes: notes as unknown as Prisma.InputJsonValue } : {}) },
  });
  return count === 1;
}

export async function saveProgress(db: Database, id: string, rowsDone: number, beatAt: Date): Promise<void> {
  await db.dataImport.updateMany({ where: { id, state: "running" }, data: { rowsDone, beatAt } });
}

/** Rows go in as one value: two thousand of them as parameters keep the server from its pages for longer. */
export async function insertCounts(db: Database, importId: string, rows: readonly (AggregateRow & { row: number })[]): Promise<void> {
  if (rows.length === 0) return;
  await db.$executeRaw`
    insert into "AggregateCount" ("importId", "row", "measureId", "organizationId", "period", "breakdown", "stratum", "numerator", "denominator")
    select ${importId}, each.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as each("row" int, "measureId" text, "organizationId" text, "period" text, "breakdown" text, "stratum" text, "numerator" float8, "denominator" float8)`;
}

export async function deleteCounts(db: Database, importId: string): Promise<void> {
  await db.aggregateCount.deleteMany({ where: { importId } });
}

export async function markReleased(db: Database, id: string): Promise<void> {
  await db.dataImport.updateMany({ where: { id }, data: { releasePending: false } });
}

/** Imports that somebody began and nobody goes on with, as after a server stopped. */
export async function waitingImports(db: Database, silentFor: number) {
  return db.$queryRaw<{ id: string; programId: string }[]>`
    select id, "programId" from "DataImport" where (state = 'running' or "releasePending") and "beatAt" < clock_timestamp() - ${silentFor} * interval '1 second' order by "stagedAt"`;
}

/** The measures and periods that an import has counts of. */
export async function touchedBy(db: Database, importId: string) {
  return db.$queryRaw<{ measureId: string; period: string }[]>`select distinct "measureId", period from "AggregateCount" where "importId" = ${importId}`;
}

export type CurrentCount = { organizationId: string; period: string; breakdown: string; stratum: string; numerator: number; denominator: number | null };

/** The counts of a measure as they stand: of each cell the newest import that was not undone. With `block`, only periods that begin so. */
export async function currentCounts(db: Database, measureId: string, block = ""): Promise<CurrentCount[]> {
  return db.$queryRaw<CurrentCount[]>`
    select distinct on (c.period, c."organizationId", c.breakdown, c.stratum) c."organizationId", c.period, c.breakdown, c.stratum, c.numerator, c.denominator
    from "AggregateCount" c join "DataImport" i on i.id = c."importId"
    where c."measureId" = ${measureId} and starts_with(c.period, ${block}) and i.state = 'done'
    order by c.period, c."organizationId", c.breakdown, c.stratum, i.number desc`;
}

/** The newest period of each measure that has come in. */
export async function newestPeriods(db: Database, programId: string): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ id: string; period: string }[]>`
    select m.id, newest.period from "Measure" m
    join lateral (select c.period from "AggregateCount" c join "DataImport" i on i.id = c."importId" where c."measureId" = m.id and i.state = 'done' order by c.period desc limit 1) newest on true
    where m."programId" = ${programId}`;
  return new Map(rows.map(({ id, period }) => [id, period]));
}

export type StoredBlock = { block: string; number: number; threshold: number; complete: boolean; cells: [key: string, released: Released][]; memory: [key: string, memory: Memory][]; strata: boolean; months: boolean; agencies: boolean };

/** What was last released of a measure, block by block, the newest blocks first. */
export async function releasedBlocks(db: Database, measureId: string, only: { block?: string; most?: number } = {}): Promise<(StoredBlock & { importNumber: number | null; releasedAt: Date })[]> {
  const rows = await db.$queryRaw<(StoredBlock & { importNumber: number | null; releasedAt: Date })[]>`
    select distinct on (r.block) r.block, r.number, r.threshold, r.complete, r.cells, r.memory, r.strata, r.months, r.agencies, r."releasedAt", i.number as "importNumber"
    from "ReleasedBlock" r left join "DataImport" i on i.id = r."importId"
    where r."measureId" = ${measureId} and (${only.block ?? null}::text is null or r.block = ${only.block ?? null})
    order by r.block desc, r.number desc limit ${only.most ?? 1000}`;
  return rows;
}

export async function insertReleasedBlock(db: Database, { cells, memory, ...row }: StoredBlock & { measureId: string; importId: string | null; releasedAt: Date }): Promise<void> {
  await db.releasedBlock.create({ data: { ...row, cells: cells as unknown as Prisma.InputJsonValue, memory: memory as unknown as Prisma.InputJsonValue } });
}

/** The blocks that have counts or a release of a measure. */
export async function periodsOf(db: Database, measureId: string): Promise<string[]> {
  return (await db.$queryRaw<{ period: string }[]>`select distinct period from "AggregateCount" where "measureId" = ${measureId}`).map(({ period }) => period);
}

export async function smallCellRule(db: Database, measureId: string) {
  return db.smallCellRule.findFirst({ where: { measureId }, orderBy: { number: "desc" }, select: { number: true, threshold: true, reason: true, setAt: true, setBy: person } });
}

export async function insertSmallCellRule(db: Database, rule: { measureId: string; number: number; threshold: number; reason: string; setById: string; setAt: Date }): Promise<void> {
  await db.smallCellRule.create({ data: rule });
}
