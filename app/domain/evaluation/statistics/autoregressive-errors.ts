import { leastSquares, type LinearFit } from "./least-squares";
import { type Matrix, scaled, times } from "./matrix";
import { valleyOf, zeroOf } from "./roots";
import { Unfit } from "./unfit";

/** A linear fit whose errors follow their neighbours: e(t) = rho e(t-1) + chance. For sensitivity analyses of linear interrupted series. */
export type AutoregressiveFit = { coefficients: Float64Array; covariance: Matrix; rho: number; logLikelihood: number; iterations: number };

/** Prais and Winsten 1954: rho from the residuals, the first row kept, again and again until rho stands still. */
export function praisWinsten(x: Matrix, y: readonly number[]): AutoregressiveFit {
  let rho = 0;
  for (let iterations = 1; iterations <= 1000; iterations++) {
    const fit = leastSquares(...quasiDifferenced(x, y, rho));
    const next = rhoOf(residualsOf(x, y, fit));
    if (Math.abs(next - rho) < 1e-12 || iterations === 1000) return described(x, y, next, iterations);
    rho = next;
  }
  throw new Unfit("The correlation of neighbouring periods did not settle. Use Newey-West errors.");
}

/** Generalized least squares with first-order autoregressive errors by maximum likelihood; covariance with n - k (as R's nlme::gls). */
export function autoregressiveMl(x: Matrix, y: readonly number[]): AutoregressiveFit {
  const minus = (rho: number) => -described(x, y, rho, 0).logLikelihood;
  const coarse = valleyOf(minus, -0.999, 0.999, 1e-7);
  const slope = (rho: number) => minus(rho + 1e-6) - minus(rho - 1e-6);
  const rho = zeroOf(slope, Math.max(-0.9999, coarse - 1e-3), Math.min(0.9999, coarse + 1e-3));
  return described(x, y, rho, 1);
}

function described(x: Matrix, y: readonly number[], rho: number, iterations: number): AutoregressiveFit {
  const n = y.length;
  const fit = leastSquares(...quasiDifferenced(x, y, rho));
  return {
    coefficients: fit.coefficients,
    covariance: scaled(fit.unscaled, fit.sigma ** 2),
    rho,
    logLikelihood: -(n / 2) * (Math.log((2 * Math.PI * fit.residualSquares) / n) + 1) + Math.log1p(-rho * rho) / 2,
    iterations,
  };
}

/** Each row minus rho times the row before; the first row times sqrt(1 - rho^2). */
function quasiDifferenced(x: Matrix, y: readonly number[], rho: number): [Matrix, Float64Array] {
  const first = Math.sqrt(1 - rho * rho);
  const change = (values: ArrayLike<number>, from: number, i: number) => (i === 0 ? first * values[from]! : values[from + i]! - rho * values[from + i - 1]!);
  return [{ ...x, values: x.values.map((_, place) => change(x.values, place - (place % x.rows), place % x.rows)) }, Float64Array.from(y, (_, i) => change(y, 0, i))];
}

function residualsOf(x: Matrix, y: readonly number[], fit: LinearFit): Float64Array {
  const fitted = times(x, fit.coefficients);
  return Float64Array.from(y, (value, i) => value - fitted[i]!);
}

function rhoOf(residuals: Float64Array): number {
  let [together, before] = [0, 0];
  for (let t = 1; t < residuals.length; t++) {
    together += residuals[t]! * residuals[t - 1]!;
    before += residuals[t - 1]! ** 2;
  }
  return together / before;
}
