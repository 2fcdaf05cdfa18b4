import { autocorrelations, breuschGodfrey, durbinWatson, ljungBox, partialAutocorrelations } from "./autocorrelation";
import { type Estimate, estimateOf, estimatesOf } from "./coefficients";
import { normalQuantile, tQuantile } from "./distributions";
import { devianceResiduals, fitCounts, type OnRound } from "./generalized-linear";
import type { Qr } from "./householder-qr";
import { checkAllTold, leastSquares } from "./least-squares";
import { at, type Matrix, quadratic, scaled, times } from "./matrix";
import { neweyWest, usualLag } from "./robust-errors";
import { designOf, type ImpactModel, rowsOf, type Seasonality, type SeriesDesign } from "./series-design";
import { sum } from "./sums";
import { checkExposures, checkFinite, Unfit } from "./unfit";

export type SeriesInput = {
  /** Counts, or values of any kind for the linear model, one a period without gaps. */
  values: readonly number[];
  /** What the counts are counts of, one a period; counts only. */
  exposures?: readonly number[];
  /** The place of the first period after the change, from 0. */
  change: number;
  impact: ImpactModel;
  seasonality: Seasonality;
  /** The place of the first period in its cycle: 0 for January. */
  season?: number;
  family: "counts" | "linear";
  /** "spread": quasi-Poisson or ordinary errors; "newey-west": also for residuals that resemble their neighbours. */
  errors: "spread" | "newey-west";
  /** For Newey-West; floor(4 (n/100)^(2/9)) unless said. */
  lag?: number;
  level?: number;
  /** Reference of the intervals; t with n - k degrees of freedom unless said. */
  reference?: "t" | "normal";
};

/** What is expected in one period: with the change, and without it (the counterfactual) with its band; all on the scale of the values. */
export type SeriesPoint = { observed: number; fitted: number; without: number; low: number; high: number; withoutLink: number; withoutError: number; used: boolean };

export type SeriesFit = {
  names: string[];
  coefficients: Float64Array;
  covariance: Matrix;
  estimates: Estimate[];
  /** The slope after the change: trend plus change of slope, when a slope was declared. */
  slopeAfter: Estimate | null;
  points: SeriesPoint[];
  /** Observed after the change, expected without it, and their difference with its interval. */
  after: { observed: number; expected: number; difference: number; low: number; high: number };
  dispersion: number;
  degreesOfFreedom: number;
  lag: number | null;
  residuals: Float64Array;
  acf: number[];
  pacf: number[];
  ljungBox: { statistic: number; df: number; p: number };
  durbinWatson: number;
  /** Linear model only. */
  breuschGodfrey: { statistic: number; df: number; p: number } | null;
};

/** Interrupted time series by segmented regression (Lopez Bernal, Cummins, Gasparrini 2017; Linden 2015). */
export function interruptedSeries(input: SeriesInput, onRound?: OnRound): SeriesFit {
  checkFinite(input.values, "the value");
  const { level = 0.95, exposures, family } = input;
  if (exposures) checkExposures(exposures);
  const design = designOf({ length: input.values.length, change: input.change, impact: input.impact, seasonality: input.seasonality, season: input.season ?? 0 });
  const used = { x: rowsOf(design.x, design.used), y: design.used.map((i) => input.values[i]!) };
  if (used.y.every((value) => value === used.y[0])) throw new Unfit("Every period has the same value, so there is no change to estimate. Check that the right column was chosen.");
  if (used.x.rows <= used.x.columns) throw new Unfit(`The model has ${used.x.columns} terms and only ${used.x.rows} periods. Bring more periods or choose a simpler model.`);
  const offset = exposures ? exposures.map(Math.log) : input.values.map(() => 0);
  const fit = family === "counts" ? countsFitted(used, design, design.used.map((i) => offset[i]!), onRound) : linearFitted(used, design);
  const rank = used.x.columns;
  const lag = input.errors === "newey-west" ? (input.lag ?? usualLag(used.x.rows)) : null;
  const covariance = lag === null ? scaled(fit.bread, fit.dispersion) : neweyWest({ x: used.x, bread: fit.bread, scores: fit.scores }, lag, rank);
  const df = input.reference === "normal" ? Infinity : fit.degreesOfFreedom;
  const reach = df === Infinity ? normalQuantile(0.5 + level / 2) : tQuantile(0.5 + level / 2, df);
  const points = pointsOf(input, design, fit.coefficients, covariance, reach, offset);
  const lags = Math.min(12, Math.max(1, used.x.rows - rank - 1));
  return {
    names: design.names,
    coefficients: fit.coefficients,
    covariance,
    estimates: estimatesOf(design.names, fit.coefficients, covariance, df, level),
    slopeAfter: slopeAfterOf(design.names, fit.coefficients, covariance, df, level),
    points,
    after: afterOf(input, design, points, covariance, reach),
    dispersion: fit.dispersion,
    degreesOfFreedom: fit.degreesOfFreedom,
    lag,
    residuals: fit.residuals,
    acf: autocorrelations(fit.residuals, lags),
    pacf: partialAutocorrelations(fit.residuals, lags),
    ljungBox: ljungBox(fit.residuals, lags),
    durbinWatson: durbinWatson(fit.residuals),
    breuschGodfrey: family === "linear" ? breuschGodfrey(used.x, fit.residuals, 1) : null,
  };
}

