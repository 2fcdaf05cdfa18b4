import { type Estimate, estimateOf } from "./coefficients";
import { fitCounts, type OnRound } from "./generalized-linear";
import { leastSquares } from "./least-squares";
import { at, type Matrix } from "./matrix";
import { clusterRobust } from "./robust-errors";
import { checkCounts, checkExposures, checkFinite, Unfit } from "./unfit";

/** One unit in one period. `treated` is 1 from the period on in which the unit was trained, 0 before; shares between are allowed. */
export type PanelRow = { unit: string; period: string; value: number; exposure?: number; treated: number };

export type PanelFit = {
  /** The effect of being treated, on the scale of the model, with errors robust within units: G/(G-1), t with G - 1 degrees of freedom. */
  effect: Estimate;
  /** The standard error if counts were Poisson (or, linear, if all rows were independent). */
  modelError: number;
  /** The same widened by the dispersion (counts). */
  quasiError: number;
  /** Robust within units, no small-sample factor. */
  clusterError: number;
  dispersion: number;
  deviance: number;
  logLikelihood: number | null;
  degreesOfFreedom: number;
  clusters: number;
  treatedClusters: number;
  periods: number;
  rows: number;
  /** Units and periods without a single event: they say nothing about a ratio and are left out of a Poisson model. */
  silent: { units: string[]; periods: string[] };
};

export type PanelOptions = { family: "counts" | "linear"; level?: number; onRound?: OnRound };

/**
 * A staggered or stepped-wedge panel: what being treated changes, once each unit's own level and each period's common level are taken out
 * (fixed effects for both), errors clustered by unit (Liang and Zeger 1986; Hussey and Hughes 2007 for the design).
 * The linear model takes the value per exposure, weighted by exposure.
 */
export function staggeredPanel(all: readonly PanelRow[], { family, level = 0.95, onRound }: PanelOptions): PanelFit {
  checkPanel(all, family);
  const silent = family === "counts" ? silentOf(all) : { units: [], periods: [] };
  const rows = all.filter(({ unit, period }) => !silent.units.includes(unit) && !silent.periods.includes(period));
  const units = placesOf(rows.map(({ unit }) => unit));
  const periods = placesOf(rows.map(({ period }) => period));
  const clusters = rows.map(({ unit }) => units.get(unit)!);
  if (units.size < 2) throw new Unfit("There is only one unit (or only one with events). A staggered design compares units; with one unit use an interrupted time series.");
  const x = panelDesign(rows, units, periods);
  const fit = family === "counts" ? countsOf(x, rows, onRound) : linearOf(x, rows);
  const treated = x.columns - 1;
  if (fit.dropped.includes(treated)) {
    throw new Unfit("Treatment starts everywhere at once, or nowhere, so its effect cannot be told apart from the periods. A staggered design needs units that start at different times, or some that never start.");
  }
  const robust = Math.sqrt(at(clusterRobust({ x, bread: fit.bread, scores: fit.scores }, clusters, units.size), treated, treated));
  const model = Math.sqrt(at(fit.bread, treated, treated));
  const df = units.size - 1;
  return {
    effect: estimateOf("treated", fit.coefficients[treated]!, robust * Math.sqrt(units.size / df), df, level),
    modelError: family === "counts" ? model : model * Math.sqrt(fit.dispersion),
    quasiError: model * Math.sqrt(fit.dispersion),
    clusterError: robust,
    dispersion: fit.dispersion,
    deviance: fit.deviance,
    logLikelihood: fit.logLikelihood,
    degreesOfFreedom: fit.degreesOfFreedom,
    clusters: units.size,
    treatedClusters: new Set(rows.filter(({ treated: on }) => on > 0).map(({ unit }) => unit)).size,
    periods: periods.size,
    rows: rows.length,
    silent,
  };
}

function checkPanel(rows: readonly PanelRow[], family: PanelOptions["family"]): void {
  if (rows.length === 0) throw new Unfit("There are no rows to analyse.");
  const values = rows.map(({ value }) => value);
  if (family === "counts") checkCounts(values, "the count");
  else checkFinite(values, "the value");
  checkExposures(rows.map(({ exposure }) => exposure ?? 1));
  const seen = new Set<string>();
  rows.forEach(({ unit, period }, row) => {
    const key = JSON.stringify([unit, period]);
    if (seen.has(key)) throw new Unfit(`Row ${row + 1}: ${unit} has a second value for ${period}. Keep one.`, row);
    seen.add(key);
  });
}

function silentOf(rows: readonly PanelRow[]): { units: string[]; periods: string[] } {
  const [units, periods] = [new Map<string, number>(), new Map<string, number>()];
  for (const { unit, period, value } of rows) {
    units.set(unit, (units.get(unit) ?? 0) + value);
    periods.set(period, (periods.get(period) ?? 0) + value);
  }
  const without = (totals: Map<string, number>) => [...totals].flatMap(([name, total]) => (total === 0 ? [name] : []));
  return { units: without(units), periods: without(periods) };
}

function placesOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}

/** Constant, a column for each unit and each period but the first, treatment last. */
function panelDesign(rows: readonly PanelRow[], units: Map<string, number>, periods: Map<string, number>): Matrix {
  const n = rows.length;
  const x: Matrix = { rows: n, columns: units.size + periods.size, values: new Float64Array(n * (units.size + periods.size)) };
  rows.forEach(({ unit, period, treated }, i) => {
    const [u, t] = [units.get(unit)!, periods.get(period)!];
    x.values[i] = 1;
    if (u > 0) x.values[u * n + i] = 1;
    if (t > 0) x.values[(units.size + t - 1) * n + i] = 1;
    x.values[(x.columns - 1) * n + i] = treated;
  });
  return x;
}

function countsOf(x: Matrix, rows: readonly PanelRow[], onRound?: OnRound) {
  const fit = fitCounts(x, rows.map(({ value }) => value), rows.map(({ exposure }) => Math.log(exposure ?? 1)), undefined, onRound);
  return { ...fit, bread: fit.covariance };
}

function linearOf(x: Matrix, rows: readonly PanelRow[]) {
  const weights = rows.map(({ exposure }) => exposure ?? 1);
  const fit = leastSquares(x, rows.map(({ value }, i) => value / weights[i]!), weights);
  const scores = fit.residuals.map((residual, i) => residual * weights[i]!);
  return { ...fit, bread: fit.unscaled, scores, dispersion: fit.sigma ** 2, deviance: fit.residualSquares, logLikelihood: null };
}

