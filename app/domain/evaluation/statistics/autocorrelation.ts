import { chiSquareUpper, fUpper } from "./distributions";
import { leastSquares } from "./least-squares";
import { columnOf, fromColumns, type Matrix } from "./matrix";
import { mean, sum } from "./sums";

/** The correlation of a series with itself 1, 2 ... `lags` periods before. */
export function autocorrelations(series: ArrayLike<number>, lags: number): number[] {
  const centre = mean(series);
  const away = Float64Array.from(series, (value) => value - centre);
  const total = sum(away.map((value) => value * value));
  return Array.from({ length: lags }, (_, l) => sum(away.subarray(l + 1).map((value, i) => value * away[i]!)) / total);
}

/** The same with what shorter lags explain taken out (Durbin 1960, Levinson 1947). */
export function partialAutocorrelations(series: ArrayLike<number>, lags: number): number[] {
  const r = autocorrelations(series, lags);
  let weights: number[] = [];
  return r.map((value, k) => {
    const above = weights.reduce((total, weight, j) => total + weight * r[k - 1 - j]!, 0);
    const below = weights.reduce((total, weight, j) => total + weight * r[j]!, 0);
    const last = (value - above) / (1 - below);
    weights = [...weights.map((weight, j) => weight - last * weights[k - 1 - j]!), last];
    return last;
  });
}

/** Ljung and Box 1978: whether the first `lags` autocorrelations together are more than chance. */
export function ljungBox(series: ArrayLike<number>, lags: number): { statistic: number; df: number; p: number } {
  const n = series.length;
  const statistic = n * (n + 2) * sum(autocorrelations(series, lags).map((r, l) => (r * r) / (n - l - 1)));
  return { statistic, df: lags, p: chiSquareUpper(statistic, lags) };
}

/** Durbin and Watson 1950: about 2 when neighbouring residuals are unrelated, towards 0 when they resemble each other. */
export function durbinWatson(residuals: ArrayLike<number>): number {
  const rest = Float64Array.from(residuals);
  return sum(rest.subarray(1).map((value, i) => (value - rest[i]!) ** 2)) / sum(rest.map((value) => value * value));
}

/** Breusch 1978, Godfrey 1978: the residuals regressed on the model and on their own past (zero before the start). */
export function breuschGodfrey(x: Matrix, residuals: Float64Array, order: number): { statistic: number; df: number; p: number; f: number; fP: number } {
  const past = Array.from({ length: order }, (_, l) => Float64Array.from(residuals, (_value, i) => residuals[i - l - 1] ?? 0));
  const columns = Array.from({ length: x.columns }, (_, j) => columnOf(x, j));
  const fit = leastSquares(fromColumns([...columns, ...past]), residuals);
  const total = sum(residuals.map((value) => value * value));
  const statistic = residuals.length * (1 - fit.residualSquares / total);
  const f = (total - fit.residualSquares) / order / (fit.residualSquares / fit.degreesOfFreedom);
  return { statistic, df: order, p: chiSquareUpper(statistic, order), f, fP: fUpper(f, order, fit.degreesOfFreedom) };
}
