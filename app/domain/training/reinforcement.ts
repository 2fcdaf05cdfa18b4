import { inWords } from "../evaluation/number-words";
import { periodInWords } from "../evaluation/periods";
import { exactRate } from "../evaluation/statistics/single-rate";
import { unlessFew } from "./coverage";
import { monthBefore } from "./debrief";

export type Unit = { organizationId: string; assignment: string; shift: string };
/** How many serve in a unit. */
export type UnitStaff = Unit & { staff: number };
/** How many debriefs its supervisors wrote in a month such as 2026-11. */
export type UnitDebriefs = Unit & { month: string; count: number };

/** Debriefs for every hundred officers a month, with the exact 95 % interval. */
export type DebriefRate = { value: number; low: number; high: number };

/** `debriefs` is null where they are few, `rate` also where it is not known how many officers there are. */
export type ReinforcementMonth = { month: string; running: boolean; debriefs: number | null; rate: DebriefRate | null };

/** `officers`: in the units that count; null where no headcount may be shown. */
export type Reinforcement = { months: ReinforcementMonth[]; officers: number | null; reading: string };

const per = 100;
const monthsBack = 12;

/**
 * How often supervisors practise the steps with those whom they supervise, in the twelve months up to `today`. Where headcounts are given only units with one
 * count, above and below the line, those that wrote no debrief included. The running month weighs as much as has passed of it.
 */
export function reinforcementOf(debriefs: readonly UnitDebriefs[], headcounts: readonly UnitStaff[], today: string, fewest: number): Reinforcement {
  const counted = shownUnits(headcounts, fewest);
  const officers = counted.length > 0 ? counted.reduce((sum, { staff }) => sum + staff, 0) : null;
  const names = new Set(counted.map(unitName));
  const own = officers === null ? debriefs : debriefs.filter((one) => names.has(unitName(one)));
  const thisMonth = today.slice(0, 7);
  const months = Array.from({ length: monthsBack }, (_, at) => monthBefore(thisMonth, monthsBack - 1 - at)).map((month) => {
    const written = unlessFew(own.filter((one) => one.month === month).reduce((sum, { count }) => sum + count, 0), fewest);
    const running = month === thisMonth;
    return { month, running, debriefs: written, rate: written === null || officers === null ? null : rateOf(written, officers * (running ? passedOf(today) : 1)) };
  });
  return { months, officers, reading: readingOf(months, officers, officers === null ? 0 : officers * (monthsBack - 1 + passedOf(today))) };
}

/** The units of those lines of an agency that its coverage shows: the sum of all would otherwise tell the one that is hidden there. */
function shownUnits(headcounts: readonly UnitStaff[], fewest: number): UnitStaff[] {
  const lineOf = ({ organizationId, assignment }: Unit) => JSON.stringify([organizationId, assignment]);
  const lines = new Map<string, number>();
  for (const unit of headcounts) lines.set(lineOf(unit), (lines.get(lineOf(unit)) ?? 0) + unit.staff);
  return headcounts.filter((unit) => unit.staff > 0 && (lines.get(lineOf(unit)) ?? 0) >= fewest);
}

function rateOf(events: number, exposure: number): DebriefRate {
  const { rate, low, high } = exactRate({ events, exposure });
  return { value: rate * per, low: low * per, high: high * per };
}

/** How much of its month has passed at the end of a day such as 2026-11-29. */
function passedOf(today: string): number {
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  return day / new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A year is summed only when each of its months is shown, so that no hidden one is found by subtraction. */
function readingOf(months: readonly ReinforcementMonth[], officers: number | null, exposure: number): string {
  if (months.every(({ debriefs }) => debriefs === 0)) return "No supervisor of the program wrote a debrief in the last twelve months.";
  if (officers === null) return "How often that is for those who are supervised can be told once headcounts are given.";
  if (months.every(({ debriefs }) => debriefs !== null)) {
    const sum = months.reduce((total, { debriefs }) => total + (debriefs ?? 0), 0);
    return sentence("In the last twelve months", rateOf(sum, exposure), sum, officers);
  }
  const latest = months.filter(({ debriefs }) => debriefs).at(-1);
  if (!latest?.rate || !latest.debriefs) return `In no month were there as many debriefs as may be shown, among ${officers} officers.`;
  return sentence(latest.running ? "So far this month" : `In ${periodInWords(latest.month, "monthly")}`, latest.rate, latest.debriefs, officers);
}

function sentence(when: string, { value, low, high }: DebriefRate, debriefs: number, officers: number): string {
  return `${when}, supervisors wrote ${inWords(value)} debriefs for every ${per} officers a month (95 % interval ${inWords(low)} to ${inWords(high)}; ${debriefs} debriefs, ${officers} officers).`;
}

function unitName({ organizationId, assignment, shift }: Unit): string {
  return JSON.stringify([organizationId, assignment, shift]);
}
