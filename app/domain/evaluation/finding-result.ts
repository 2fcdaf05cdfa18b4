import type { AnalysisRequest } from "./analyse";
import type { Analysis } from "./analysis";
import { controlChart, seriesChart, type ChartEvent, type ControlChartData, type RolloutData, type SeriesChartData } from "./chart-data";
import type { FindingContent } from "./finding";
import { periodInWords } from "./periods";

export type FindingChart = { kind: "series"; data: SeriesChartData; unit: string } | { kind: "control"; data: ControlChartData; unit: string } | { kind: "rollout"; data: RolloutData };

/** An analysis as it is kept with a finding: what was asked, what came out, and from which plan, data and code. */
export type StoredAnalysis = {
  request: AnalysisRequest;
  analysis: Analysis;
  chart: FindingChart | null;
  leftOut: string[];
  measureName: string;
  measureVersion: number;
  planVersion: number;
  dataVersion: number;
  codeVersion: string;
  at: string;
};

/** What is read by hundreds where the numerator is a part of the denominator. */
const per = { times: 100, unit: "per 100" };

/** The picture of an analysis, with what happened along the way drawn on it. */
export function chartOf(request: AnalysisRequest, events: ChartEvent[], unit: string): FindingChart | null {
  const rate = "periods" in request && request.periods.some((period) => "exposure" in period || "of" in period);
  const words = rate ? per.unit : unit;
  if (request.method === "interrupted-series") return { kind: "series", data: seriesChart(request, { events, per: per.times }), unit: words };
  // A chart of shares says percent by itself.
  if (request.method === "control-chart" && request.kind === "p") return { kind: "control", data: controlChart(request, { events }), unit: "percent" };
  if (request.method === "control-chart") return { kind: "control", data: controlChart(request, { events, per: rate ? per.times : 1 }), unit: words };
  if (request.method === "rate-ratio") return { kind: "series", data: plainSeries(request.periods.map(({ label, events: count, exposure }) => ({ label, value: exposure === 1 ? count : (count / exposure) * per.times })), events, request.change), unit: words };
  if (request.method !== "staggered-panel") return null;
  const periods = [...new Set(request.rows.map(({ period }) => period))].sort();
  const units = [...new Set(request.rows.map(({ unit: name }) => name))].map((name) => {
    const start = request.rows.filter((row) => row.unit === name && row.treated === 1).map(({ period }) => period).sort()[0];
    return { name, starts: start === undefined ? null : periods.indexOf(start) };
  });
  return { kind: "rollout", data: { periods: periods.map((period) => periodInWords(period, "monthly")), units } };
}

function plainSeries(periods: readonly { label: string; value: number }[], events: ChartEvent[], change: number): SeriesChartData {
  return { change, events, points: periods.map(({ label, value }) => ({ label, observed: value, fitted: null, without: null, low: null, high: null })) };
}

type Analysed = Pick<StoredAnalysis, "analysis" | "leftOut">;

const noEffect = { effectName: "", effect: "", low: "", high: "" };

/**
 * The fields of a finding that an analysis fills in, for the researcher to go over. What the analysis before it had filled in goes; what the
 * researcher wrote stays. An interval without an end is told by the reading, not by numbers.
 */
export function contentFrom({ analysis, leftOut }: Analysed, content: FindingContent, before: Analysed | null): FindingContent {
  const { effect, n, outcome, reading } = analysis;
  const rounded = (value: number) => String(Number(value.toPrecision(3)));
  const rests = restsOn(n);
  const kept = content.limits.split(/\r?\n\s*\n/).filter((said) => said && !(before && limitsOf(before).includes(said)));
  const limits = [...kept, ...limitsOf({ analysis, leftOut }).filter((sentence) => !kept.includes(sentence))].join("\n\n");
  return {
    ...content,
    answer: content.answer === "" || content.answer === answerOf(before?.analysis.reading ?? "") ? answerOf(reading) : content.answer,
    result: outcome === "benefit" || outcome === "harm" ? outcome : outcome === "no detectable change" || before?.analysis.effect ? "none" : content.result,
    ...(effect && [effect.value, effect.low, effect.high].every(Number.isFinite) ? { effectName: effect.name, effect: rounded(effect.value), low: rounded(effect.low), high: rounded(effect.high) } : noEffect),
    ...(rests ? { n: String(Math.round(rests.value)), nUnit: rests.label } : {}),
    limits: limits.slice(0, 4_000),
  };
}

function answerOf(reading: string): string {
  return reading.slice(0, 500).trim();
}

/** What an analysis itself puts under the limits. */
function limitsOf({ analysis, leftOut }: Analysed): string[] {
  const warned = analysis.assumptions.filter(({ verdict }) => verdict === "warning").map(({ sentence }) => sentence);
  return [...warned, ...(leftOut.length > 0 ? [`Left out, because their counts are too small to show or missing: ${leftOut.join(", ")}.`] : [])];
}

/** What a finding rests on, in one number: the events where they were counted, the periods before and after together, or what the method names first. */
function restsOn(n: Analysis["n"]): Analysis["n"][number] | undefined {
  const periods = n.filter(({ label }) => label.startsWith("periods "));
  return n.find(({ label }) => label === "events") ?? (periods.length > 1 ? { label: "periods", value: periods.reduce((total, { value }) => total + value, 0) } : n[0]);
}
