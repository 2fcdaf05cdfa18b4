import { type Analysis, type Assumption, check, type Effect, type MeasureWords, outcomeOf, withBounds } from "../analysis";
import { atTheStart, counted, inWords, pInWords, readingOf } from "../number-words";
import { contingency } from "../statistics/contingency";
import { mantelHaenszel, mcNemar } from "../statistics/matched-and-stratified";
import { type TwoByTwo, twoByTwo } from "../statistics/two-by-two";
import { binomialTest } from "../statistics/binomial";

export type TwoByTwoRequest = { method: "two-by-two"; groups: readonly [string, string]; table: TwoByTwo; words: MeasureWords; level?: number };
export type TableRequest = { method: "table"; rows: readonly string[]; columns: readonly string[]; counts: readonly (readonly number[])[]; words: MeasureWords };
export type MatchedRequest = { method: "matched"; gained: number; lost: number; stayedYes: number; stayedNo: number; words: MeasureWords; level?: number };
export type StratifiedRequest = { method: "stratified"; groups: readonly [string, string]; strata: readonly (TwoByTwo & { name: string })[]; words: MeasureWords; level?: number };

/** Shares of two groups. The effect is the difference in percentage points with Newcombe's interval. */
export function analyseTwoByTwo({ groups, table, words, level = 0.95 }: TwoByTwoRequest): Analysis {
  const found = twoByTwo(table, level);
  const { newcombe, value } = found.difference;
  const effect: Effect = { name: `Difference of shares, ${groups[0]} minus ${groups[1]}`, kind: "difference", value: 100 * value, low: 100 * newcombe.low, high: 100 * newcombe.high, level, none: 0, unit: "percentage points" };
  return {
    method: "two-by-two",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, `in ${groups[0]} than in ${groups[1]}`),
    figures: [
      { label: `Share, ${groups[0]}`, value: found.shares[0], kind: "percent" },
      { label: `Share, ${groups[1]}`, value: found.shares[1], kind: "percent" },
      { label: "Difference, percentage points", value: effect.value, kind: "number" },
      { label: "Low", value: effect.low, kind: "number" },
      { label: "High", value: effect.high, kind: "number" },
      ...withBounds("Ratio of shares", found.ratio, "ratio"),
      ...withBounds("Odds ratio", found.oddsRatio, "ratio"),
      ...withBounds("Odds ratio, exact", { value: found.fisher.oddsRatio, low: found.fisher.low, high: found.fisher.high }, "ratio"),
      { label: "p, Fisher's exact test", value: found.fisher.p, kind: "p" },
      { label: "p, chi-square", value: found.chiSquare.p, kind: "p" },
    ],
    p: { value: found.fisher.p, test: "Fisher's exact test" },
    n: [{ label: groups[0], value: table.a + table.b }, { label: groups[1], value: table.c + table.d }],
    assumptions: [unrelated(), fewCells(Math.min(table.a, table.b, table.c, table.d))],
  };
}

/** A table of counts with any number of rows and columns. */
export function analyseTable({ rows, columns, counts, words }: TableRequest): Analysis {
  const found = contingency(counts);
  const p = found.exact ?? found.p;
  const most = found.residuals.flatMap((row, i) => row.map((residual, j) => ({ residual, i, j }))).sort((a, b) => Math.abs(b.residual) - Math.abs(a.residual))[0]!;
  const stands = `${rows[most.i]} and ${columns[most.j]} come together ${most.residual > 0 ? "more" : "less"} often than chance would have it (${counts[most.i]![most.j]} seen, ${inWords(found.expected[most.i]![most.j]!)} expected)`;
  return {
    method: "table",
    effect: null,
    outcome: p < 0.05 ? "different" : "no detectable change",
    reading: p < 0.05 ? `${words.measure}: rows and columns hang together (Cramer's V ${inWords(found.cramersV)}). ${stands}.` : `${words.measure}: no detectable link between rows and columns (Cramer's V ${inWords(found.cramersV)}).`,
    figures: [
      { label: "Cramer's V", value: found.cramersV, kind: "number" },
      { label: "Chi-square", value: found.statistic, kind: "number" },
      { label: "Degrees of freedom", value: found.df, kind: "count" },
      { label: "p, exact", value: found.exact, kind: "p" },
      { label: "p, chi-square", value: found.p, kind: "p" },
    ],
    p: { value: p, test: found.exact === null ? "chi-square" : "exact test of Freeman and Halton" },
    n: [{ label: "counted", value: counts.flat().reduce((total, count) => total + count, 0) }],
    assumptions: [
      unrelated(),
      check("cells", found.smallCells > 0, "Every cell is expected to hold five or more.", found.exact === null ? `${counted(found.smallCells, "cell")} would be expected below five, so the chi-square test is rough. Join rows or columns.` : `${counted(found.smallCells, "cell")} would be expected below five; the exact test does not mind.`),
    ],
  };
}

