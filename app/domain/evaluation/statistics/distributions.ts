import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import erfcinv from "@stdlib/math-base-special-erfcinv";
import inverseBeta from "@stdlib/math-base-special-kernel-betaincinv";
import { gammaShare } from "./incomplete-gamma";
import { zeroOf } from "./roots";

/*
 * Tails and quantiles. Every upper tail comes from the complement itself, never from 1 - cdf: a p-value of 1e-95 keeps its digits.
 * Formulas: NIST Digital Library of Mathematical Functions, 7.2, 8.17; the gamma function's shares are our own (`incomplete-gamma.ts`), because
 * those of the library are wrong by some percent near the middle from about a thousand degrees of freedom on.
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
  const square = t * t;
  // Whichever argument is the smaller keeps its digits.
  return square < df ? betainc(square / (df + square), 0.5, df / 2, true, true) : betainc(df / (df + square), df / 2, 0.5);
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
  if (f === Infinity) return 0;
  if (df2 === Infinity) return chiSquareUpper(f * df1, df1);
  const share = df1 * f;
  return share < df2 ? betainc(share / (df2 + share), df1 / 2, df2 / 2, true, true) : betainc(df2 / (df2 + share), df2 / 2, df1 / 2);
}

/** f with P(F <= f) = p. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const [x = 0, y = 1] = inverseBeta(df1 / 2, df2 / 2, p, 1 - p);
  return (df2 * x) / (df1 * y);
}

/** P(X2 > x). */
export function chiSquareUpper(x: number, df: number): number {
  return x <= 0 ? 1 : gammaShare(df / 2, x / 2, true);
}

/** x with P(X2 <= x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  // Wilson and Hilferty 1931, to begin with.
  const start = df * Math.max(0.01, 1 - 2 / (9 * df) + normalQuantile(p) * Math.sqrt(2 / (9 * df))) ** 3;
  return crossing(p > 0.5 ? (x) => chiSquareUpper(x, df) - (1 - p) : (x) => p - gammaShare(df / 2, x / 2), start);
}

/** Where a falling function crosses zero, sought around `near`, above 0. */
function crossing(f: (x: number) => number, near: number): number {
  if (!(near > 0) || !Number.isFinite(near)) return near;
  let [low, high, width] = [near, near, 1 + 1e-7];
  while (f(low) < 0 && low > 1e-300) [low, width] = [low / width, width ** 2];
  width = 1 + 1e-7;
  while (f(high) > 0 && high < 1e300) [high, width] = [high * width, width ** 2];
  return zeroOf(f, low, high);
}

/** P(B <= x) of the beta distribution, or P(B > x) with `upper`. */
export function beta(x: number, a: number, b: number, upper = false): number {
  return betainc(x, a, b, true, upper);
}

/** x with P(B <= x) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return inverseBeta(a, b, p, 1 - p)[0] ?? 0;
}
