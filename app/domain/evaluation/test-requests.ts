import type { AnalysisRequest } from "./analyse";

/** One request for each method and each of its ways, with made-up data. */
const words = { measure: "uses of force", better: "lower" } as const;
const counts = [31, 28, 35, 30, 33, 27, 36, 34, 30, 29, 38, 33, 24, 22, 27, 20, 25, 19, 23, 26, 18, 21, 24, 17];
const exposures = counts.map((_, i) => 900 + ((i * 37) % 120));
const periods = counts.map((value, i) => ({ label: `Month ${i + 1}`, value, exposure: exposures[i]! }));
const scores = [12, 15, 9, 14, 20, 11, 17, 13, 16, 10, 18, 14];
const later = [15, 18, 9, 13, 24, 15, 19, 18, 17, 15, 17, 20];
const answers = [[4, 5, 4, 3], [2, 2, 3, 2], [5, 4, 5, 5], [3, 3, 2, 4], [1, 2, 1, 2], [4, 4, 5, 4], [3, 2, 3, 3], [5, 5, 4, 5]];
const panelRows = Array.from({ length: 9 }, (_, u) => u).flatMap((u) =>
  Array.from({ length: 10 }, (_, t) => ({ unit: `Unit ${u + 1}`, period: `Q${t + 1}`, value: 6 + ((u * 5 + t * 7 + u * t) % 9), exposure: 40 + u * 3, treated: t >= (u % 3) * 2 + 3 ? 1 : 0 })),
);

export const requests: readonly AnalysisRequest[] = [
  { method: "rate-ratio", periods: counts.map((events, i) => ({ label: `Month ${i + 1}`, events, exposure: exposures[i]! })), change: 12, words },
  { method: "rate-ratio", periods: counts.map((events, i) => ({ label: `Month ${i + 1}`, events: events + (i % 3 === 0 ? 14 : i % 3 === 1 ? -11 : 0), exposure: exposures[i]! })), change: 12, words },
  { method: "interrupted-series", periods, change: 12, impact: { level: true, slope: true, lag: 0 }, seasonality: { kind: "harmonics", pairs: 2, length: 12 }, season: 3, family: "counts", errors: "newey-west", words },
  { method: "interrupted-series", periods, change: 12, impact: { level: true, slope: false, lag: 2 }, seasonality: { kind: "none" }, family: "counts", errors: "spread", words },
  { method: "interrupted-series", periods, change: 12, impact: { level: false, slope: true, lag: 0 }, seasonality: { kind: "terms", length: 4 }, family: "linear", errors: "newey-west", lag: 2, words },
  { method: "staggered-panel", rows: panelRows, family: "counts", words },
  { method: "staggered-panel", rows: panelRows, family: "linear", words },
  { method: "paired", before: scores, after: later, words: { measure: "the score", better: "higher" } },
  { method: "two-groups", first: { name: "volunteers", values: scores }, second: { name: "assigned", values: later.slice(2) }, words },
  ...(["exponential", "power", "logarithmic", "asymptotic"] as const).map((shape): AnalysisRequest => ({ method: "decay", shape, timeUnit: "months", words: { measure: "the score" }, waves: [[0, 20], [1, 17.4], [3, 14.9], [6, 12.8], [12, 10.9], [18, 10.4]].map(([time = 0, mean = 0], i) => ({ time, mean, deviation: 3 + (i % 3), n: 60 - 6 * i })) })),
  { method: "two-by-two", groups: ["trained", "untrained"], table: { a: 14, b: 6, c: 9, d: 21 }, words },
  { method: "table", rows: ["North", "South", "East"], columns: ["none", "clinic", "jail"], counts: [[30, 14, 8], [22, 25, 5], [12, 9, 19]], words },
  { method: "matched", gained: 23, lost: 9, stayedYes: 40, stayedNo: 18, words },
  { method: "stratified", groups: ["trained", "untrained"], strata: [{ name: "Harbor", a: 12, b: 30, c: 20, d: 25 }, { name: "Mesa", a: 8, b: 41, c: 15, d: 39 }, { name: "Lake", a: 5, b: 22, c: 9, d: 17 }], words },
  { method: "reliability", answers, words: { measure: "The scale" } },
  ...(["one-way", "agreement", "consistency"] as const).map((kind): AnalysisRequest => ({ method: "raters", kind, ratings: answers, words: { measure: "Scenario scores" } })),
  ...(["none", "linear", "quadratic"] as const).map((weighting): AnalysisRequest => ({ method: "kappa", weighting, counts: [[20, 5, 1], [4, 15, 6], [2, 3, 14]], words: { measure: "Coding of calls" } })),
  ...(["DL", "REML"] as const).map((estimator): AnalysisRequest => ({ method: "pooling", estimator, knappHartung: estimator === "REML", scale: "ratio", agencies: [["Harbor", -0.35, 0.12], ["Mesa", -0.05, 0.15], ["Lake", -0.5, 0.2], ["Ridge", 0.1, 0.18]].map(([name, effect, error]) => ({ name: String(name), effect: Number(effect), error: Number(error) })), words })),
  ...(["u", "p", "c", "i", "run"] as const).map((kind): AnalysisRequest => ({ method: "control-chart", kind, periods: periods.map(({ label, value, exposure }) => ({ label, value, of: exposure })), words })),
  { method: "power", of: "means", design: "paired", n: 30, difference: 2, deviation: 4 },
  { method: "power", of: "means", design: "two-groups", n: 30, difference: -2, deviation: 4, alpha: 0.01 },
  { method: "power", of: "shares", n: 80, first: 0.3, second: 0.5 },
  { method: "power", of: "rates", rate: 0.03, ratio: 0.75, exposureBefore: 12000, exposureAfter: 12000, dispersion: 1.4 },
  { method: "power", of: "wedge", unitsPerStep: 2, steps: 5, perCell: 15, difference: 0.3, deviation: 1, icc: 0.04 },
];

