import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaincinv from "@stdlib/math-base-special-gammaincinv";
import inverseBeta from "@stdlib/math-base-special-kernel-betaincinv";

/*
 * Tails and quantiles. Every upper tail comes from the complement itself, never from 1 - cdf: a p-value of 1e-95 keeps its digits.
 * Formulas: NIST Digital Library of Mathematical Functions, 7.2, 8.2, 8.17.
 */

/** P(Z > z) of the standard normal. */
export function normalUpper(z: number): number {
  return erfc(z / Math.SQRT2) / 2;
}

/** P(|Z| > |z|). */
export function normalTwoSided(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** The standard normal density. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** z with P(Z <= z) = p. */
export function normalQuantile(p: number): number {
  return p === 0.5 ? 0 : -Math.SQRT2 * erfcinv(2 * p);
}

/** P(|T| > |t|) with `df` degrees of freedom; infinitely many are the normal. */
export function tTwoSided(t: number, df: number): number {
  if (df === Infinity) return normalTwoSided(t);
  if (!Number.isFinite(t)) return 0;
  return betainc(df / (df + t * t), df / 2, 0.5);
}

/** P(T > t). */
export function tUpper(t: number, df: number): number {
  const tail = tTwoSided(t, df) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** t with P(T <= t) = p. */
export function tQuantile(p: number, df: number): number {
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const both = 2 * Math.min(p, 1 - p);
  const [x = 0, y = 1] = inverseBeta(df / 2, 0.5, both, 1 - both);
  return Math.sign(p - 0.5) * Math.sqrt((df * y) / x);
}

/** P(F > f). */
export function fUpper(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  if (df2 === Infinity) return chiSquareUpper(f * df1, df1);
  return betainc(df2 / (df2 + df1 * f), df2 / 2, df1 / 2);
}

/** f with P(F <= f) = p. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const [x = 0, y = 1] = inverseBeta(df1 / 2, df2 / 2, p, 1 - p);
  return (df2 * x) / (df1 * y);
}

/** P(X2 > x). */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/** x with P(X2 <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaincinv(p, df / 2, false);
}

/** P(B <= x) of the beta distribution, or P(B > x) with `upper`. */
export function beta(x: number, a: number, b: number, upper = false): number {
  return betainc(x, a, b, true, upper);
}

/** x with P(B <= x) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return inverseBeta(a, b, p, 1 - p)[0] ?? 0;
}

/** P(N <= count) of the Poisson distribution, or P(N > count) with `upper`. */
export function poisson(count: number, mean: number, upper = false): number {
  if (count < 0) return upper ? 1 : 0;
  return gammainc(mean, count + 1, true, !upper);
}
