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

/** May the form of a debrief be opened? */
export const debriefFormPage = query("debrief.write", async (_db, _input: null, actor) => (actor.kind === "person" ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, organization: actor.organizationName } : null));

export type DebriefList = Extract<Awaited<ReturnType<typeof debriefList>>, { ok: true }>["value"];

/** The debriefs of one's own organization: this month by step, and how often each unit writes one. */
export const debriefList = query("debrief.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId, organizationId: actor.organizationId };
  const months = await lastMonths(db, actor.programId);
  const since = months.at(-1) ?? "";
  const readable = can(actor, "debrief.read", thing);
  const [debriefs, rates] = readable ? await Promise.all([debriefsOf(db, actor.organizationId, months[0] ?? ""), debriefRates(db, actor.organizationId, since)]) : [[], []];
  return { thing, organization: actor.organizationName, months, debriefs, steps: countSteps(debriefs), units: byUnit(rates, months), mayWrite: can(actor, "debrief.write", thing) };
});

export type RollCall = Extract<Awaited<ReturnType<typeof rollCall>>, { ok: true }>["value"];

/** What to practise at roll call: the weakest step of the last months, and the scenarios that exercise it. */
export const rollCall = query("debrief.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId, organizationId: actor.organizationId };
  const months = await lastMonths(db, actor.programId);
  const debriefs = can(actor, "debrief.read", thing) ? await debriefsOf(db, actor.organizationId, months.at(-1) ?? "") : [];
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
async function lastMonths(db: Database, programId: string): Promise<string[]> {
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  const month = dayOf(now, timeZone).slice(0, 7);
  return Array.from({ length: monthsBack }, (_, back) => monthBefore(month, back));
}

/** One line a unit, with its count in each month. */
function byUnit(rates: Awaited<ReturnType<typeof debriefRates>>, months: readonly string[]) {
  const units = [...new Set(rates.map(({ assignment, shift }) => `${assignment}, ${shift.toLowerCase()}`))];
  return units.map((unit) => ({ unit, counts: months.map((month) => rates.find((rate) => rate.month === month && `${rate.assignment}, ${rate.shift.toLowerCase()}` === unit)?.count ?? 0) }));
}
