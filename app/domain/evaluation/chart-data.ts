import { poolingFit, type PoolingRequest } from "./analyses/agencies";
import { controlFit, type ControlRequest } from "./analyses/charts-over-time";
import { seriesFit, type SeriesRequest } from "./analyses/series";
import { decayFits, type DecayRequest } from "./analyses/waves";
import { counted, inWords } from "./number-words";
import { methodOf } from "./methods";
import type { DecayShape } from "./statistics/decay";

/** A value as it may be shown: a number, a small count that is held back, or nothing at all. */
export type Shown = number | { fewerThan: number } | null;

/** What happened along the way, drawn on the line. `at` is the place of its period; between two periods it may have a fraction. */
export type ChartEvent = { kind: "policy" | "training" | "rollout"; at: number; label: string; date: string };

export type SeriesChartData = {
  points: { label: string; observed: Shown; fitted: number | null; without: number | null; low: number | null; high: number | null }[];
  /** Place of the first period after the change; null when the series is only shown. */
  change: number | null;
  events: ChartEvent[];
};

/** A held-back or missing value in words; a number as readers need it. */
export function shownInWords(value: Shown): string {
  if (value === null) return "missing";
  return typeof value === "number" ? inWords(value) : `suppressed, fewer than ${value.fewerThan}`;
}

/**
 * An interrupted series with its counterfactual, per exposure when there are exposures (times `per`).
 * `held` says for each period whether its value may be shown.
 */
export function seriesChart(request: SeriesRequest, { events = [], per = 1, held }: { events?: ChartEvent[]; per?: number; held?: (place: number) => Shown } = {}): SeriesChartData {
  const fit = seriesFit(request);
  return {
    change: request.change,
    events,
    points: request.periods.map(({ label, value, exposure }, i) => {
      const point = fit.points[i]!;
      const scale = request.family === "counts" && exposure !== undefined ? per / exposure : 1;
      const hidden = held?.(i);
      const after = i >= request.change;
      return {
        label,
        observed: hidden !== undefined && typeof hidden !== "number" ? hidden : value * scale,
        fitted: point.used ? point.fitted * scale : null,
        without: after ? point.without * scale : null,
        low: after ? point.low * scale : null,
        high: after ? point.high * scale : null,
      };
    }),
  };
}

export type ControlChartData = { kind: ControlRequest["kind"]; points: { label: string; value: Shown; centre: number; low: number | null; high: number | null; outside: boolean }[]; events: ChartEvent[] };

export function controlChart(request: ControlRequest, { events = [], per = 1, held }: { events?: ChartEvent[]; per?: number; held?: (place: number) => Shown } = {}): ControlChartData {
  const chart = controlFit(request);
  const scaled = (value: number | null) => (value === null ? null : value * per);
  return {
    kind: request.kind,
    events,
    points: chart.points.map((point, i) => {
      const hidden = held?.(i);
      return { label: request.periods[i]!.label, value: hidden !== undefined && typeof hidden !== "number" ? hidden : point.value * per, centre: point.centre * per, low: scaled(point.low), high: scaled(point.high), outside: point.outside };
    }),
  };
}

export type ForestData = { scale: "ratio" | "difference"; rows: { name: string; value: number; low: number; high: number; weight: number }[]; pooled: { value: number; low: number; high: number }; prediction: { low: number; high: number } | null };

export function forestChart(request: PoolingRequest): ForestData {
  const { pooling, own, shown } = poolingFit(request);
  const { random, prediction } = pooling;
  return {
    scale: request.scale,
    rows: own,
    pooled: { value: shown(random.value), low: shown(random.low), high: shown(random.high) },
    prediction: prediction && { low: shown(prediction.low), high: shown(prediction.high) },
  };
}

export type DecayLine = { name: string; shape: DecayShape; waves: { time: number; mean: Shown; low: number | null; high: number | null; n: number | null }[]; curve: { time: number; value: number }[] };
export type DecayChartData = { timeUnit: string; lines: DecayLine[] };

