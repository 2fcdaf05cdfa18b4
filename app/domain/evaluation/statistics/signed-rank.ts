import type { Interval } from "./binomial";
import { normalQuantile, normalTwoSided } from "./distributions";
import { checkPairs } from "./paired-t";
import { ranksOf, tieTerm } from "./ranks";
import { zeroOf } from "./roots";
import { median } from "./sums";
import { Unfit } from "./unfit";

export type SignedRank = {
  /** People whose answer changed; those who did not change say nothing here. */
  n: number;
  unchanged: number;
  /** The sum of the ranks of those who rose. */
  v: number;
  /** Exact, by all ways in which the signs could have fallen, ties included; null above `exactUpTo`. */
  exact: number | null;
  /** By the normal curve with continuity correction. */
  approximate: number;
  /** The typical change of those who changed: median of the means of all pairs of changes (Hodges and Lehmann 1963), with its interval. */
  shift: Interval & { value: number; exact: boolean };
  /** Share of rank sums that rose minus share that fell, from -1 to 1 (Kerby 2014). */
  rankBiserial: number;
};

/** Above this many changed answers the exact distribution is no longer worked out. */
export const exactUpTo = 200;

/** Wilcoxon's signed-rank test (1945) of after minus before. */
export function signedRank(before: readonly number[], after: readonly number[], level = 0.95): SignedRank {
  checkPairs(before, after);
  const changes = after.map((value, i) => value - before[i]!).filter((change) => change !== 0);
  const n = changes.length;
  if (n === 0) throw new Unfit("Nobody's answer changed, so there is nothing to rank. Report that no answer changed.");
  const { ranks, ties } = ranksOf(changes.map(Math.abs));
  const v = ranks.reduce((total, rank, i) => total + (changes[i]! > 0 ? rank : 0), 0);
  const total = (n * (n + 1)) / 2;
  const sigma = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48);
  const away = v - total / 2;
  const exact = n <= exactUpTo ? exactP(ranks, v) : null;
  return {
    n,
    unchanged: before.length - n,
    v,
    exact,
    approximate: Math.min(1, normalTwoSided((away - Math.sign(away) * 0.5) / sigma)),
    shift: shiftOf(changes, ties.length === 0 && n === before.length && n <= exactUpTo, level),
    rankBiserial: (2 * v) / total - 1,
  };
}

/** The distribution of the sum of those (doubled, so whole) ranks that get a plus, each with chance one half. */
export function plusSums(doubled: readonly number[]): Float64Array {
  const chances = new Float64Array(doubled.reduce((total, rank) => total + rank, 0) + 1);
  chances[0] = 1;
  let reach = 0;
  for (const rank of doubled) {
    reach += rank;
    for (let s = reach; s >= 0; s--) chances[s] = (chances[s]! + (s >= rank ? chances[s - rank]! : 0)) / 2;
  }
  return chances;
}

function exactP(ranks: readonly number[], v: number): number {
  const chances = plusSums(ranks.map((rank) => 2 * rank));
  const seen = Math.round(2 * v);
  let [below, above] = [0, 0];
  for (let s = 0; s < chances.length; s++) {
    if (s <= seen) below += chances[s]!;
    if (s >= seen) above += chances[s]!;
  }
  return Math.min(1, 2 * Math.min(below, above));
}

function shiftOf(changes: readonly number[], exact: boolean, level: number): SignedRank["shift"] {
  const n = changes.length;
  const walsh = walshOf(changes);
  if (!exact) return { value: median(walsh), ...searched(changes, level), exact: false };
  const chances = plusSums(changes.map((_, i) => i + 1));
  const tail = (1 - level) / 2;
  let [below, place] = [0, 0];
  while (below + chances[place]! <= tail) below += chances[place++]!;
  const rank = Math.max(place, 1);
  return { value: median(walsh), low: walsh[rank - 1] ?? NaN, high: walsh[(n * (n + 1)) / 2 - rank] ?? NaN, exact: true };
}

/** With ties: the shifts at which the corrected normal statistic crosses the quantiles, as R's wilcox.test finds them. */
function searched(changes: readonly number[], level: number): Interval {
  const [least, most] = [Math.min(...changes), Math.max(...changes)];
  if (least === most) return { low: least, high: most };
  const z = normalQuantile(0.5 + level / 2);
  const standard = (shift: number, correction: number) => {
    const moved = changes.map((change) => change - shift).filter((change) => change !== 0);
    if (moved.length === 0) return 0;
    const { ranks, ties } = ranksOf(moved.map(Math.abs));
    const n = moved.length;
    const away = ranks.reduce((sum, rank, i) => sum + (moved[i]! > 0 ? rank : 0), 0) - (n * (n + 1)) / 4;
    return (away - correction) / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - tieTerm(ties) / 48);
  };
  const crossing = (target: number, correction: number) => zeroOf((shift) => standard(shift, correction) - target, least, most, 1e-9);
  return { low: crossing(z, 0.5), high: crossing(-z, -0.5) };
}

function walshOf(changes: readonly number[]): Float64Array {
  const means = new Float64Array((changes.length * (changes.length + 1)) / 2);
  let place = 0;
  for (let i = 0; i < changes.length; i++) for (let j = i; j < changes.length; j++) means[place++] = (changes[i]! + changes[j]!) / 2;
  return means.sort();
}
