import { binomialLower } from "./binomial";
import { mean, median, sum } from "./sums";
import { checkCounts, checkExposures, checkFinite, Unfit } from "./unfit";

export type ChartPoint = { value: number; centre: number; low: number | null; high: number | null; outside: boolean };

/** Anhoej and Olesen 2014: an unusually long run on one side of the centre, or unusually few crossings, says that the process moved. */
export type Runs = { useful: number; longest: number; longestAllowed: number; crossings: number; crossingsNeeded: number; signal: boolean };

export type ControlChart = { kind: "run" | "u" | "p" | "c" | "i"; centre: number; points: ChartPoint[]; runs: Runs };

/** Run chart: the median and the run rules, without limits. */
export function runChart(values: readonly number[]): ControlChart {
  checkFinite(values, "the value");
  const centre = median(checkedLength(values));
  return { kind: "run", centre, points: values.map((value) => ({ value, centre, low: null, high: null, outside: false })), runs: runsOf(values, centre) };
}

/** u chart: events per exposure; limits centre +- 3 sqrt(centre / exposure), not below 0 (Montgomery, ch. 7). */
export function uChart(events: readonly number[], exposures: readonly number[]): ControlChart {
  checkCounts(checkedLength(events), "the count");
  checkExposures(exposures);
  const centre = sum(events) / sum(exposures);
  return charted("u", events.map((count, i) => count / exposures[i]!), centre, exposures.map((exposure) => 3 * Math.sqrt(centre / exposure)), [0, Infinity]);
}

/** p chart: shares; limits centre +- 3 sqrt(centre (1 - centre) / n), within 0 and 1. */
export function pChart(events: readonly number[], totals: readonly number[]): ControlChart {
  checkCounts(checkedLength(events), "the count");
  checkExposures(totals, "the number that the share is taken of");
  const above = events.findIndex((count, i) => count > totals[i]!);
  if (above >= 0) throw new Unfit(`Row ${above + 1}: ${events[above]} of ${totals[above]} is more than all. Correct one of the two.`, above);
  const centre = sum(events) / sum(totals);
  return charted("p", events.map((count, i) => count / totals[i]!), centre, totals.map((total) => 3 * Math.sqrt((centre * (1 - centre)) / total)), [0, 1]);
}

/** c chart: counts of equal periods; limits centre +- 3 sqrt(centre), not below 0. */
export function cChart(events: readonly number[]): ControlChart {
  checkCounts(checkedLength(events), "the count");
  const centre = mean(events);
  return charted("c", events, centre, events.map(() => 3 * Math.sqrt(centre)), [0, Infinity]);
}

/**
 * Individuals chart: limits centre +- 2.66 times the mean moving range (3 / 1.128).
 * With `screened`, moving ranges above 3.267 times their mean are set aside first (Nelson 1982).
 */
export function iChart(values: readonly number[], { screened = false } = {}): ControlChart & { movingRange: number } {
  checkFinite(checkedLength(values), "the value");
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const all = mean(ranges);
  const movingRange = screened ? mean(ranges.filter((range) => range < 3.267 * all)) : all;
  const centre = mean(values);
  return { ...charted("i", values, centre, values.map(() => 2.66 * movingRange), [-Infinity, Infinity]), movingRange };
}

function charted(kind: ControlChart["kind"], values: readonly number[], centre: number, reach: readonly number[], [floor, ceiling]: [number, number]): ControlChart {
  const points = values.map((value, i) => {
    const [low, high] = [Math.max(floor, centre - reach[i]!), Math.min(ceiling, centre + reach[i]!)];
    return { value, centre, low, high, outside: value < low || value > high };
  });
  return { kind, centre, points, runs: runsOf(values, centre) };
}

/** Points on the centre line say nothing. Longest run allowed: round(log2 n + 3); crossings needed: the 5 % point of the binomial (n - 1, 1/2). */
export function runsOf(values: readonly number[], centre: number): Runs {
  const sides = values.map((value) => Math.sign(value - centre)).filter((side) => side !== 0);
  const useful = sides.length;
  let [longest, run, crossings] = [0, 0, 0];
  sides.forEach((side, i) => {
    const same = i > 0 && side === sides[i - 1];
    run = same ? run + 1 : 1;
    if (i > 0 && !same) crossings++;
    longest = Math.max(longest, run);
  });
  const longestAllowed = useful > 0 ? roundHalfEven(Math.log2(useful) + 3) : 0;
  let crossingsNeeded = 0;
  while (useful > 1 && binomialLower(crossingsNeeded, useful - 1, 0.5) < 0.05) crossingsNeeded++;
  return { useful, longest, longestAllowed, crossings, crossingsNeeded, signal: longest > longestAllowed || crossings < crossingsNeeded };
}

function roundHalfEven(value: number): number {
  const below = Math.floor(value);
  if (value - below !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

function checkedLength(values: readonly number[]): readonly number[] {
  if (values.length < 2) throw new Unfit("A chart over time needs at least two periods.");
  return values;
}