/** One line for each step or item. The bars are 95% intervals of the means. */
export function decayChart(lines: readonly { name: string; request: DecayRequest }[]): DecayChartData {
  return {
    timeUnit: lines[0]?.request.timeUnit ?? "months",
    lines: lines.map(({ name, request }) => {
      const { chosen } = decayFits(request);
      const times = request.waves.map(({ time }) => time);
      const [first, last] = [Math.min(...times), Math.max(...times)];
      return {
        name,
        shape: chosen.shape,
        waves: request.waves.map(({ time, mean, deviation, n }) => {
          const reach = deviation !== undefined && n !== undefined && n > 1 ? (1.959963984540054 * deviation) / Math.sqrt(n) : null;
          return { time, mean, low: reach === null ? null : mean - reach, high: reach === null ? null : mean + reach, n: n ?? null };
        }),
        curve: Array.from({ length: 41 }, (_, i) => first + ((last - first) * i) / 40).map((time) => ({ time, value: chosen.at(time).value })),
      };
    }),
  };
}

/** "12 months after training, 81% of “Collect information” was left, 58% of ..." in the order of the lines. */
export function decayReading({ lines, timeUnit }: DecayChartData): string {
  const kept = lines.flatMap(({ name, curve }) => {
    const [first, last] = [curve[0], curve.at(-1)];
    return first && last && first.value > 0 ? [{ name, share: Math.round((100 * last.value) / first.value), time: last.time }] : [];
  });
  if (kept.length === 0) return "There is no score above zero that could fade.";
  const words = kept.map(({ name, share }) => `${share}% of “${name}”`);
  const fastest = [...kept].sort((a, b) => a.share - b.share)[0]!;
  const listed = words.length === 1 ? words[0] : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  return `${inWords(Math.max(...kept.map(({ time }) => time)))} ${timeUnit} after training ${listed} was left${kept.length > 1 ? `; “${fastest.name}” faded most` : ""}.`;
}

/** Where each named part (an item, a group) stood before and after. */
export type SlopesData = { before: string; after: string; rows: { name: string; before: Shown; after: Shown }[] };

/** "Of 6 items, 4 rose, 1 fell and 1 stayed the same; the largest move was ..." */
export function slopesReading({ rows }: SlopesData, what = "item"): string {
  const moves = rows.flatMap(({ name, before, after }) => (typeof before === "number" && typeof after === "number" ? [{ name, move: after - before }] : []));
  const hidden = rows.length - moves.length;
  const [rose, fell] = [moves.filter(({ move }) => move > 0).length, moves.filter(({ move }) => move < 0).length];
  const most = [...moves].sort((a, b) => Math.abs(b.move) - Math.abs(a.move))[0];
  const same = moves.length - rose - fell;
  const largest = most && most.move !== 0 ? ` The largest move was ${inWords(Math.abs(most.move))} ${most.move > 0 ? "up" : "down"}, for ${most.name}.` : "";
  return `Of ${counted(moves.length, what)}, ${rose} rose, ${fell} fell and ${same} stayed the same.${largest}${hidden > 0 ? ` ${counted(hidden, what)} cannot be shown.` : ""}`;
}

/** Which unit started when. `starts` is the place of its first trained period; null: not within these periods. `through` periods from there on are set aside while it got ready. */
export type RolloutData = { periods: string[]; units: { name: string; starts: number | null; through?: number }[] };

/** "6 of 8 units had started by Q8: the first in Q2, the last in Q7." */
export function rolloutReading({ periods, units }: RolloutData): string {
  const starts = units.flatMap(({ starts: place }) => (place === null ? [] : [place])).sort((a, b) => a - b);
  if (starts.length === 0) return `None of ${counted(units.length, "unit")} had started by ${periods.at(-1) ?? "the end"}.`;
  const [first, last] = [periods[starts[0]!], periods[starts.at(-1)!]];
  const who = starts.length === units.length ? `All ${counted(units.length, "unit")}` : `${starts.length} of ${counted(units.length, "unit")}`;
  return `${who} had started by ${periods.at(-1)}: ${first === last ? `all in ${first}` : `the first in ${first}, the last in ${last}`}.`;
}

/** The title of a chart when the page has none of its own. */
export function chartTitle(measure: string, method: Parameters<typeof methodOf>[0]): string {
  return `${measure.charAt(0).toUpperCase()}${measure.slice(1)}: ${methodOf(method).name.toLowerCase()}`;
}
