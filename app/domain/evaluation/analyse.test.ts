import { array, assert, constantFrom, integer, property, record } from "fast-check";
import { describe, expect, test } from "vitest";
import { analyse, type AnalysisRequest } from "./analyse";
import type { Analysis } from "./analysis";
import { rowNamed } from "./finding-analysis";
import { methods } from "./methods";

const uses = { measure: "uses of force", better: "lower" } as const;
const months = (counts: readonly number[], exposure = 1000) => counts.map((events, i) => ({ label: `Month ${i + 1}`, events, exposure }));
const falling = [60, 57, 55, 50, 49, 45, 42, 40, 37, 35, 33, 30, 28, 27, 25, 23, 22, 20, 19, 18];
const steady = [30, 28, 33, 31, 29, 27, 32, 30, 31, 29, 20, 19, 22, 18, 21, 20, 19, 23, 21, 20];

function done(request: AnalysisRequest): Analysis {
  const found = analyse(request);
  if ("refused" in found) throw new Error(found.refused);
  return found.analysis;
}

function refused(request: AnalysisRequest): string {
  const found = analyse(request);
  return "refused" in found ? found.refused : "";
}

const warnings = ({ assumptions }: Analysis) => assumptions.filter(({ verdict }) => verdict === "warning").map(({ id }) => id);

describe("what a reader is told", () => {
  test("a plain before/after on a falling series warns, and the interrupted series finds nothing", () => {
    const plain = done({ method: "rate-ratio", periods: months(falling), change: 10, words: uses });
    expect(plain.outcome).toBe("benefit");
    expect(warnings(plain)).toContain("trend");
    expect(plain.assumptions.find(({ id }) => id === "trend")?.sentence).toContain("24% fewer uses of force, while a model with unit and month effects said 6% more (0.986 to 1.140)");
    const series = done({ method: "interrupted-series", periods: falling.map((value, i) => ({ label: `Month ${i + 1}`, value, exposure: 1000 })), change: 10, impact: { level: true, slope: false, lag: 0 }, seasonality: { kind: "none" }, family: "counts", errors: "newey-west", words: uses });
    expect(series.outcome).toBe("no detectable change");
    expect(series.reading).toMatch(/^Uses of force: no detectable change\. The best estimate is .* at the change, beyond where the series was going, and the data fit anything from .* lower to .* higher\.$/);
  });

  test("a fall on a steady series is a benefit, and the same figures with the other direction are a harm, in the same form", () => {
    const request = { method: "rate-ratio", periods: months(steady), change: 10 } as const;
    const better = done({ ...request, words: uses });
    const worse = done({ ...request, words: { measure: "referrals to care", better: "higher" } });
    expect([better.outcome, worse.outcome]).toEqual(["benefit", "harm"]);
    expect(better.reading).toBe("Uses of force: 32% lower after the change than before it, as a plain comparison (the data fit anything from 44% lower to 19% lower).");
    expect(worse.figures).toEqual(better.figures);
    expect(warnings(better)).not.toContain("trend");
    expect(better.figures.at(-1)?.kind).toBe("p");
  });

  test("few clusters, few people, small cells, few agencies: each is said", () => {
    const rows = ["North", "South", "East", "West"].flatMap((unit, u) => Array.from({ length: 8 }, (_, t) => ({ unit, period: `Q${t + 1}`, value: 10 + ((u * 7 + t * 5) % 6), exposure: 100, treated: t >= u + 2 ? 1 : 0 })));
    expect(warnings(done({ method: "staggered-panel", rows, family: "counts", words: uses }))).toContain("clusters");
    expect(warnings(done({ method: "paired", before: [1, 4, 2, 5, 3], after: [2, 5, 2, 7, 4], words: { measure: "confidence" } }))).toContain("small-n");
    expect(warnings(done({ method: "two-by-two", groups: ["trained", "untrained"], table: { a: 2, b: 30, c: 9, d: 25 }, words: uses }))).toContain("cells");
    expect(warnings(done({ method: "pooling", agencies: [{ name: "A", effect: -0.3, error: 0.1 }, { name: "B", effect: 0.4, error: 0.1 }], scale: "ratio", estimator: "REML", knappHartung: true, words: uses }))).toEqual(expect.arrayContaining(["clusters", "heterogeneity"]));
    expect(warnings(done({ method: "control-chart", kind: "c", periods: steady.slice(0, 6).map((value, i) => ({ label: `${i}`, value })), words: uses }))).toContain("periods");
  });

  test("what fades, agreement, tables and power are said in words", () => {
    const reading = (request: AnalysisRequest) => done(request).reading;
    expect(reading({ method: "decay", waves: [{ time: 0, mean: 20 }, { time: 3, mean: 16.5 }, { time: 6, mean: 13.4 }, { time: 12, mean: 9.1 }], shape: "exponential", timeUnit: "months", words: { measure: "the knowledge score" } })).toMatch(/^Of the knowledge score right after training, about 4\d% was left 12 months later\. On this curve half of it is gone after 10\.\d months\.$/);
    expect(reading({ method: "matched", gained: 3, lost: 2, stayedYes: 10, stayedNo: 4, words: { measure: "willingness to refer" } })).toBe("Willingness to refer: no detectable change. 3 turned to yes and 2 turned to no.");
    expect(reading({ method: "power", of: "shares", n: 50, first: 0.5, second: 0.75 })).toBe("If the change is as large as said, this study has a chance of 74% to find it. For 80% it takes 58 people in each group.");
    expect(reading({ method: "kappa", counts: [[20, 5], [10, 15]], weighting: "none", words: { measure: "Coding of calls" } })).toContain("agreed on 70%, where chance alone would give 50%; kappa 0.4");
  });
});

