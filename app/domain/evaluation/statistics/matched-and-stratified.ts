import { binomialTest, exactShare, type Interval } from "./binomial";
import { chiSquareUpper, normalQuantile } from "./distributions";
import { around, type Test, type TwoByTwo } from "./two-by-two";
import { checkCounts, Unfit } from "./unfit";

export type McNemar = {
  /** Those who went from no to yes over those who went from yes to no; exact interval; null when nobody went back. */
  oddsRatio: (Interval & { value: number }) | null;
  exact: number;
  chiSquare: Test;
  corrected: Test;
  changed: number;
};

/** McNemar 1947: the same people twice. `gained` went from no to yes, `lost` from yes to no; those who stayed say nothing. */
export function mcNemar(gained: number, lost: number, level = 0.95): McNemar {
  checkCounts([gained, lost], "the number of people who changed");
  const changed = gained + lost;
  if (changed === 0) throw new Unfit("Nobody changed, so there is nothing to test. Report that nobody changed.");
  const { low, high } = exactShare(gained, changed, level);
  const test = (away: number): Test => ({ statistic: away ** 2 / changed, df: 1, p: chiSquareUpper(away ** 2 / changed, 1) });
  return {
    oddsRatio: lost > 0 ? { value: gained / lost, low: low / (1 - low), high: high >= 1 ? Infinity : high / (1 - high) } : null,
    exact: binomialTest(gained, changed, 0.5),
    chiSquare: test(gained - lost),
    corrected: test(gained === lost ? 0 : Math.abs(gained - lost) - 1),
    changed,
  };
}

export type MantelHaenszel = {
  oddsRatio: Interval & { value: number };
  riskRatio: (Interval & { value: number }) | null;
  riskDifference: Interval & { value: number };
  test: Test;
  corrected: Test;
  /** Breslow and Day 1980: whether the odds ratios of the agencies differ by more than chance; `tarone` is the corrected form. */
  homogeneity: { breslowDay: Test; tarone: Test };
};

/** Mantel and Haenszel 1959: one 2x2 table for each agency, put together. Errors: Robins, Breslow, Greenland 1986; Greenland and Robins 1985. */
export function mantelHaenszel(tables: readonly TwoByTwo[], level = 0.95): MantelHaenszel {
  tables.forEach(({ a, b, c, d }) => checkCounts([a, b, c, d], "the count in the table"));
  const all = tables.map(({ a, b, c, d }) => ({ a, b, c, d, n: a + b + c + d })).filter(({ a, b, c, d }) => a + b > 0 && c + d > 0);
  if (all.length === 0) throw new Unfit("No agency has both groups, so there is nothing to put together.");
  const total = (f: (table: TwoByTwo & { n: number }) => number) => all.reduce((sum, table) => sum + f(table), 0);
  const [r, s] = [total(({ a, d, n }) => (a * d) / n), total(({ b, c, n }) => (b * c) / n)];
  if (r === 0 || s === 0) throw new Unfit("An empty cell in every agency leaves the common odds ratio without a finite value. Take a longer period or a wider measure.");
  const z = normalQuantile(0.5 + level / 2);
  const errorOfOdds = Math.sqrt(
    total(({ a, b, c, d, n }) => ((a + d) / n) * ((a * d) / n)) / (2 * r * r) +
      total(({ a, b, c, d, n }) => ((a + d) / n) * ((b * c) / n) + ((b + c) / n) * ((a * d) / n)) / (2 * r * s) +
      total(({ b, c, n }) => ((b + c) / n) * ((b * c) / n)) / (2 * s * s),
  );
  const [p, q] = [total(({ a, c, d, n }) => (a * (c + d)) / n), total(({ a, b, c, n }) => (c * (a + b)) / n)];
  const errorOfRatio = Math.sqrt(total(({ a, b, c, d, n }) => ((a + b) * (c + d) * (a + c) - a * c * n) / n ** 2) / (p * q));
  const weight = total(({ a, b, c, d, n }) => ((a + b) * (c + d)) / n);
  const difference = (p - q) / weight;
  const errorOfDifference = Math.sqrt(total(({ a, b, c, d, n }) => (a * b * (c + d) ** 3 + c * d * (a + b) ** 3) / ((a + b) * (c + d) * n * n))) / weight;
  const away = Math.abs(total(({ a, b, c, n }) => a - ((a + b) * (a + c)) / n));
  const spread = total(({ a, b, c, d, n }) => (n > 1 ? ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1)) : 0));
  const test = (distance: number): Test => ({ statistic: distance ** 2 / spread, df: 1, p: chiSquareUpper(distance ** 2 / spread, 1) });
  return {
    oddsRatio: around(r / s, z * errorOfOdds),
    riskRatio: p > 0 && q > 0 ? around(p / q, z * errorOfRatio) : null,
    riskDifference: { value: difference, low: difference - z * errorOfDifference, high: difference + z * errorOfDifference },
    test: test(away),
    corrected: test(away >= 0.5 ? away - 0.5 : away),
    homogeneity: homogeneityOf(all, r / s),
  };
}

function homogeneityOf(tables: readonly TwoByTwo[], ratio: number): MantelHaenszel["homogeneity"] {
  let [statistic, surplus, spread] = [0, 0, 0];
  for (const { a, b, c, d } of tables) {
    const expected = expectedUnder(ratio, a + b, c + d, a + c);
    const variance = 1 / (1 / expected + 1 / (a + b - expected) + 1 / (a + c - expected) + 1 / (c + d - a - c + expected));
    if (!(variance > 0)) continue;
    statistic += (a - expected) ** 2 / variance;
    surplus += a - expected;
    spread += variance;
  }
  const df = tables.length - 1;
  const test = (value: number): Test => ({ statistic: value, df, p: df > 0 ? chiSquareUpper(value, df) : 1 });
  return { breslowDay: test(statistic), tarone: test(spread > 0 ? statistic - surplus ** 2 / spread : statistic) };
}

/** The count in the first cell that has this odds ratio and the table's margins. */
function expectedUnder(ratio: number, first: number, second: number, yes: number): number {
  if (Math.abs(ratio - 1) < 1e-12) return (first * yes) / (first + second);
  const [x, y, w] = [ratio - 1, -(ratio * (first + yes) + second - yes), ratio * first * yes];
  return (2 * w) / (-y + Math.sqrt(y * y - 4 * x * w));
}
