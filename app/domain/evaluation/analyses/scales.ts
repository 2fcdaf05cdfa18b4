import { type Analysis, check, type Effect, type MeasureWords, withBounds } from "../analysis";
import { counted, inWords } from "../number-words";
import { cohenKappa, cronbachAlpha, type Icc, intraclass } from "../statistics/reliability";

export type ReliabilityRequest = { method: "reliability"; /** Answers by person and item. */ answers: readonly (readonly number[])[]; items?: readonly string[]; words: MeasureWords; level?: number };
export type RatersRequest = { method: "raters"; /** Ratings by subject and rater. */ ratings: readonly (readonly number[])[]; kind: Icc["kind"]; words: MeasureWords; level?: number };
export type KappaRequest = { method: "kappa"; counts: readonly (readonly number[])[]; weighting: "none" | "linear" | "quadratic"; words: MeasureWords; level?: number };

/** Cronbach's alpha, and which items do not fit. Limits of use: 0.7 to compare groups (Nunnally 1978). */
export function analyseReliability({ answers, items, words, level = 0.95 }: ReliabilityRequest): Analysis {
  const found = cronbachAlpha(answers, level);
  const weak = found.itemTotal.flatMap((r, i) => (r < 0.2 ? [items?.[i] ?? `item ${i + 1}`] : []));
  const enough = found.low >= 0.7 ? "good enough to compare groups" : found.high < 0.7 ? "too low to compare groups" : "perhaps good enough to compare groups; more people would tell";
  return {
    method: "reliability",
    effect: effectOf("Cronbach's alpha", found, level),
    outcome: "descriptive",
    reading: `${words.measure.charAt(0).toUpperCase()}${words.measure.slice(1)}: the items agree with alpha ${inWords(found.value)} (${inWords(found.low)} to ${inWords(found.high)}), ${enough}.`,
    figures: [...withBounds("Cronbach's alpha", found), { label: "Standardized alpha", value: found.standardized, kind: "number" }, ...found.itemTotal.map((value, i) => ({ label: `Item and rest, ${items?.[i] ?? `item ${i + 1}`}`, value, kind: "number" as const }))],
    p: null,
    n: [{ label: "people", value: found.people }, { label: "items", value: found.items }],
    assumptions: [
      check("small-n", found.people < 50, `${found.people} people answered.`, `Only ${counted(found.people, "person", "people")} answered, so alpha is a rough guess. See the interval.`),
      check("shape", weak.length > 0, "Every item goes along with the rest.", `These go along with the rest hardly or not at all: ${weak.join(", ")}. Is an item worded the other way round and not turned?`),
    ],
  };
}

/** Intraclass correlation of ratings. */
export function analyseRaters({ ratings, kind, words, level = 0.95 }: RatersRequest): Analysis {
  const found = intraclass(ratings, kind, level);
  return {
    method: "raters",
    effect: effectOf("Agreement of one rater", found.single, level),
    outcome: "descriptive",
    reading: `${words.measure}: about ${Math.round(100 * Math.max(0, found.single.value))}% of the spread of one rater's scores is real difference between subjects (${inWords(found.single.low)} to ${inWords(found.single.high)}).`,
    figures: [...withBounds("One rater", found.single), ...withBounds(`Mean of ${ratings[0]?.length ?? 0} raters`, found.average), { label: "p", value: found.p, kind: "p" }],
    p: { value: found.p, test: `F with ${found.df1} and ${inWords(found.df2)} degrees of freedom` },
    n: [{ label: "subjects", value: ratings.length }, { label: "raters", value: ratings[0]?.length ?? 0 }],
    assumptions: [check("small-n", ratings.length < 30, `${ratings.length} subjects were rated.`, `Only ${counted(ratings.length, "subject")} were rated. Thirty or more would say how far raters agree.`)],
  };
}

/** Agreement of two raters on categories. */
export function analyseKappa({ counts, weighting, words, level = 0.95 }: KappaRequest): Analysis {
  const found = cohenKappa(counts, weighting, level);
  const n = counts.flat().reduce((total, count) => total + count, 0);
  return {
    method: "kappa",
    effect: effectOf("Kappa", found, level),
    outcome: "descriptive",
    reading: `${words.measure}: the raters agreed on ${Math.round(100 * found.observed)}%, where chance alone would give ${Math.round(100 * found.expected)}%; kappa ${inWords(found.value)} (${inWords(found.low)} to ${inWords(found.high)}).`,
    figures: [{ label: "Agreement", value: found.observed, kind: "percent" }, { label: "Agreement by chance", value: found.expected, kind: "percent" }, ...withBounds("Kappa", found), { label: "p, no agreement beyond chance", value: found.p, kind: "p" }],
    p: { value: found.p, test: "kappa is 0" },
    n: [{ label: "rated twice", value: n }],
    assumptions: [
      check("small-n", n < 50, `${n} were rated twice.`, `Only ${n} were rated twice; kappa is rough.`),
      check("cells", found.expected > 0.8, "No answer is so common that kappa means little.", "Nearly everything falls in one category. Kappa is then low even when raters hardly ever differ; report the plain agreement too."),
    ],
  };
}

function effectOf(name: string, { value, low, high }: { value: number; low: number; high: number }, level: number): Effect {
  return { name, kind: "difference", value, low, high, level, none: 0 };
}