describe("bad input gets a sentence, never NaN", () => {
  const series = { method: "interrupted-series", impact: { level: true, slope: true, lag: 0 }, seasonality: { kind: "none" }, family: "counts", errors: "spread", words: uses } as const;
  const constant = Array.from({ length: 12 }, (_, i) => ({ label: `${i}`, value: 5, exposure: 10 }));
  const panel = (rows: { unit: string; period: string; value: number; treated: number; exposure?: number }[]): AnalysisRequest => ({ method: "staggered-panel", rows, family: "counts", words: uses });

  test.each<[string, AnalysisRequest, string]>([
    ["a constant series", { ...series, periods: constant, change: 6 }, "Every period has the same value"],
    ["a change outside", { ...series, periods: constant.map((one, i) => ({ ...one, value: i })), change: 12 }, "does not lie inside the series"],
    ["zero exposure", { method: "rate-ratio", periods: [{ label: "a", events: 2, exposure: 0 }, { label: "b", events: 2, exposure: 3 }], change: 1, words: uses }, "Row 1: the exposure is 0. It must be above zero"],
    ["a negative count", { method: "rate-ratio", periods: [{ label: "a", events: 2, exposure: 4 }, { label: "b", events: -2, exposure: 3 }], change: 1, words: uses }, "Row 2: the count is below zero"],
    ["a numerator above its denominator", { method: "control-chart", kind: "p", periods: [{ label: "a", value: 2, of: 4 }, { label: "b", value: 5, of: 3 }], words: uses }, "Row 2: 5 of 3 is more than all"],
    ["nothing that happened", { method: "rate-ratio", periods: months([0, 0]), change: 1, words: uses }, "no event before and none after"],
    ["one cluster", panel([{ unit: "A", period: "1", value: 3, treated: 0 }, { unit: "A", period: "2", value: 4, treated: 1 }]), "There is only one unit"],
    ["everyone trained at once", panel(["A", "B"].flatMap((unit) => ["1", "2", "3"].map((period, t) => ({ unit, period, value: 3 + t, treated: t > 0 ? 1 : 0 })))), "Treatment starts everywhere at once"],
    ["a second value", panel([{ unit: "A", period: "1", value: 3, treated: 0 }, { unit: "A", period: "1", value: 4, treated: 1 }]), "Row 2: A has a second value for 1"],
    ["perfect separation", panel(["A", "B", "C"].flatMap((unit, u) => ["1", "2", "3", "4"].map((period, t) => ({ unit, period, value: t > u ? 0 : 4, treated: t > u ? 1 : 0 })))), "without a single event"],
    ["answers that do not pair", { method: "paired", before: [1, 2, 3], after: [2, 3], words: { measure: "x" } }, "There are 3 answers before and 2 after"],
    ["everyone the same", { method: "reliability", answers: [[3, 3], [3, 3], [3, 3]], words: { measure: "x" } }, "same score"],
  ])("%s", (_name, request, sentence) => {
    expect(refused(request)).toContain(sentence);
  });

  test("a series that never moves has no neighbours that are alike, and a refused row is called by its period", () => {
    const still: AnalysisRequest = { method: "rate-ratio", change: 24, words: { measure: "force" }, periods: Array.from({ length: 48 }, (_, at) => ({ label: `P${at}`, events: 30, exposure: 300 })) };
    const found = analyse(still);
    expect("refused" in found ? null : found.analysis.assumptions.find(({ id }) => id === "autocorrelation")).toMatchObject({ verdict: "holds", sentence: expect.stringContaining("correlation 0)") });
    const stops: AnalysisRequest = { method: "interrupted-series", change: 24, words: { measure: "force" }, errors: "newey-west", family: "counts", impact: { level: true, slope: false, lag: 2 }, seasonality: { kind: "none" }, periods: Array.from({ length: 48 }, (_, at) => ({ label: `P${at}`, value: at < 24 ? 40 + (at % 5) : 0, exposure: 300 })) };
    const stopped = analyse(stops);
    expect("refused" in stopped ? rowNamed(stopped.refused, stopped.row, stops) : "").toMatch(/^P26 belongs to a group or period without a single event/);
  });

  test("whatever counts come, each analysis has finite figures or a sentence", () => {
    const runs = Number(process.env.STATISTICS_RUNS ?? 100);
    const period = record({ label: constantFrom("m"), events: integer({ min: 0, max: 6 }), exposure: integer({ min: 0, max: 9 }) });
    assert(
      property(array(period, { minLength: 2, maxLength: 16 }), integer({ min: 0, max: 16 }), constantFrom("counts", "linear"), (periods, change, family) => {
        const requests: AnalysisRequest[] = [
          { method: "rate-ratio", periods, change, words: uses },
          { ...series, family, periods: periods.map(({ label, events, exposure }) => ({ label, value: events, exposure })), change },
          { method: "control-chart", kind: "u", periods: periods.map(({ label, events, exposure }) => ({ label, value: events, of: exposure })), words: uses },
          { method: "paired", before: periods.map(({ events }) => events), after: periods.map(({ exposure }) => exposure), words: uses },
          panel(periods.map(({ events, exposure }, i) => ({ unit: `U${i % 3}`, period: `P${Math.floor(i / 3)}`, value: events, exposure: exposure + 1, treated: i > change ? 1 : 0 }))),
        ];
        for (const request of requests) {
          const found = analyse(request);
          if ("refused" in found) expect(found.refused).toMatch(/^[A-Z].*[.]$/);
          else expect(nothings(found.analysis)).toEqual([]);
        }
      }),
      { numRuns: runs, seed: 20261124 },
    );
  });
});

test("every method is described in words, once", () => {
  expect(new Set(methods.map(({ id }) => id)).size).toBe(methods.length);
  for (const { answers, whenToUse, inputs, notFor } of methods) for (const sentence of [answers, whenToUse, inputs, notFor]) expect(sentence).toMatch(/^[A-Z].*[.?]$/);
});

/** Where NaN stands, or is said. */
function nothings(value: unknown, path = "analysis"): string[] {
  if (typeof value === "number") return Number.isNaN(value) ? [path] : [];
  if (typeof value === "string") return /NaN|undefined|null/.test(value) ? [path] : [];
  if (value === undefined) return [];
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, part]) => nothings(part, `${path}.${key}`)) : [];
}
