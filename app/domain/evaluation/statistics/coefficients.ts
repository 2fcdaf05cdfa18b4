import { normalQuantile, normalTwoSided, tQuantile, tTwoSided } from "./distributions";
import { diagonalRoots, type Matrix } from "./matrix";

/** An estimate with its standard error and interval, on the scale of the model (logarithms for counts). */
export type Estimate = { name: string; estimate: number; error: number; low: number; high: number; statistic: number; p: number };

/** Estimates with Wald intervals; `df` are the degrees of freedom of t, Infinity for the normal. */
export function estimatesOf(names: readonly string[], values: ArrayLike<number>, covariance: Matrix, df = Infinity, level = 0.95): Estimate[] {
  const errors = diagonalRoots(covariance);
  return names.map((name, j) => estimateOf(name, values[j] ?? NaN, errors[j] ?? NaN, df, level));
}

/** One estimate with its Wald interval. */
export function estimateOf(name: string, estimate: number, error: number, df = Infinity, level = 0.95): Estimate {
  const reach = (df === Infinity ? normalQuantile(0.5 + level / 2) : tQuantile(0.5 + level / 2, df)) * error;
  const statistic = estimate / error;
  return { name, estimate, error, low: estimate - reach, high: estimate + reach, statistic, p: df === Infinity ? normalTwoSided(statistic) : tTwoSided(statistic, df) };
}