const spread = (count: number, by: number) => Array.from({ length: count }, (_, i) => 20 + by + ((i * 7 + i * i * 3) % 23));

/** Where a method goes another way: many people, empty cells, one agency, a panel with a gap, units that never start, counts of nothing. */
export const oddRequests: readonly AnalysisRequest[] = [
  { method: "rate-ratio", periods: [3, 5, 2, 0, 0, 0].map((events, i) => ({ label: `Month ${i + 1}`, events, exposure: 10 })), change: 3, words },
  { method: "rate-ratio", periods: [13, 55, 2, 80, 4, 6, 70, 1, 120, 3].map((events, i) => ({ label: `Month ${i + 1}`, events, exposure: 10 + i })), change: 4, words, level: 0.9 },
  { method: "two-groups", first: { name: "volunteers", values: spread(150, 0) }, second: { name: "assigned", values: spread(151, 2) }, words },
  { method: "paired", before: spread(250, 0), after: spread(250, 0).map((score, i) => score + ((i * 5) % 7) - 2), words },
  { method: "table", rows: ["North", "South", "East", "West"], columns: ["none", "clinic", "jail", "home"], counts: [[90, 40, 80, 30], [22, 85, 50, 60], [62, 90, 19, 40], [33, 25, 51, 70]], words },
  { method: "matched", gained: 5, lost: 0, stayedYes: 4, stayedNo: 8, words },
  { method: "stratified", groups: ["trained", "untrained"], strata: [{ name: "Harbor", a: 12, b: 30, c: 20, d: 25 }], words },
  { method: "stratified", groups: ["trained", "untrained"], strata: [{ name: "Harbor", a: 12, b: 0, c: 20, d: 25 }, { name: "Mesa", a: 0, b: 10, c: 0, d: 25 }, { name: "Lake", a: 3, b: 10, c: 9, d: 25 }], words },
  ...([() => true, (place: number) => place !== 9] as const).map((kept): AnalysisRequest => ({ method: "staggered-panel", family: "counts", words, rows: Array.from({ length: 8 }, (_, u) => u).flatMap((u) => Array.from({ length: 7 }, (_, t) => ({ unit: `Unit ${u + 1}`, period: `Q${t + 1}`, value: u === 7 ? 0 : 3 + ((u * 3 + t * 5) % 7), exposure: 10 + u + t, treated: u < 6 && t >= u ? 1 : 0 })).filter((_, t) => kept(t + u))) })),
];
