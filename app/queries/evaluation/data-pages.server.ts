import { can } from "~/domain/access/may";
import { agreementFault } from "~/domain/evaluation/agreement";
import { guessedBreakdown, guessedRoles, numbersIn, numberStyle, readRow, type Mapping } from "~/domain/evaluation/import-rows";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { agreementById, agreementsOf, importById, importsOf } from "~/store/data.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { measuresOf } from "~/store/measures.server";
import { organizationsOf } from "~/store/programs.server";

/** Agreements and imports of the program. */
export const dataIndex = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const [now, timeZone, agreements, imports] = await Promise.all([databaseTime(db), programZone(db, actor.programId), agreementsOf(db, actor.programId), importsOf(db, actor.programId, 50)]);
  const today = dayOf(now, timeZone);
  return { thing, now, timeZone, agreements: agreements.map((agreement) => ({ ...agreement, fault: agreementFault(agreement, today) })), imports, may: { agree: can(actor, "agreement.write", thing), import: can(actor, "data.import", thing) } };
});

/** What the form of an agreement offers. */
export const agreementForm = query("agreement.write", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, measures: [] };
  return { thing: { programId: actor.programId }, measures: (await measuresOf(db, actor.programId)).map(({ id, now }) => ({ id, name: now.name })) };
});

/** One agreement with its measures by name. */
export const agreementPage = query("evaluation.read", async (db, { agreementId }: { agreementId: string }) => {
  const agreement = await agreementById(db, agreementId);
  if (!agreement) return null;
  const measures = await measuresOf(db, agreement.programId, { ids: agreement.measureIds });
  const timeZone = await programZone(db, agreement.programId);
  return { thing: { programId: agreement.programId }, agreement, measures: measures.map(({ id, now }) => ({ id, name: now.name })), fault: agreementFault(agreement, dayOf(await databaseTime(db), timeZone)), timeZone };
});

/** The agreements under which a file may come in today. */
export const importForm = query("data.import", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return { thing: { programId: null }, agreements: [] };
  const timeZone = await programZone(db, actor.programId);
  const today = dayOf(await databaseTime(db), timeZone);
  const agreements = (await agreementsOf(db, actor.programId)).filter((agreement) => agreementFault(agreement, today) === null);
  return { thing: { programId: actor.programId }, agreements: agreements.map(({ id, title, fields, expiresOn }) => ({ id, title, fields, expiresOn })) };
});

/** One import: its columns to be named with a first guess and a preview, its progress, or how it ended. */
export const importPage = query("evaluation.read", async (db, { importId, preview }: { importId: string; preview: Mapping | null }, actor) => {
  const found = await importById(db, importId);
  if (!found) return null;
  const { programId } = found;
  const thing = { programId };
  const [now, measures, agencies, agreement] = await Promise.all([databaseTime(db), measuresOf(db, programId), organizationsOf(db, programId), agreementById(db, found.agreementId)]);
  const mapping: Mapping = preview ?? found.mapping ?? guessedMapping(found.header);
  const known = {
    measures: measures.map(({ id, key, now: { name, unit, frequency } }) => ({ id, key, name, unit, frequency, agreed: agreement?.measureIds.includes(id) ?? false })),
    agencies: agencies.map(({ id, name, shortName }) => ({ id, name, shortName })),
    thisMonth: dayOf(found.stagedAt, found.program.timeZone).slice(0, 7),
  };
  const style = numberStyle(numbersIn(found.sample, mapping));
  return {
    thing,
    now,
    timeZone: found.program.timeZone,
    found,
    mapping,
    rows: found.state === "staged" ? found.sample.flatMap((values, at) => (values.length > 0 ? [{ at: at + 2, values, problem: problemOf(readRow(values, mapping, known, style)) }] : [])) : [],
    measures: known.measures.filter(({ agreed }) => agreed).map(({ id, name }) => ({ id, name })),
    agencies: known.agencies.map(({ id, name }) => ({ id, name })),
    mayImport: can(actor, "data.import", thing),
  };
});

function guessedMapping(header: readonly string[]): Mapping {
  const roles = guessedRoles(header);
  return { roles, measureId: "", organizationId: "", breakdown: guessedBreakdown(header, roles) };
}

function problemOf(read: ReturnType<typeof readRow>): string | null {
  return typeof read === "string" ? read : null;
}

