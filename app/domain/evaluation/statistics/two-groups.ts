import type { Interval } from "./binomial";
import { fUpper, tQuantile, tTwoSided } from "./distributions";
import { noncentralityInterval } from "./noncentral-t";
import { type EffectSize, hedges } from "./paired-t";
import { mean, squaredDistances, sum, variance } from "./sums";
import { checkFinite, Unfit } from "./unfit";

export type TwoGroups = {
  n: [number, number];
  means: [number, number];
  /** Second minus first. */
  difference: Interval & { value: number; error: number };
  t: number;
  df: number;
  p: number;
  /** Cohen's d over the pooled standard deviation, interval from the non-central t, and Hedges' g. */
  d: EffectSize;
  g: EffectSize;
};

/** Two independent groups: Welch's t test (1947), or Student's with `pooled`. */
export function twoGroups(first: readonly number[], second: readonly number[], { pooled = false, level = 0.95 } = {}): TwoGroups {
  checkFinite(first, "the value of the first group");
  checkFinite(second, "the value of the second group");
  const [n1, n2] = [first.length, second.length];
  if (n1 < 2 || n2 < 2) throw new Unfit("Each group needs at least two values.");
  const [v1, v2] = [variance(first), variance(second)];
  const common = ((n1 - 1) * v1 + (n2 - 1) * v2) / (n1 + n2 - 2);
  if (common === 0) throw new Unfit("The values do not vary within either group, so there is no spread to judge the difference by.");
  const [a, b] = pooled ? [common / n1, common / n2] : [v1 / n1, v2 / n2];
  const df = pooled ? n1 + n2 - 2 : (a + b) ** 2 / (a ** 2 / (n1 - 1) + b ** 2 / (n2 - 1));
  const value = mean(second) - mean(first);
  const error = Math.sqrt(a + b);
  const reach = tQuantile(0.5 + level / 2, df) * error;
  const size = Math.sqrt(1 / n1 + 1 / n2);
  const student = value / (Math.sqrt(common) * size);
  const bounds = noncentralityInterval(student, n1 + n2 - 2, level);
  const d = { value: value / Math.sqrt(common), low: bounds.low * size, high: bounds.high * size };
  const small = hedges(n1 + n2 - 2);
  return {
    n: [n1, n2],
    means: [mean(first), mean(second)],
    difference: { value, error, low: value - reach, high: value + reach },
    t: value / error,
    df,
    p: tTwoSided(value / error, df),
    d,
    g: { value: d.value * small, low: d.low * small, high: d.high * small },
  };
}

export type Anova = { between: { squares: number; df: number; mean: number }; within: { squares: number; df: number; mean: number }; f: number; p: number; rSquared: number; residualDeviation: number };

/** One-way analysis of variance (Fisher 1925), with sums about the means so that large constants do not eat the digits. */
export function oneWayAnova(groups: readonly (readonly number[])[]): Anova {
  groups.forEach((group) => checkFinite(group, "the value"));
  if (groups.length < 2 || groups.some((group) => group.length === 0)) throw new Unfit("An analysis of variance compares two or more groups, each with values.");
  const n = groups.reduce((total, group) => total + group.length, 0);
  const df = { between: groups.length - 1, within: n - groups.length };
  if (df.within < 1) throw new Unfit("Some group needs more than one value, or there is no spread to judge by.");
  const centre = mean(groups.flat());
  const away = groups.map((group) => group.map((value) => value - centre));
  const grand = sum(away.flat()) / n;
  const between = sum(away.map((group) => group.length * (mean(group) - grand) ** 2));
  const within = sum(away.map((group) => squaredDistances(group)));
  const f = between / df.between / (within / df.within);
  return {
    between: { squares: between, df: df.between, mean: between / df.between },
    within: { squares: within, df: df.within, mean: within / df.within },
    f,
    p: fUpper(f, df.between, df.within),
    rSquared: between / (between + within),
    residualDeviation: Math.sqrt(within / df.within),
  };
}
