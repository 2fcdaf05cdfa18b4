import type { Interval } from "./binomial";
import { fQuantile, fUpper, normalQuantile, normalTwoSided } from "./distributions";
import { correlationOf } from "./paired-t";
import { sum, variance } from "./sums";
import { checkCounts, checkFinite, Unfit } from "./unfit";

export type Alpha = Interval & { value: number; standardized: number; items: number; people: number; itemTotal: number[]; withoutItem: (number | null)[] };

/** Cronbach's alpha (1951) of answers `people[i][item]`, with Feldt's exact interval (1965). */
export function cronbachAlpha(people: readonly (readonly number[])[], level = 0.95): Alpha {
  const [n, k] = checkRectangle(people, "answer");
  if (k < 2) throw new Unfit("Reliability is about how items agree, so a scale needs at least two items.");
  const columns = Array.from({ length: k }, (_, j) => people.map((row) => row[j]!));
  const value = alphaOf(columns);
  const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
  const tail = (1 - level) / 2;
  const totals = people.map((row) => sum(row));
  const pairs = columns.flatMap((x, i) => columns.slice(i + 1).map((y) => correlationOf(x, y)));
  const typical = sum(pairs) / pairs.length;
  return {
    value,
    low: 1 - (1 - value) * fQuantile(1 - tail, df1, df2),
    high: 1 - (1 - value) * fQuantile(tail, df1, df2),
    standardized: (k * typical) / (1 + (k - 1) * typical),
    items: k,
    people: n,
    itemTotal: columns.map((column) => correlationOf(column, totals.map((total, i) => total - column[i]!))),
    withoutItem: columns.map((_, j) => (k > 2 ? alphaOf(columns.filter((_column, other) => other !== j)) : null)),
  };
}

function alphaOf(columns: readonly (readonly number[])[]): number {
  const k = columns.length;
  const totals = columns[0]!.map((_, i) => columns.reduce((total, column) => total + column[i]!, 0));
  const whole = variance(totals);
  if (whole === 0) throw new Unfit("Everybody has the same score, so reliability cannot be judged.");
  return (k / (k - 1)) * (1 - sum(columns.map((column) => variance(column))) / whole);
}

export type Icc = { kind: "one-way" | "agreement" | "consistency"; single: Interval & { value: number }; average: Interval & { value: number }; f: number; df1: number; df2: number; p: number };

/**
 * Intraclass correlation of ratings `subjects[i][rater]` (Shrout and Fleiss 1979; intervals of McGraw and Wong 1996):
 * one-way (other raters for each subject), agreement (the same raters, their levels count) or consistency (their levels do not count).
 */
export function intraclass(subjects: readonly (readonly number[])[], kind: Icc["kind"], level = 0.95): Icc {
  const [n, k] = checkRectangle(subjects, "rating");
  if (k < 2) throw new Unfit("Agreement needs at least two raters.");
  const { rows, columns, error, within } = meanSquares(subjects, n, k);
  const tail = (1 - level) / 2;
  if (rows === 0) throw new Unfit("The subjects do not differ, so agreement on them cannot be judged.");
  if (kind === "agreement") return agreement(rows, columns, error, n, k, level);
  const base = kind === "one-way" ? within : error;
  const df2 = kind === "one-way" ? n * (k - 1) : (n - 1) * (k - 1);
  const f = rows / base;
  const low = f / fQuantile(1 - tail, n - 1, df2);
  const high = f * fQuantile(1 - tail, df2, n - 1);
  const single = (ratio: number) => (ratio - 1) / (ratio + k - 1);
  return {
    kind,
    single: { value: single(f), low: single(low), high: single(high) },
    average: { value: 1 - 1 / f, low: 1 - 1 / low, high: 1 - 1 / high },
    f,
    df1: n - 1,
    df2,
    p: fUpper(f, n - 1, df2),
  };
}

