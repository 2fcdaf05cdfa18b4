import lnGamma from "@stdlib/math-base-special-gammaln";
import { applyTransposed, backSolve, householder, inverseOfCross, type Qr } from "./householder-qr";
import { type Matrix, times } from "./matrix";
import { sum } from "./sums";
import { checkCounts, checkFinite, Unfit } from "./unfit";

/** How counts spread around their mean: as Poisson counts, or wider, as negative binomial counts with variance mu + mu^2 / theta. */
export type Spread = { kind: "poisson" } | { kind: "negative-binomial"; theta: number };

/** Told after each round of a fit that takes long, with the number of rounds so far. */
export type OnRound = (round: number) => void;

/** A log-linear fit of counts. Coefficients are logarithms of rate ratios. */
export type CountFit = {
  coefficients: Float64Array;
  /** (X'WX)^-1: the covariance when the counts spread as they were said to. */
  covariance: Matrix;
  /** The expected counts. */
  fitted: Float64Array;
  /** The linear predictor, offset included. */
  link: Float64Array;
  weights: Float64Array;
  /** Each row's share of the score: (y - mu), divided by 1 + mu / theta for negative binomial counts. */
  scores: Float64Array;
  deviance: number;
  pearson: number;
  logLikelihood: number;
  degreesOfFreedom: number;
  /** Pearson's X2 over its degrees of freedom: 1 for Poisson counts, more for over-dispersed ones. */
  dispersion: number;
  dropped: number[];
  qr: Qr;
  iterations: number;
};

/**
 * Maximum likelihood by iteratively re-weighted least squares (McCullagh and Nelder 1989, 2.5), each step by QR,
 * until the coefficients no longer move: a deviance that stands still leaves standard errors six digits.
 */
export function fitCounts(x: Matrix, counts: ArrayLike<number>, offset?: ArrayLike<number>, spread: Spread = { kind: "poisson" }, onRound?: OnRound): CountFit {
  checkCounts(counts, "the count");
  if (offset) checkFinite(offset, "the logarithm of the exposure");
  const rows = x.rows;
  const shift = offset ? Float64Array.from(offset) : new Float64Array(rows);
  const extra = spread.kind === "poisson" ? 0 : 1 / spread.theta;
  const mu = Float64Array.from(counts, (count) => count + 0.1);
  const link = mu.map(Math.log);
  let coefficients = new Float64Array(x.columns);
  for (let iteration = 1; iteration <= 200; iteration++) {
    const weights = mu.map((value) => value / (1 + extra * value));
    const { design, target } = working(x, weights, mu, link, shift, counts);
    const qr = householder(design);
    applyTransposed(qr, target);
    backSolve(qr, target);
    const next = new Float64Array(x.columns);
    for (let k = 0; k < qr.rank; k++) next[qr.order[k]!] = target[k]!;
    const settled = iteration > 2 && farthest(coefficients, next) < 1e-11;
    coefficients = next;
    link.set(times(x, coefficients));
    for (let i = 0; i < rows; i++) {
      link[i] = link[i]! + shift[i]!;
      mu[i] = Math.exp(Math.min(link[i]!, 700));
    }
    checkWithinReach(link, iteration);
    onRound?.(iteration);
    if (settled) return { ...described(counts, mu, extra), coefficients, covariance: inverseOfCross(qr, x.columns), link, weights, ...left(qr, rows, counts, mu, extra), qr, iterations: iteration };
  }
  throw new Unfit("The model did not settle. A group or period without a single event is the usual cause: leave it out, join it with another, or choose a simpler model.");
}

/** Coefficients that run away: some group or period has no events at all, and its rate has no finite logarithm. */
function checkWithinReach(link: Float64Array, iteration: number): void {
  if (iteration < 12) return;
  const row = link.findIndex((value) => value < -25);
  if (row >= 0) throw new Unfit(`Row ${row + 1} belongs to a group or period without a single event, so its rate cannot be compared. Leave it out or join it with another.`, row);
}

function working(x: Matrix, weights: Float64Array, mu: Float64Array, link: Float64Array, shift: Float64Array, counts: ArrayLike<number>) {
  const roots = weights.map(Math.sqrt);
  const target = Float64Array.from(roots, (root, i) => root * (link[i]! - shift[i]! + ((counts[i] ?? 0) - mu[i]!) / mu[i]!));
  const values = new Float64Array(x.values.length);
  for (let j = 0; j < x.columns; j++) for (let i = 0; i < x.rows; i++) values[j * x.rows + i] = x.values[j * x.rows + i]! * roots[i]!;
  return { design: { ...x, values }, target };
}

function farthest(before: Float64Array, after: Float64Array): number {
  return before.reduce((most, value, j) => Math.max(most, Math.abs(value - after[j]!) / (Math.abs(after[j]!) + 0.01)), 0);
}

function left(qr: Qr, rows: number, counts: ArrayLike<number>, mu: Float64Array, extra: number) {
  const degreesOfFreedom = rows - qr.rank;
  const pearson = sum(mu.map((value, i) => ((counts[i] ?? 0) - value) ** 2 / (value * (1 + extra * value))));
  return { degreesOfFreedom, pearson, dispersion: degreesOfFreedom > 0 ? pearson / degreesOfFreedom : 1, dropped: qr.order.slice(qr.rank).sort((a, b) => a - b) };
}

function described(counts: ArrayLike<number>, mu: Float64Array, extra: number) {
  return {
    fitted: mu,
    scores: mu.map((value, i) => ((counts[i] ?? 0) - value) / (1 + extra * value)),
    deviance: sum(mu.map((value, i) => unitDeviance(counts[i] ?? 0, value, extra))),
    logLikelihood: sum(mu.map((value, i) => logProbability(counts[i] ?? 0, value, extra))),
  };
}

/** One row's part of the deviance. `extra` is 1 / theta, 0 for Poisson counts. */
export function unitDeviance(count: number, mu: number, extra = 0): number {
  const own = count === 0 ? 0 : count * Math.log(count / mu);
  if (extra === 0) return 2 * (own - (count - mu));
  return 2 * (own - (count + 1 / extra) * Math.log((1 + extra * count) / (1 + extra * mu)));
}

/** The deviance residuals: what is left over, with its sign, on a scale where it spreads evenly. */
export function devianceResiduals(counts: ArrayLike<number>, { fitted }: CountFit, extra = 0): Float64Array {
  return fitted.map((mu, i) => Math.sign((counts[i] ?? 0) - mu) * Math.sqrt(Math.max(0, unitDeviance(counts[i] ?? 0, mu, extra))));
}

function logProbability(count: number, mu: number, extra: number): number {
  if (extra === 0) return count * Math.log(mu) - mu - lnGamma(count + 1);
  const theta = 1 / extra;
  return rising(theta, count) - lnGamma(count + 1) - theta * Math.log1p(mu / theta) + (count === 0 ? 0 : count * Math.log(mu / (theta + mu)));
}

/** log (theta (theta + 1) ... (theta + count - 1)), term by term while that is quick: the difference of two gammas loses its digits when theta is large. */
function rising(theta: number, count: number): number {
  if (count > 1000) return lnGamma(theta + count) - lnGamma(theta);
  let total = 0;
  for (let j = 0; j < count; j++) total += Math.log(theta + j);
  return total;
}