type Fitted = { coefficients: Float64Array; bread: Matrix; scores: Float64Array; dispersion: number; degreesOfFreedom: number; residuals: Float64Array; qr: Qr };
type Used = { x: Matrix; y: number[] };

function countsFitted({ x, y }: Used, { names }: SeriesDesign, offset: number[], onRound?: OnRound): Fitted {
  const fit = fitCounts(x, y, offset, undefined, onRound);
  checkAllTold(fit, names);
  return { ...fit, bread: fit.covariance, residuals: devianceResiduals(y, fit) };
}

function linearFitted({ x, y }: Used, { names }: SeriesDesign): Fitted {
  const fit = leastSquares(x, y);
  checkAllTold(fit, names);
  return { ...fit, bread: fit.unscaled, scores: fit.residuals, dispersion: fit.sigma ** 2 };
}

function pointsOf(input: SeriesInput, { x, without, used }: SeriesDesign, b: Float64Array, covariance: Matrix, reach: number, offset: readonly number[]): SeriesPoint[] {
  const scale = input.family === "counts" ? Math.exp : (value: number) => value;
  const [withChange, still, kept] = [times(x, b), times(without, b), new Set(used)];
  return input.values.map((observed, i) => {
    const withoutLink = still[i]! + offset[i]!;
    const withoutError = Math.sqrt(quadratic(covariance, rowOf(without, i)));
    return {
      observed,
      fitted: scale(withChange[i]! + offset[i]!),
      without: scale(withoutLink),
      low: scale(withoutLink - reach * withoutError),
      high: scale(withoutLink + reach * withoutError),
      withoutLink,
      withoutError,
      used: kept.has(i),
    };
  });
}

/** The interval covers the uncertainty of what was to be expected (delta method), not the chance in what was observed. */
function afterOf(input: SeriesInput, { without, used }: SeriesDesign, points: readonly SeriesPoint[], covariance: Matrix, reach: number): SeriesFit["after"] {
  const places = used.filter((i) => i >= input.change);
  const gradient = new Float64Array(without.columns);
  for (const i of places) rowOf(without, i).forEach((value, j) => (gradient[j] = gradient[j]! + value * (input.family === "counts" ? points[i]!.without : 1)));
  const observed = sum(places.map((i) => input.values[i]!));
  const expected = sum(places.map((i) => points[i]!.without));
  const half = reach * Math.sqrt(quadratic(covariance, gradient));
  return { observed, expected, difference: observed - expected, low: observed - expected - half, high: observed - expected + half };
}

function slopeAfterOf(names: readonly string[], b: Float64Array, covariance: Matrix, df: number, level: number): Estimate | null {
  const [trend, slope] = [names.indexOf("trend"), names.indexOf("slope")];
  if (slope < 0) return null;
  const error = Math.sqrt(at(covariance, trend, trend) + at(covariance, slope, slope) + 2 * at(covariance, trend, slope));
  return estimateOf("slope after the change", b[trend]! + b[slope]!, error, df, level);
}

function rowOf(matrix: Matrix, i: number): Float64Array {
  return Float64Array.from({ length: matrix.columns }, (_, j) => at(matrix, i, j));
}