function agreement(rows: number, columns: number, error: number, n: number, k: number, level: number): Icc {
  const tail = (1 - level) / 2;
  const value = (rows - error) / (rows + (k - 1) * error + (k * (columns - error)) / n);
  const [a, b] = [(k * value) / (n * (1 - value)), 1 + (k * value * (n - 1)) / (n * (1 - value))];
  const v = (a * columns + b * error) ** 2 / ((a * columns) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const [upper, lower] = [fQuantile(1 - tail, n - 1, v), fQuantile(1 - tail, v, n - 1)];
  const rest = k * columns + (k * n - k - n) * error;
  const single = { value, low: (n * (rows - upper * error)) / (upper * rest + n * rows), high: (n * (lower * rows - error)) / (rest + n * lower * rows) };
  const average = (one: number) => (k * one) / (1 + (k - 1) * one);
  return {
    kind: "agreement",
    single,
    average: { value: (rows - error) / (rows + (columns - error) / n), low: average(single.low), high: average(single.high) },
    f: rows / error,
    df1: n - 1,
    df2: (n - 1) * (k - 1),
    p: fUpper(rows / error, n - 1, (n - 1) * (k - 1)),
  };
}

function meanSquares(subjects: readonly (readonly number[])[], n: number, k: number) {
  const grand = sum(subjects.flat()) / (n * k);
  const means = subjects.map((row) => sum(row) / k);
  const raters = Array.from({ length: k }, (_, j) => sum(subjects.map((row) => row[j]!)) / n);
  const between = k * sum(means.map((one) => (one - grand) ** 2));
  const across = n * sum(raters.map((one) => (one - grand) ** 2));
  const inside = sum(subjects.flatMap((row, i) => row.map((one) => (one - means[i]!) ** 2)));
  const error = sum(subjects.flatMap((row, i) => row.map((one, j) => (one - means[i]! - raters[j]! + grand) ** 2)));
  return { rows: between / (n - 1), columns: across / (k - 1), error: error / ((n - 1) * (k - 1)), within: inside / (n * (k - 1)) };
}

export type Kappa = Interval & { value: number; error: number; observed: number; expected: number; p: number };

/** Cohen's kappa (1960, weighted 1968) of a square table `first rater x second rater`; errors of Fleiss, Cohen, Everitt 1969. */
export function cohenKappa(table: readonly (readonly number[])[], weighting: "none" | "linear" | "quadratic" = "none", level = 0.95): Kappa {
  checkCounts(table.flat(), "the count in the table");
  const k = table.length;
  if (k < 2 || table.some((row) => row.length !== k)) throw new Unfit("Agreement of two raters needs a square table: the same answers in rows and columns.");
  const n = sum(table.flat());
  if (n === 0) throw new Unfit("The table is empty.");
  const weight = (i: number, j: number) => (weighting === "none" ? (i === j ? 1 : 0) : 1 - (Math.abs(i - j) / (k - 1)) ** (weighting === "linear" ? 1 : 2));
  const rows = table.map((row) => sum(row) / n);
  const columns = rows.map((_, j) => sum(table.map((row) => row[j]!)) / n);
  const all = rows.flatMap((_, i) => rows.map((_row, j) => ({ i, j, share: table[i]![j]! / n, w: weight(i, j) })));
  const observed = sum(all.map(({ share, w }) => share * w));
  const expected = sum(all.map(({ i, j, w }) => rows[i]! * columns[j]! * w));
  if (expected >= 1) throw new Unfit("Both raters gave everyone the same answer, so agreement beyond chance cannot be judged.");
  const rowMean = rows.map((_, i) => sum(columns.map((column, j) => column * weight(i, j))));
  const columnMean = columns.map((_, j) => sum(rows.map((row, i) => row * weight(i, j))));
  const value = (observed - expected) / (1 - expected);
  const spread = sum(all.map(({ i, j, share, w }) => share * (w - (rowMean[i]! + columnMean[j]!) * (1 - value)) ** 2)) - (value - expected * (1 - value)) ** 2;
  const error = Math.sqrt(Math.max(0, spread) / n) / (1 - expected);
  const none = sum(all.map(({ i, j, w }) => rows[i]! * columns[j]! * (w - (rowMean[i]! + columnMean[j]!)) ** 2)) - expected ** 2;
  const reach = normalQuantile(0.5 + level / 2) * error;
  return { value, error, low: value - reach, high: value + reach, observed, expected, p: normalTwoSided(value / (Math.sqrt(none / n) / (1 - expected))) };
}

function checkRectangle(rows: readonly (readonly number[])[], what: string): [number, number] {
  const k = rows[0]?.length ?? 0;
  rows.forEach((row, i) => {
    if (row.length !== k) throw new Unfit(`Row ${i + 1} has ${row.length} values instead of ${k}. Leave people with a missing ${what} out.`, i);
    checkFinite(row, `the ${what}`);
  });
  if (rows.length < 2) throw new Unfit("There must be at least two rows.");
  return [rows.length, k];
}
