import lnGamma from "@stdlib/math-base-special-gammaln";
import { type Interval, wilsonShare } from "./binomial";
import { chiSquareUpper, normalQuantile } from "./distributions";
import { zeroOf } from "./roots";
import { sum } from "./sums";
import { checkCounts, Unfit } from "./unfit";

/** Rows are groups, columns yes and no: a yes and b no in the first group, c yes and d no in the second. */
export type TwoByTwo = { a: number; b: number; c: number; d: number };
export type Test = { statistic: number; df: number; p: number };

export type TwoByTwoResult = {
  shares: [number, number];
  /** First group's share minus the second's: Wald, and Newcombe's interval (1998, method 10), which holds for small n. */
  difference: Interval & { value: number; newcombe: Interval };
  /** First share over second; null when an empty cell leaves no finite error. */
  ratio: (Interval & { value: number }) | null;
  oddsRatio: (Interval & { value: number }) | null;
  chiSquare: Test;
  yates: Test;
  fisher: { p: number; oddsRatio: number } & Interval;
};

/** Everything that is said of a 2x2 table (Fleiss, Levin, Paik 2003). */
export function twoByTwo(table: TwoByTwo, level = 0.95): TwoByTwoResult {
  const { a, b, c, d } = table;
  checkCounts([a, b, c, d], "the count in the table");
  const [m, n] = [a + b, c + d];
  if (m === 0 || n === 0) throw new Unfit("One of the two groups is empty, so there is nothing to compare.");
  const z = normalQuantile(0.5 + level / 2);
  const shares: [number, number] = [a / m, c / n];
  const value = shares[0] - shares[1];
  const reach = z * Math.sqrt((shares[0] * (1 - shares[0])) / m + (shares[1] * (1 - shares[1])) / n);
  const [first, second] = [wilsonShare(a, m, z), wilsonShare(c, n, z)];
  return {
    shares,
    difference: {
      value,
      low: value - reach,
      high: value + reach,
      newcombe: { low: value - Math.hypot(shares[0] - first.low, second.high - shares[1]), high: value + Math.hypot(first.high - shares[0], shares[1] - second.low) },
    },
    ratio: a > 0 && c > 0 ? around(shares[0] / shares[1], z * Math.sqrt(1 / a - 1 / m + 1 / c - 1 / n)) : null,
    oddsRatio: a * b * c * d > 0 ? around((a * d) / (b * c), z * Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d)) : null,
    chiSquare: chiSquareOf(table, false),
    yates: chiSquareOf(table, true),
    fisher: fisherExact(table, level),
  };
}

/** A ratio with an interval that reaches equally far on the scale of logarithms. */
export function around(value: number, reach: number): Interval & { value: number } {
  return { value, low: value * Math.exp(-reach), high: value * Math.exp(reach) };
}

function chiSquareOf({ a, b, c, d }: TwoByTwo, corrected: boolean): Test {
  const n = a + b + c + d;
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return { statistic: 0, df: 1, p: 1 };
  const away = Math.abs(a * d - b * c);
  const statistic = (n * Math.max(0, away - (corrected ? Math.min(n / 2, away) : 0)) ** 2) / margins;
  return { statistic, df: 1, p: chiSquareUpper(statistic, 1) };
}

/** Fisher 1935: the exact test (outcomes no likelier than the one seen), the conditional maximum likelihood odds ratio and its exact interval. */
export function fisherExact({ a, b, c, d }: TwoByTwo, level = 0.95): TwoByTwoResult["fisher"] {
  const margins = { yes: a + c, first: a + b, second: c + d };
  const [from, to] = [Math.max(0, margins.yes - margins.second), Math.min(margins.yes, margins.first)];
  const share = (ratio: number, counts: (count: number) => number) => {
    const { start, chances } = firstCells(margins, ratio);
    return chances.reduce((total, chance, i) => total + chance * counts(start + i), 0);
  };
  const plain = firstCells(margins, 1);
  const seen = plain.chances[a - plain.start] ?? 0;
  const p = seen === 0 ? 0 : plain.chances.reduce((total, chance) => total + (chance <= seen * (1 + 1e-7) ? chance : 0), 0);
  const tail = (1 - level) / 2;
  const onLog = (f: (ratio: number) => number) => Math.exp(zeroOf((log) => f(Math.exp(log)), -80, 80));
  return {
    p: Math.min(1, p),
    oddsRatio: a === from ? 0 : a === to ? Infinity : onLog((ratio) => share(ratio, (count) => count - a)),
    low: a === from ? 0 : onLog((ratio) => share(ratio, (count) => (count >= a ? 1 : 0)) - tail),
    high: a === to ? Infinity : onLog((ratio) => share(ratio, (count) => (count <= a ? 1 : 0)) - tail),
  };
}

/**
 * The chance of each count in the first cell, given the margins and an odds ratio: from the likeliest count outwards by the ratio of neighbours,
 * until the chances vanish. No factorial is taken, so large tables keep their digits and take no longer than they must.
 */
function firstCells({ yes, first, second }: { yes: number; first: number; second: number }, ratio: number): { start: number; chances: Float64Array } {
  const [from, to] = [Math.max(0, yes - second), Math.min(yes, first)];
  const up = (count: number) => (ratio * (first - count) * (yes - count)) / ((count + 1) * (second - yes + count + 1));
  let [mode, above] = [from, to];
  while (mode < above) {
    const middle = Math.floor((mode + above) / 2);
    if (up(middle) > 1) mode = middle + 1;
    else above = middle;
  }
  const [lower, upper]: [number[], number[]] = [[], [1]];
  for (let count = mode, weight = 1; count < to && weight > 1e-300; count++) upper.push((weight *= up(count)));
  for (let count = mode, weight = 1; count > from && weight > 1e-300; count--) lower.push((weight /= up(count - 1)));
  const chances = Float64Array.from([...lower.reverse(), ...upper]);
  const total = sum(chances);
  return { start: mode - lower.length, chances: chances.map((weight) => weight / total) };
}

/** The logarithm of n! */
export function logFactorial(n: number): number {
  return lnGamma(n + 1);
}