/** The same people, yes or no, twice. */
export function analyseMatched({ gained, lost, stayedYes, stayedNo, words, level = 0.95 }: MatchedRequest): Analysis {
  const found = mcNemar(gained, lost, level);
  const n = gained + lost + stayedYes + stayedNo;
  const error = Math.sqrt(gained + lost - (gained - lost) ** 2 / n) / n;
  const reach = 1.959963984540054 * error;
  const value = (gained - lost) / n;
  const effect: Effect | null = found.oddsRatio ? { name: "Turned to yes over turned to no", kind: "ratio", ...found.oddsRatio, level, none: 1 } : null;
  const same = found.exact >= 0.05;
  return {
    method: "matched",
    effect,
    outcome: effect ? outcomeOf(effect, words.better) : same ? "no detectable change" : words.better === "lower" ? "harm" : words.better ? "benefit" : "different",
    reading: same
      ? `${atTheStart(words.measure)}: no detectable change. ${gained} turned to yes and ${lost} turned to no.`
      : `${atTheStart(words.measure)}: ${gained} people turned to yes and ${lost} turned to no, ${inWords(Math.abs(100 * value))} percentage points ${value > 0 ? "more" : "fewer"} saying yes.`,
    figures: [
      { label: "Turned to yes", value: gained, kind: "count" },
      { label: "Turned to no", value: lost, kind: "count" },
      { label: "Change of the share", value, kind: "percent" },
      ...(level === 0.95 ? [{ label: "Change of the share, low", value: value - reach, kind: "percent" as const }, { label: "Change of the share, high", value: value + reach, kind: "percent" as const }] : []),
      ...withBounds("Turned to yes over turned to no", found.oddsRatio, "ratio"),
      { label: "p, exact", value: found.exact, kind: "p" },
      { label: "p, McNemar", value: found.corrected.p, kind: "p" },
    ],
    p: { value: found.exact, test: "exact McNemar test" },
    n: [{ label: "people asked twice", value: n }, { label: "who changed", value: found.changed }],
    assumptions: [
      { id: "design", verdict: "warning", sentence: "There is no comparison group: people asked twice may change for other reasons." },
      check("small-n", found.changed < 10, `${found.changed} people changed.`, `Only ${counted(found.changed, "person", "people")} changed, so only a lopsided change could be seen.`),
    ],
  };
}

/** Two groups within each of several agencies. */
export function analyseStratified({ groups, strata, words, level = 0.95 }: StratifiedRequest): Analysis {
  const found = mantelHaenszel(strata, level);
  const effect: Effect = { name: `Common odds ratio, ${groups[0]} over ${groups[1]}`, kind: "ratio", ...found.oddsRatio, level, none: 1 };
  const { tarone } = found.homogeneity;
  const signs = strata.map(({ a, b, c, d }) => Math.sign(a * d - b * c)).filter((sign) => sign !== 0);
  const agreed = Math.max(signs.filter((sign) => sign > 0).length, signs.filter((sign) => sign < 0).length);
  return {
    method: "stratified",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf({ ...effect, name: "odds" }, `the odds of ${words.measure}`, `in ${groups[0]} than in ${groups[1]}, within agencies`),
    figures: [
      ...withBounds("Common odds ratio", found.oddsRatio, "ratio"),
      ...withBounds("Common ratio of shares", found.riskRatio, "ratio"),
      ...withBounds("Common difference of shares", found.riskDifference, "percent"),
      { label: "p, Mantel-Haenszel", value: found.corrected.p, kind: "p" },
      { label: "p, odds ratios differ (Breslow, Day, Tarone)", value: tarone.p, kind: "p" },
    ],
    p: { value: found.corrected.p, test: "Mantel-Haenszel test with continuity correction" },
    n: [{ label: "agencies", value: strata.length }, { label: "counted", value: strata.reduce((total, { a, b, c, d }) => total + a + b + c + d, 0) }],
    assumptions: [
      check("heterogeneity", tarone.p < 0.1, `The agencies' odds ratios do not differ by more than chance (${pInWords(tarone.p)}).`, `The agencies differ in their odds ratios (${pInWords(tarone.p)}), so one common number hides something. Show each agency.`),
      check("shape", agreed < signs.length && binomialTest(agreed, signs.length, 0.5) > 0.05, "Most agencies point the same way.", "The agencies do not point the same way."),
      unrelated(),
    ],
  };
}

function unrelated(): Assumption {
  return { id: "design", verdict: "holds", sentence: "It takes for granted that each person or call is counted once and that they do not hang together." };
}

function fewCells(least: number): Assumption {
  return check("cells", least < 5, "No cell is small.", `The smallest cell holds ${least}. The exact figures are right, but wide.`);
}
