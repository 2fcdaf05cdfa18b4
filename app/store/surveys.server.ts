import { createHmac, randomBytes } from "node:crypto";
import { retention, type ItemTally, type WaveShares } from "~/domain/evaluation/retention";
import { decisionSteps, itemKinds, waveKinds, type ItemKind, type SurveyItem } from "~/domain/evaluation/survey";
import { dayIn } from "~/domain/library/in-force";
import { databaseTime, type Database } from "./database.server";

const known = <Word extends string>(words: readonly Word[], stored: string): Word => {
  const word = words.find((one) => one === stored);
  if (!word) throw new Error(`A survey has the unknown word ${stored}.`);
  return word;
};

function readItem<Row extends { kind: string; step: string | null }>(row: Row) {
  return { ...row, kind: known(itemKinds, row.kind), step: row.step === null ? null : known(decisionSteps, row.step) };
}

const day = (date: string) => new Date(`${date}T00:00:00Z`);

function readWave<Row extends { kind: string; opensOn: Date; closesOn: Date }>({ kind, opensOn, closesOn, ...row }: Row) {
  return { ...row, kind: known(waveKinds, kind), opensOn: opensOn.toISOString().slice(0, 10), closesOn: closesOn.toISOString().slice(0, 10) };
}

export async function insertInstrument(db: Database, instrument: { programId: string; title: string; purpose: string; createdById: string }): Promise<string> {
  await db.linkingSecret.createMany({ data: [{ programId: instrument.programId, secret: randomBytes(32).toString("hex") }], skipDuplicates: true });
  return (await db.surveyInstrument.create({ data: instrument, select: { id: true } })).id;
}

export async function instrumentsOf(db: Database, programId: string) {
  return db.surveyInstrument.findMany({ where: { programId }, orderBy: { createdAt: "desc" }, take: 100, select: { id: true, title: true, purpose: true, _count: { select: { waves: true } } } });
}

export type InstrumentFacts = NonNullable<Awaited<ReturnType<typeof instrumentById>>>;

/** An instrument with its items as they read now and its waves. */
export async function instrumentById(db: Database, id: string) {
  const row = await db.surveyInstrument.findUnique({
    where: { id },
    include: { program: { select: { timeZone: true } }, items: { orderBy: [{ number: "asc" }, { version: "desc" }] }, waves: { include: { _count: { select: { sheets: true } } } } },
  });
  if (!row) return null;
  const items = row.items.map(readItem);
  return { ...row, wordings: items, items: items.filter(({ number }, at) => items[at - 1]?.number !== number), waves: row.waves.map(readWave) };
}

/** Held to the end of the transaction, so that no two versions take one number. */
export async function lockInstrument(db: Database, id: string): Promise<void> {
  await db.$queryRaw`select id from "SurveyInstrument" where id = ${id} for update`;
}

export async function insertItems(db: Database, instrumentId: string, items: readonly Omit<SurveyItem, "id">[]): Promise<void> {
  await db.surveyItem.createMany({ data: items.map(({ options, ...item }) => ({ ...item, options: [...options], instrumentId })) });
}

