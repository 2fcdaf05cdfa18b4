import type { Frequency } from "./measure";
import { nextPeriod, periodInWords } from "./periods";

export type SeriesPoint = { period: string; numerator: number; denominator: number | null };

/** What is worth a look in one series: periods that are missing between its first and last, and figures far from the others. Shown, never repaired; no figure is named, since it may be small. */
export function seriesNotes(points: readonly SeriesPoint[], frequency: Frequency): { gaps: string[]; outliers: string[] } {
  const sorted = [...points].sort((one, other) => (one.period < other.period ? -1 : 1));
  const there = new Set(sorted.map(({ period }) => period));
  const gaps: string[] = [];
  const [first, last] = [sorted[0]?.period, sorted.at(-1)?.period];
  if (first && last && frequency !== "wave") for (let period = first; period < last && gaps.length < 200; period = nextPeriod(period, frequency)) if (!there.has(period)) gaps.push(periodInWords(period, frequency));
  const figures = sorted.map(({ numerator, denominator }) => (denominator === null || denominator === 0 ? numerator : numerator / denominator));
  const middle = median(figures);
  const spread = 1.4826 * median(figures.map((figure) => Math.abs(figure - middle)));
  // Five robust standard deviations, and only in a series long enough to have any.
  const outliers = figures.length < 8 || spread === 0 ? [] : sorted.filter((_, at) => Math.abs((figures[at] ?? middle) - middle) > 5 * spread).map(({ period }) => periodInWords(period, frequency));
  return { gaps, outliers };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}
