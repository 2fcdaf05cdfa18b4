import { type Analysis, type Assumption, check, type Effect, type MeasureWords, outcomeOf, withBounds } from "../analysis";
import { counted, inWords, readingOf } from "../number-words";
import { pairedT } from "../statistics/paired-t";
import { rankSum } from "../statistics/rank-sum";
import { signedRank } from "../statistics/signed-rank";
import { mean, standardDeviation } from "../statistics/sums";
import { twoGroups } from "../statistics/two-groups";
import { foundOrNull } from "../statistics/unfit";

export type PairedRequest = { method: "paired"; before: readonly number[]; after: readonly number[]; words: MeasureWords & { unit?: string }; level?: number };
export type GroupsRequest = { method: "two-groups"; first: { name: string; values: readonly number[] }; second: { name: string; values: readonly number[] }; words: MeasureWords & { unit?: string }; level?: number };

/** The same people before and after. */
export function analysePaired({ before, after, words, level = 0.95 }: PairedRequest): Analysis {
  const found = pairedT(before, after, level);
  const ranks = foundOrNull(() => signedRank(before, after, level));
  const effect: Effect = { name: "Mean change, after minus before", kind: "difference", ...found.difference, level, none: 0, unit: words.unit ?? "points" };
  return {
    method: "paired",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, "after than before"),
    figures: [
      { label: "Mean before", value: found.meanBefore, kind: "number" },
      { label: "Mean after", value: found.meanAfter, kind: "number" },
      { label: "Mean change", value: effect.value, kind: "number" },
      { label: "Low", value: effect.low, kind: "number" },
      { label: "High", value: effect.high, kind: "number" },
      { label: "Typical change of those who changed (Hodges and Lehmann)", value: ranks?.shift.value ?? null, kind: "number" },
      ...withBounds("d_z", found.dz),
      ...withBounds("d_av", found.dAverage),
      ...withBounds("Hedges' g", found.g),
      { label: "Rank-biserial correlation", value: ranks?.rankBiserial ?? null, kind: "number" },
      { label: "Correlation of before and after", value: found.correlation, kind: "number" },
      { label: "p, paired t", value: found.p, kind: "p" },
      { label: "p, signed rank", value: ranks ? (ranks.exact ?? ranks.approximate) : null, kind: "p" },
    ],
    p: { value: found.p, test: `paired t with ${found.df} degrees of freedom` },
    n: [{ label: "people who answered both times", value: found.n }, { label: "of them unchanged", value: ranks ? ranks.unchanged : 0 }],
    assumptions: [
      { id: "design", verdict: "warning", sentence: "There is no comparison group. People who answer the same questions twice tend to do better, and the lowest scores tend to rise by themselves." },
      fewPeople(found.n),
      shapeOf(after.map((value, i) => value - before[i]!), ranks ? (ranks.exact ?? ranks.approximate) : null, found.p),
    ],
  };
}

/** Two groups of people. */
export function analyseGroups({ first, second, words, level = 0.95 }: GroupsRequest): Analysis {
  const found = twoGroups(first.values, second.values, { level });
  const ranks = foundOrNull(() => rankSum(first.values, second.values, level));
  const effect: Effect = { name: `Difference, ${second.name} minus ${first.name}`, kind: "difference", ...found.difference, level, none: 0, unit: words.unit ?? "points" };
  const rankP = ranks ? (ranks.exact ?? ranks.approximate) : null;
  return {
    method: "two-groups",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, `in ${second.name} than in ${first.name}`),
    figures: [
      { label: `Mean, ${first.name}`, value: found.means[0], kind: "number" },
      { label: `Mean, ${second.name}`, value: found.means[1], kind: "number" },
      { label: "Difference", value: effect.value, kind: "number" },
      { label: "Low", value: effect.low, kind: "number" },
      { label: "High", value: effect.high, kind: "number" },
      { label: "Typical difference (Hodges and Lehmann)", value: ranks?.shift.value ?? null, kind: "number" },
      ...withBounds("Cohen's d", found.d),
      ...withBounds("Hedges' g", found.g),
      { label: "Chance that the second group's value is larger", value: ranks?.superiority ?? null, kind: "percent" },
      { label: "p, Welch's t", value: found.p, kind: "p" },
      { label: "p, rank sum", value: rankP, kind: "p" },
    ],
    p: { value: found.p, test: `Welch's t with ${inWords(found.df)} degrees of freedom` },
    n: [{ label: first.name, value: found.n[0] }, { label: second.name, value: found.n[1] }],
    assumptions: [
      { id: "design", verdict: "warning", sentence: "The groups may differ in other ways. If people chose their group, the difference is not the effect of what the group did." },
      fewPeople(Math.min(...found.n)),
      shapeOf([...first.values.map((value) => value - found.means[0]), ...second.values.map((value) => value - found.means[1])], rankP, found.p),
    ],
  };
}

function fewPeople(n: number): Assumption {
  return check("small-n", n < 20, `There are ${counted(n, "person", "people")}, enough for the t interval unless a few values are extreme.`, `There are only ${counted(n, "person", "people")}. A few answers can carry the result; look at every one of them in the picture.`);
}

/** Whether the values lean far to one side, and whether ranks then say the same. */
function shapeOf(values: readonly number[], rankP: number | null, p: number): Assumption {
  const [centre, spread] = [mean(values), standardDeviation(values)];
  const lean = spread > 0 ? mean(values.map((value) => ((value - centre) / spread) ** 3)) : 0;
  const other = rankP !== null && rankP < 0.05 !== p < 0.05;
  return check(
    "shape",
    Math.abs(lean) > 1 || other,
    "The values do not lean far to one side, and the test by ranks agrees.",
    other ? "The test by ranks and the t test do not agree. Report both; a few extreme values are the usual cause." : "The values lean far to one side. Prefer the typical change and the test by ranks.",
  );
}
