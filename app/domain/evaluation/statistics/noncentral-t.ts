import lnGamma from "@stdlib/math-base-special-gammaln";
import { normalUpper } from "./distributions";
import { zeroOf } from "./roots";

/** Nodes and weights of Gauss and Legendre for 8 points, one half. */
const nodes = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const weights = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/**
 * P(T > t) of the non-central t distribution, or P(T <= t) with `lower`: the normal tail averaged over the spread of the standard deviation,
 * P(T > t) = integral of P(Z > t s - delta) over s = chi / sqrt(df) (Johnson, Kotz, Balakrishnan 1995, 31.3). Neither tail is one minus the other.
 */
export function noncentralT(t: number, df: number, noncentrality: number, lower = false): number {
  const constant = Math.LN2 + (df / 2) * Math.log(df / 2) - lnGamma(df / 2);
  const density = (s: number) => (s <= 0 ? 0 : Math.exp(constant + (df - 1) * Math.log(s) - (df * s * s) / 2));
  const sign = lower ? -1 : 1;
  return integral((s) => density(s) * normalUpper(sign * (t * s - noncentrality)), cuts(t, df, noncentrality));
}

/** The non-centralities between which the `level` of chance lies when `t` was seen (Steiger and Fouladi 1997). */
export function noncentralityInterval(t: number, df: number, level = 0.95): { low: number; high: number } {
  const tail = (1 - level) / 2;
  const reach = 12 + Math.abs(t) * 1.5;
  return {
    low: zeroOf((delta) => noncentralT(t, df, delta) - tail, t - reach, t),
    high: zeroOf((delta) => noncentralT(t, df, delta, true) - tail, t, t + reach),
  };
}

/** Where to cut the range: finely around the bulk of s and around the place where the normal tail turns. */
function cuts(t: number, df: number, noncentrality: number): number[] {
  const spread = 1 / Math.sqrt(2 * df);
  const [from, to] = [Math.max(0, 1 - 14 * spread), 1 + 14 * spread];
  const points = Array.from({ length: 41 }, (_, i) => from + ((to - from) * i) / 40);
  // With few degrees of freedom the density turns sharply next to zero.
  if (df < 4) for (let i = 1; i <= 16; i++) points.push(4 ** -i);
  if (t !== 0) {
    const turn = noncentrality / t;
    for (let i = -20; i <= 20; i++) points.push(turn + (i * 0.5) / Math.abs(t));
  }
  return points.filter((point) => point >= from && point <= to).sort((a, b) => a - b);
}

function integral(f: (x: number) => number, points: readonly number[]): number {
  let total = 0;
  for (let i = 1; i < points.length; i++) {
    const half = (points[i]! - points[i - 1]!) / 2;
    const centre = points[i - 1]! + half;
    for (let k = 0; k < nodes.length; k++) total += half * weights[k]! * (f(centre - half * nodes[k]!) + f(centre + half * nodes[k]!));
  }
  return total;
}
