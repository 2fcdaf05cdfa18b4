import { beta, betaQuantile } from "./distributions";
import { halfDeviance, stirlingError } from "./incomplete-gamma";
import { zeroOf } from "./roots";

export type Interval = { low: number; high: number };

/** P(X = k) of n trials with chance p. */
export function binomialDensity(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return p ** n;
  // Loader 2000: the factorials by what Stirling's formula leaves over, so that large n keep their digits.
  const log = stirlingError(n) - stirlingError(k) - stirlingError(n - k) - halfDeviance(k, n * p) - halfDeviance(n - k, n * (1 - p));
  return Math.exp(log) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X <= k). */
export function binomialLower(k: number, n: number, p: number): number {
  return k < 0 ? 0 : k >= n ? 1 : beta(p, k + 1, n - k, true);
}

/** P(X >= k). */
export function binomialUpper(k: number, n: number, p: number): number {
  return k <= 0 ? 1 : k > n ? 0 : beta(p, k, n - k + 1);
}

/** The exact two-sided p-value: every outcome that is no likelier than what was seen counts (as R's binom.test). */
export function binomialTest(k: number, n: number, p: number): number {
  if (n === 0) return 1;
  const limit = binomialDensity(k, n, p) * (1 + 1e-7);
  if (k === n * p) return 1;
  const below = k < n * p;
  const asRare = (i: number) => binomialDensity(i, n, p) <= limit;
  let [from, to] = below ? [Math.ceil(n * p) - 1, n + 1] : [-1, Math.floor(n * p) + 1];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (asRare(middle) === below) to = middle;
    else from = middle;
  }
  return Math.min(1, below ? binomialLower(k, n, p) + binomialUpper(to, n, p) : binomialUpper(k, n, p) + binomialLower(from, n, p));
}

/** Clopper and Pearson 1934: the exact interval of a share. */
export function exactShare(k: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k, n - k + 1),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 1, n - k),
  };
}

/** The mid-p interval of a share: the outcome that was seen counts half in each tail (Lancaster 1961). */
export function midPShare(k: number, n: number, level = 0.95): Interval {
  const tail = (1 - level) / 2;
  const above = (p: number) => binomialUpper(k + 1, n, p) + binomialDensity(k, n, p) / 2 - tail;
  const below = (p: number) => binomialLower(k - 1, n, p) + binomialDensity(k, n, p) / 2 - tail;
  return { low: k === 0 ? 0 : zeroOf(above, 0, k / n), high: k === n ? 1 : zeroOf(below, k / n, 1) };
}

/** Wilson 1927: the score interval of a share. */
export function wilsonShare(k: number, n: number, z: number): Interval {
  const [share, square] = [k / n, z * z];
  const centre = (share + square / (2 * n)) / (1 + square / n);
  const half = (z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return { low: k === 0 ? 0 : centre - half, high: k === n ? 1 : centre + half };
}
