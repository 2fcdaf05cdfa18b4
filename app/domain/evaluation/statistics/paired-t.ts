import lnGamma from "@stdlib/math-base-special-gammaln";
import type { Interval } from "./binomial";
import { tQuantile, tTwoSided } from "./distributions";
import { noncentralityInterval } from "./noncentral-t";
import { mean, standardDeviation, variance } from "./sums";
import { checkFinite, Unfit } from "./unfit";

export type EffectSize = Interval & { value: number };

export type PairedT = {
  n: number;
  meanBefore: number;
  meanAfter: number;
  /** Mean of after minus before, in the units of the scale. */
  difference: Interval & { value: number; error: number };
  deviation: number;
  t: number;
  df: number;
  p: number;
  correlation: number;
  /** Mean difference over the standard deviation of the differences; interval from the non-central t. */
  dz: EffectSize;
  /** Mean difference over the mean of the two standard deviations (Lakens 2013). */
  dAverage: EffectSize;
  /** `dAverage` with Hedges' exact correction for small n. */
  g: EffectSize;
};

/** Student's paired t test. `before[i]` and `after[i]` are one person's two answers. */
export function pairedT(before: readonly number[], after: readonly number[], level = 0.95): PairedT {
  checkPairs(before, after);
  const n = before.length;
  const differences = after.map((value, i) => value - before[i]!);
  const deviation = standardDeviation(differences);
  if (deviation === 0) throw new Unfit("Every person changed by the same amount, so there is no spread to judge the change by. Check that the two waves are not copies of each other.");
  const value = mean(differences);
  const error = deviation / Math.sqrt(n);
  const df = n - 1;
  const t = value / error;
  const reach = tQuantile(0.5 + level / 2, df) * error;
  const bounds = noncentralityInterval(t, df, level);
  const dz = { value: value / deviation, low: bounds.low / Math.sqrt(n), high: bounds.high / Math.sqrt(n) };
  const average = (standardDeviation(before) + standardDeviation(after)) / 2;
  const dAverage = times(dz, deviation / average);
  return {
    n,
    meanBefore: mean(before),
    meanAfter: mean(after),
    difference: { value, error, low: value - reach, high: value + reach },
    deviation,
    t,
    df,
    p: tTwoSided(t, df),
    correlation: correlationOf(before, after),
    dz,
    dAverage,
    g: times(dAverage, hedges(df)),
  };
}

/** Hedges' exact factor J(df) = gamma(df/2) / (sqrt(df/2) gamma((df-1)/2)) (Hedges 1981). */
export function hedges(df: number): number {
  return Math.exp(lnGamma(df / 2) - lnGamma((df - 1) / 2)) / Math.sqrt(df / 2);
}

/** Pearson's correlation. */
export function correlationOf(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const together = x.reduce((total, value, i) => total + (value - mx) * (y[i]! - my), 0) / (x.length - 1);
  return together / Math.sqrt(variance(x) * variance(y));
}

/** Refuses waves that do not pair up. */
export function checkPairs(before: readonly number[], after: readonly number[]): void {
  checkFinite(before, "the answer before");
  checkFinite(after, "the answer after");
  if (before.length !== after.length) throw new Unfit(`There are ${before.length} answers before and ${after.length} after. A paired comparison takes only people who answered both times.`);
  if (before.length < 2) throw new Unfit("A paired comparison needs at least two people who answered both times.");
}

function times({ value, low, high }: EffectSize, factor: number): EffectSize {
  return { value: value * factor, low: low * factor, high: high * factor };
}
