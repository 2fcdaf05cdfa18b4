import { can } from "~/domain/access/may";
import { countSteps, monthBefore, weakestStep } from "~/domain/training/debrief";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { debriefRates, debriefsOf } from "~/store/debriefs.server";
import { programZone } from "~/store/documents.server";
import { scenariosOf } from "~/store/scenarios.server";

/** Months that the rate and the roll-call pack look back, the present one included. */
const monthsBack = 3;
/** Months of which a snapshot can be read. */
const monthsOfSnapshots = 12;

/** May the form of a debrief be opened? */
export const debriefFormPage = query("debrief.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, organization: actor.organizationName } : null));

export type DebriefList = Extract<Awaited<ReturnType<typeof debriefList>>, { ok: true }>["value"];

/** What a snapshot is asked for: a month such as 2026-11, a unit such as "Patrol, night", and whether only one's own debriefs count. Nothing said is the present month of everybody. */
export type SnapshotAsked = { month: string; unit: string; own: boolean };

/** The debriefs of one's own organization: the snapshot of a month by step, of all, one unit or oneself, and how often each unit writes one. */
export const debriefList = query("debrief.read", async (db, asked: SnapshotAsked, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId, organizationId: actor.organizationId };
  const months = await lastMonths(db, actor.programId, monthsOfSnapshots);
  const month = months.find((one) => one === asked.month) ?? months[0] ?? "";
  const shown = months.slice(0, monthsBack);
  const readable = can(actor, "debrief.read", thing);
  const rates = readable ? await debriefRates(db, actor.organizationId, months.at(-1) ?? "") : [];
  const units = byUnit(rates, shown);
  const unit = rates.find((rate) => unitName(rate) === asked.unit) ?? null;
  const debriefs = readable ? await debriefsOf(db, actor.organizationId, { since: month, until: month, unit: unit && { assignment: unit.assignment, shift: unit.shift }, writtenById: asked.own ? actor.personId : null }) : [];
  return {
    thing,
    organization: actor.organizationName,
    asked: { month, unit: unit ? unitName(unit) : "", own: asked.own },
    choices: { months, units: [...new Set(rates.map(unitName))] },
    months: shown,
    debriefs,
    steps: countSteps(debriefs),
    units,
    mayWrite: can(actor, "debrief.write", thing),
  };
});

export type RollCall = Extract<Awaited<ReturnType<typeof rollCall>>, { ok: true }>["value"];

/** What to practise at roll call: the weakest step of the last months, and the scenarios that exercise it. */
export const rollCall = query("debrief.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId, organizationId: actor.organizationId };
  const months = await lastMonths(db, actor.programId, monthsBack);
  const debriefs = can(actor, "debrief.read", thing) ? await debriefsOf(db, actor.organizationId, { since: months.at(-1) ?? "", until: months[0] ?? "" }) : [];
  const weakest = weakestStep(countSteps(debriefs));
  const at = weakest ? weakest.step - 1 : 0;
  return {
    thing,
    organization: actor.organizationName,
    months,
    debriefs: debriefs.length,
    weakest,
    said: weakest ? debriefs.filter(({ marks, practise }) => marks[at] === "practise" && practise).slice(0, 20).map(({ id, practise }) => ({ id, practise })) : [],
    scenarios: weakest && can(actor, "training.read", { programId: actor.programId }) ? (await scenariosOf(db, actor.programId, { tag: "", step: weakest.step })).slice(0, 20) : [],
  };
});

/** This month and the ones before, newest first. */
async function lastMonths(db: Database, programId: string, many: number): Promise<string[]> {
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  const month = dayOf(now, timeZone).slice(0, 7);
  return Array.from({ length: many }, (_, back) => monthBefore(month, back));
}

/** One line a unit, with its count in each month. */
function byUnit(rates: Awaited<ReturnType<typeof debriefRates>>, months: readonly string[]) {
  const units = [...new Set(rates.filter(({ month }) => months.includes(month)).map(unitName))];
  return units.map((unit) => ({ unit, counts: months.map((month) => rates.find((rate) => rate.month === month && unitName(rate) === unit)?.count ?? 0) }));
}

function unitName({ assignment, shift }: { assignment: string; shift: string }): string {
  return `${assignment}, ${shift.toLowerCase()}`;
}
