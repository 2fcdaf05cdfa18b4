import { analyse, type AnalysisRequest } from "~/domain/evaluation/analyse";
import { type ChartEvent, controlChart, decayChart, decayReading, forestChart, rolloutReading, type RolloutData, seriesChart, type SlopesData, slopesReading } from "~/domain/evaluation/chart-data";
import type { PoolingRequest } from "~/domain/evaluation/analyses/agencies";
import type { ControlRequest } from "~/domain/evaluation/analyses/charts-over-time";
import type { SeriesRequest } from "~/domain/evaluation/analyses/series";
import type { DecayRequest } from "~/domain/evaluation/analyses/waves";
import { ControlChart } from "./control-chart";
import { DecayChart } from "./decay-chart";
import { ForestPlot } from "./forest-plot";
import { RolloutGrid } from "./rollout-grid";
import { SeriesChart } from "./series-chart";
import { SlopesChart } from "./slopes-chart";

/** Made-up data of Harbor County, one chart of each kind. */
const months = Array.from({ length: 36 }, (_, i) => `${["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."][i % 12]} ${2023 + Math.floor(i / 12)}`);
const counts = [41, 38, 44, 47, 43, 50, 52, 49, 46, 44, 40, 42, 43, 39, 45, 49, 46, 51, 55, 50, 45, 46, 31, 33, 30, 28, 33, 35, 32, 37, 38, 34, 31, 33, 27, 29];
const calls = counts.map((_, i) => 1180 + ((i * 53) % 160));

export const seriesRequest: SeriesRequest = { method: "interrupted-series", periods: months.map((label, i) => ({ label, value: counts[i]!, exposure: calls[i]! })), change: 22, impact: { level: true, slope: true, lag: 0 }, seasonality: { kind: "harmonics", pairs: 2, length: 12 }, family: "counts", errors: "newey-west", words: { measure: "uses of force", better: "lower" } };
const controlRequest: ControlRequest = { method: "control-chart", kind: "u", periods: months.map((label, i) => ({ label, value: counts[i]!, of: calls[i]! })), per: { times: 1000, unit: "per 1,000 crisis calls" }, words: { measure: "Uses of force" } };
const poolingRequest: PoolingRequest = { method: "pooling", agencies: [{ name: "Harbor Police", effect: -0.34, error: 0.1 }, { name: "Mesa County Sheriff", effect: -0.08, error: 0.14 }, { name: "Lakeside Police", effect: -0.45, error: 0.22 }, { name: "Ridge Transit Police", effect: 0.12, error: 0.2 }, { name: "University Police", effect: -0.21, error: 0.28 }], scale: "ratio", estimator: "REML", knappHartung: true, words: { measure: "uses of force", better: "lower" } };
const decayOf = (means: readonly number[], shape: DecayRequest["shape"]): DecayRequest => ({ method: "decay", shape, timeUnit: "months", words: { measure: "the score" }, waves: [0, 1, 3, 6, 12].map((time, i) => ({ time, mean: means[i]!, deviation: 14, n: 118 - 11 * i })) });
const events: ChartEvent[] = [{ kind: "training", at: 14, label: "First class of the 40-hour course", date: "Mar. 4, 2024" }, { kind: "policy", at: 21.5, label: "Clause 4.2, time and distance, in force", date: "Nov. 1, 2024" }, { kind: "rollout", at: 23, label: "Co-responders on the night shift", date: "Dec. 9, 2024" }];
const held = (place: number) => (place === 5 ? { fewerThan: 5 } : 0);
const slopes: SlopesData = { before: "Before", after: "After", rows: [{ name: "I know whom to call for a bed", before: 41, after: 72 }, { name: "I can tell a crisis from a crime", before: 58, after: 66 }, { name: "Time is on my side", before: 44, after: 69 }, { name: "My supervisor backs slowing down", before: 52, after: 47 }, { name: "I would refer a colleague", before: 61, after: 61 }, { name: "I feel safe on these calls", before: { fewerThan: 5 }, after: 55 }] };
const rollout: RolloutData = { periods: Array.from({ length: 12 }, (_, i) => `${2024 + Math.floor(i / 4)} Q${(i % 4) + 1}`), units: [{ name: "North District", starts: 2, through: 1 }, { name: "South District", starts: 3, through: 1 }, { name: "Harbor District", starts: 5, through: 1 }, { name: "East District", starts: 6, through: 1 }, { name: "West District", starts: 8, through: 1 }, { name: "Airport", starts: null }] };

export function readingOfRequest(request: AnalysisRequest): string {
  const found = analyse(request);
  return "refused" in found ? found.refused : found.analysis.reading;
}

export function EveryChart() {
  const lines = [{ name: "Collect information", request: decayOf([82, 78, 73, 69, 66], "asymptotic") }, { name: "Assess threats and risks", request: decayOf([79, 74, 66, 57, 46], "exponential") }, { name: "Review and learn", request: decayOf([71, 60, 51, 45, 38], "power") }];
  const csv = "/findings/1.csv";
  return (
    <>
      <SeriesChart title="Uses of force on crisis calls" reading={readingOfRequest(seriesRequest)} csv={csv} definition={{ href: "/measures/1", label: "Use of force, definition 2" }} unit="per 1,000 crisis calls" data={seriesChart(seriesRequest, { events, per: 1000, held })} />
      <ControlChart title="Uses of force on crisis calls, month by month" reading={readingOfRequest(controlRequest)} csv={csv} unit="per 1,000 crisis calls" data={controlChart(controlRequest, { events, per: 1000, held })} />
      <ForestPlot title="Five agencies together" reading={readingOfRequest(poolingRequest)} csv={csv} sides={["fewer uses of force", "more uses of force"]} data={forestChart(poolingRequest)} />
      <DecayChart title="What officers keep, by step of the model" reading={decayReading(decayChart(lines))} csv={csv} unit="Score, 0 to 100" data={decayChart(lines)} />
      <SlopesChart title="Confidence before and after the course" reading={slopesReading(slopes)} csv={csv} unit="Percent who agree" data={slopes} />
      <RolloutGrid title="Which district started when" reading={rolloutReading(rollout)} csv={csv} data={rollout} />
    </>
  );
}
