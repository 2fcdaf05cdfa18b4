import { setImmediate } from "node:timers/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Actor } from "~/domain/access/may";
import { countedAs, numbersIn, numberStyle, readRow, type AggregateRow, type Known, type Mapping, type Numbers } from "~/domain/evaluation/import-rows";
import { blockNameOf } from "~/domain/evaluation/periods";
import { numberedRowsOf } from "~/domain/tables/separated-values";
import { seriesNotes } from "~/domain/evaluation/series-notes";
import { dayOf } from "~/domain/voting/deadline";
import { takingTurns } from "~/editor/import/taking-turns";
import { agreementById, deleteCounts, importById, markReleased, stagedRows, touchedBy, waitingImports, type ImportFacts, type ImportNotes } from "~/store/data.server";
import { database } from "~/store/database.server";
import { organizationsOf } from "~/store/programs.server";
import { measuresOf } from "~/store/measures.server";
import { slice } from "./read-table.server";
import { releaseBlock } from "./release-block.server";
import { endImport, storeSlice } from "./store-slice.server";

const running = new Set<string>();
const mostProblems = 200;

/** Goes on with an import until it has ended, a slice at a time. One at a time in this process; a second call for the same import does nothing. */
export async function runImport(actor: Actor, importId: string): Promise<void> {
  if (running.has(importId)) return;
  running.add(importId);
  try {
    const found = await importById(database(), importId);
    if (found?.state === "running" && found.mapping) await readAndStore(actor, found, found.mapping);
    const then = await importById(database(), importId);
    if (then?.releasePending) await release(actor, then);
  } finally {
    running.delete(importId);
  }
}

/** Imports that stopped with their server, gone on with by the clock. */
export async function continueImports(silentFor = 60): Promise<number> {
  const waiting = await waitingImports(database(), silentFor);
  for (const { id, programId } of waiting) await runImport({ kind: "clock", programId }, id);
  return waiting.length;
}

async function readAndStore(actor: Actor, found: ImportFacts, mapping: Mapping): Promise<void> {
  const staged = await stagedRows(database(), found.id);
  if (!staged) return;
  const text = (await promisify(gunzip)(staged)).toString("utf8");
  const known = await knownTo(found);
  const style = numberStyle(numbersIn(firstRows(text), mapping));
  const problems: { row: number; problem: string }[] = [];
  let problemCount = 0;
  const seen = new Map<string, number>();
  let count = 0;
  // First every row is read, so that a file with one wrong row leaves nothing behind.
  for await (const { row, at } of readRows(text, mapping, known, style)) {
    const problem = typeof row === "string" ? row : twice(seen, row, at);
    if (problem) {
      problemCount += 1;
      if (problems.length < mostProblems) problems.push({ row: at, problem });
    }
    count += 1;
    if (count % (5 * slice) === 0 && !(await storeSlice(actor, { importId: found.id, rowsDone: 0, rows: [] })).ok) return;
  }
  seen.clear();
  if (problemCount > 0) {
    await endImport(actor, { importId: found.id, move: "reject", rowsDone: 0, notes: { problems, problemCount } });
    return;
  }
  await deleteCounts(database(), found.id);
  let waiting: (AggregateRow & { row: number })[] = [];
  const series = new Map<string, { period: string; numerator: number; denominator: number | null }[]>();
  let done = 0;
  for await (const { row, at } of readRows(text, mapping, known, style)) {
    if (typeof row === "string") continue;
    waiting.push({ ...row, row: at });
    done += 1;
    if (row.stratum === "") {
      const key = `${row.measureId}\u001f${row.organizationId}`;
      series.set(key, [...(series.get(key) ?? []), { period: row.period, numerator: row.numerator, denominator: row.denominator }]);
    }
    if (waiting.length < slice) continue;
    if (!(await storeSlice(actor, { importId: found.id, rowsDone: done, rows: waiting })).ok) return;
    waiting = [];
  }
  if (waiting.length > 0 && !(await storeSlice(actor, { importId: found.id, rowsDone: done, rows: waiting })).ok) return;
  await endImport(actor, { importId: found.id, move: "finish", rowsDone: done, notes: notesOf(series, known) });
}

async function knownTo(found: ImportFacts): Promise<Known> {
  const { programId, agreementId } = found;
  const [measures, agencies, agreement] = await Promise.all([measuresOf(database(), programId), organizationsOf(database(), programId), agreementById(database(), agreementId)]);
  return {
    measures: measures.map(({ id, key, now: { name, unit, frequency } }) => ({ id, key, name, unit, frequency, agreed: agreement?.measureIds.includes(id) ?? false })),
    agencies: agencies.map(({ id, name, shortName }) => ({ id, name, shortName })),
    thisMonth: dayOf(found.stagedAt, found.program.timeZone).slice(0, 7),
  };
}

/** The rows below the headings, numbered as a spreadsheet numbers them; the server has its turn after each slice. */
async function* readRows(text: string, mapping: Mapping, known: Known, style: Numbers) {
  let headings = true;
  const turns = takingTurns();
  for (const { at, row: values } of numberedRowsOf(text, ",")) {
    if (headings) {
      headings = false;
      continue;
    }
    if (turns.due()) await turns.take();
    yield { at, row: readRow(values, mapping, known, style) };
  }
}

/** Enough rows to see how numbers are written. */
function* firstRows(text: string): Generator<string[]> {
  let count = 0;
  for (const { row } of numberedRowsOf(text, ",")) {
    if (count > 5_000) return;
    if (count > 0) yield row;
    count += 1;
  }
}

function twice(seen: Map<string, number>, row: AggregateRow, at: number): string | null {
  const key = countedAs(row);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, at);
  return first === undefined ? null : `This counts the same as row ${first}. Keep one of them.`;
}

function notesOf(series: ReadonlyMap<string, { period: string; numerator: number; denominator: number | null }[]>, known: Known): ImportNotes {
  const notes: Required<Pick<ImportNotes, "gaps" | "outliers">> = { gaps: [], outliers: [] };
  for (const [key, points] of series) {
    const [measureId, organizationId] = key.split("\u001f");
    const measure = known.measures.find(({ id }) => id === measureId);
    const agency = known.agencies.find(({ id }) => id === organizationId);
    if (!measure || !agency) continue;
    const { gaps, outliers } = seriesNotes(points, measure.frequency);
    const name = `${measure.name}, ${agency.name}`;
    if (gaps.length > 0) notes.gaps.push({ series: name, periods: gaps.slice(0, 60) });
    if (outliers.length > 0) notes.outliers.push({ series: name, periods: outliers.slice(0, 60) });
  }
  return notes;
}

async function release(actor: Actor, found: ImportFacts): Promise<void> {
  const touched = await touchedBy(database(), found.id);
  const measures = await measuresOf(database(), found.programId, { ids: [...new Set(touched.map(({ measureId }) => measureId))] });
  const frequencies = new Map(measures.map(({ id, now: { frequency } }) => [id, frequency]));
  const blocks = new Set(touched.map(({ measureId, period }) => `${measureId}\u001f${blockNameOf(period, frequencies.get(measureId) ?? "monthly")}`));
  for (const each of blocks) {
    const [measureId = "", block = ""] = each.split("\u001f");
    await releaseBlock(actor, { measureId, block, importId: found.id });
    await setImmediate();
  }
  await markReleased(database(), found.id);
}