/** Null when this cohort has such a wave already. */
export async function insertWave(db: Database, { opensOn, closesOn, itemIds, ...wave }: { instrumentId: string; cohort: string; kind: string; itemIds: readonly string[]; opensOn: string; closesOn: string }): Promise<string | null> {
  const [row] = await db.surveyWave.createManyAndReturn({ data: [{ ...wave, itemIds: [...itemIds], opensOn: day(opensOn), closesOn: day(closesOn) }], skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

/** A wave with the items that it asks. */
export async function waveById(db: Database, id: string) {
  const row = await db.surveyWave.findUnique({ where: { id }, include: { instrument: { select: { id: true, title: true, purpose: true, programId: true, program: { select: { name: true, timeZone: true } } } } } });
  if (!row) return null;
  const items = await db.surveyItem.findMany({ where: { id: { in: row.itemIds } }, orderBy: { number: "asc" } });
  return { ...readWave(row), items: items.map(readItem) };
}

/** Gives codes as they are kept: hashed with the program's secret, so that only the same code in another wave finds its sheet again. */
export async function codeHasher(db: Database, programId: string): Promise<(code: string) => string> {
  const { secret } = await db.linkingSecret.findUniqueOrThrow({ where: { programId } });
  return (code) => createHmac("sha256", secret).update(code).digest("hex");
}

export type Sheet = { codeHash: string; answers: readonly { itemId: string; value: number }[] };

/** How many of the sheets were new: one code answers once a wave. */
export async function insertSheets(db: Database, waveId: string, sheets: readonly Sheet[]): Promise<number> {
  const taken = await db.surveySheet.createManyAndReturn({ data: sheets.map((sheet) => ({ waveId, codeHash: sheet.codeHash })), skipDuplicates: true, select: { codeHash: true } });
  const fresh = new Set(taken.map((sheet) => sheet.codeHash));
  await db.surveyAnswer.createMany({ data: sheets.filter((sheet) => fresh.has(sheet.codeHash)).flatMap((sheet) => sheet.answers.map((answer) => ({ waveId, codeHash: sheet.codeHash, ...answer }))) });
  return fresh.size;
}

/**
 * Per wave of an instrument, the share of right answers to its knowledge items: of all, by step of the decision model, and by item.
 * With `cohort`, only its waves. What may not be shown is null.
 */
export async function retentionOf(db: Database, instrumentId: string, { cohort }: { cohort?: string } = {}): Promise<WaveShares[]> {
  const [now, rows] = await Promise.all([
    databaseTime(db),
    db.surveyWave.findMany({ where: { instrumentId, ...(cohort === undefined ? {} : { cohort }) }, select: { id: true, cohort: true, kind: true, closesOn: true, instrument: { select: { program: { select: { timeZone: true } } } }, _count: { select: { sheets: true } } } }),
  ]);
  const waves = rows.map(({ id, cohort: of, kind, closesOn, instrument, _count }) => ({ id, cohort: of, kind: known(waveKinds, kind), people: _count.sheets, open: dayIn(instrument.program.timeZone, now) <= closesOn.toISOString().slice(0, 10) }));
  return retention(waves, await talliesOf(db, waves));
}

/** So many waves are remembered, the last asked for. */
const mostCounted = 500;
const counted = new Map<string, ItemTally[]>();

/** Sheets are only ever added, each with its answers, and no wording changes: a wave that has as many sheets as before has the same answers. */
async function talliesOf(db: Database, waves: readonly { id: string; people: number }[]): Promise<ItemTally[]> {
  const key = ({ id, people }: { id: string; people: number }) => `${id} ${people}`;
  const unknown = waves.filter((wave) => !counted.has(key(wave)));
  const tallies = unknown.length === 0 ? [] : await countAnswers(db, unknown.map(({ id }) => id));
  for (const wave of unknown) counted.set(key(wave), tallies.filter(({ waveId }) => waveId === wave.id));
  const found = waves.flatMap((wave) => counted.get(key(wave)) ?? []);
  for (const oldest of [...counted.keys()].slice(0, Math.max(0, counted.size - mostCounted))) counted.delete(oldest);
  return found;
}

async function countAnswers(db: Database, waveIds: readonly string[]): Promise<ItemTally[]> {
  const rows = await db.$queryRaw<(Omit<ItemTally, "step"> & { step: string | null })[]>`
    select a."waveId", i.number, i.step, count(*)::int as people, (count(*) filter (where a.value = i."right"))::int as "right"
    from "SurveyAnswer" a join "SurveyItem" i on i.id = a."itemId"
    where a."waveId" = any(${[...waveIds]}) and i.kind = 'knowledge'
    group by a."waveId", i.number, i.step order by i.number`;
  return rows.map(({ step, ...tally }) => ({ ...tally, step: step === null ? null : known(decisionSteps, step) }));
}

/** The answers of one wave, a person a row, without the code: for the reliability of the scale. */
export async function sheetsOf(db: Database, waveId: string): Promise<{ number: number; kind: ItemKind; right: number | null; reversed: boolean; value: number }[][]> {
  const rows = await db.surveySheet.findMany({ where: { waveId }, take: 20_000, select: { answers: { select: { value: true, item: { select: { number: true, kind: true, right: true, reversed: true } } } } } });
  return rows.map(({ answers }) => answers.map(({ value, item }) => ({ ...item, kind: known(itemKinds, item.kind), value })).sort((one, other) => one.number - other.number));
}

/** The share in percent that a step may not fall below, as the program set it. */
export async function retentionThreshold(db: Database, programId: string): Promise<number> {
  return (await db.program.findUniqueOrThrow({ where: { id: programId }, select: { retentionThreshold: true } })).retentionThreshold;
}

export async function saveRetentionThreshold(db: Database, programId: string, threshold: number): Promise<void> {
  await db.program.update({ where: { id: programId }, data: { retentionThreshold: threshold } });
}
