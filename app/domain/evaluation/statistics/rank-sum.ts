import type { Interval } from "./binomial";
import { normalQuantile, normalTwoSided } from "./distributions";
import { ranksOf, tieTerm } from "./ranks";
import { zeroOf } from "./roots";
import { median } from "./sums";
import { checkFinite, Unfit } from "./unfit";

export type RankSum = {
  /** Pairs in which the second group's value is the larger, equal ones counting half. */
  u: number;
  /** Exact, by all ways in which the ranks could have fallen, ties included; null for large groups. */
  exact: number | null;
  approximate: number;
  /** The typical difference, second minus first (Hodges and Lehmann 1963). */
  shift: Interval & { value: number };
  /** The chance that a value of the second group is larger, equal ones counting half. */
  superiority: number;
};

/** The Wilcoxon rank-sum test (Mann and Whitney 1947). */
export function rankSum(first: readonly number[], second: readonly number[], level = 0.95): RankSum {
  checkFinite(first, "the value of the first group");
  checkFinite(second, "the value of the second group");
  const [m, n] = [first.length, second.length];
  if (m === 0 || n === 0) throw new Unfit("Each group needs at least one value.");
  const { ranks, ties } = ranksOf([...second, ...first]);
  const w = ranks.slice(0, n).reduce((total, rank) => total + rank, 0);
  const u = w - (n * (n + 1)) / 2;
  const sigma = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm(ties) / ((m + n) * (m + n - 1))));
  if (sigma === 0) throw new Unfit("All values are equal, so there is nothing to rank.");
  const away = u - (m * n) / 2;
  return {
    u,
    exact: m * n * (m + n) <= 2_000_000 ? exactP(ranks, n, w) : null,
    approximate: Math.min(1, normalTwoSided((away - Math.sign(away) * 0.5) / sigma)),
    shift: shiftOf(first, second, ties.length === 0 && m < 50 && n < 50, level),
    superiority: u / (m * n),
  };
}

/** The chance of each sum of `size` (doubled) ranks drawn from all. */
function drawnSums(doubled: readonly number[], size: number): Float64Array {
  const top = doubled.toSorted((a, b) => b - a).slice(0, size).reduce((total, rank) => total + rank, 0);
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(top + 1));
  ways[0]![0] = 1;
  doubled.forEach((rank, seen) => {
    for (let k = Math.min(size, seen + 1); k >= 1; k--) {
      const [with1, without] = [ways[k]!, ways[k - 1]!];
      for (let s = top; s >= rank; s--) with1[s] = with1[s]! + without[s - rank]!;
    }
  });
  const all = ways[size]!.reduce((total, count) => total + count, 0);
  return ways[size]!.map((count) => count / all);
}

function exactP(ranks: readonly number[], size: number, w: number): number {
  const chances = drawnSums(ranks.map((rank) => Math.round(2 * rank)), size);
  const seen = Math.round(2 * w);
  let [below, above] = [0, 0];
  chances.forEach((chance, s) => {
    if (s <= seen) below += chance;
    if (s >= seen) above += chance;
  });
  return Math.min(1, 2 * Math.min(below, above));
}

function shiftOf(first: readonly number[], second: readonly number[], exact: boolean, level: number): RankSum["shift"] {
  const differences = Float64Array.from(second.flatMap((y) => first.map((x) => y - x))).sort();
  const [m, n] = [first.length, second.length];
  if (!exact) return searched(first, second, differences, level);
  const chances = drawnSums(Array.from({ length: m + n }, (_, i) => i + 1), n).slice((n * (n + 1)) / 2);
  let [below, place] = [0, 0];
  while (below + chances[place]! <= (1 - level) / 2) below += chances[place++]!;
  const rank = Math.max(place, 1);
  return { value: median(differences), low: differences[rank - 1]!, high: differences[m * n - rank]! };
}

function searched(first: readonly number[], second: readonly number[], differences: Float64Array, level: number): RankSum["shift"] {
  const [m, n, z] = [first.length, second.length, normalQuantile(0.5 + level / 2)];
  const standard = (shift: number, correction: number) => {
    const { ranks, ties } = ranksOf([...second.map((value) => value - shift), ...first]);
    const away = ranks.slice(0, n).reduce((total, rank) => total + rank, 0) - (n * (n + 1)) / 2 - (m * n) / 2;
    const sigma = Math.sqrt(((m * n) / 12) * (m + n + 1 - tieTerm(ties) / ((m + n) * (m + n - 1))));
    return sigma === 0 ? 0 : (away - correction) / sigma;
  };
  const [least, most] = [differences[0]!, differences.at(-1)!];
  const crossing = (target: number, correction: number) => zeroOf((shift) => standard(shift, correction) - target, least, most, 1e-9);
  return { value: median(differences), low: crossing(z, 0.5), high: crossing(-z, -0.5) };
}
