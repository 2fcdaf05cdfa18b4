import { analyseControl } from "./analyses/charts-over-time";
import { prepareAnalysis, type AnalysisEvent, type MeasureForAnalysis } from "./finding-analysis";
import { chartOf, type FindingChart } from "./finding-result";
import { unitShort } from "./measure";
import type { ReleasedCells } from "./shown-figures";
import { foundOrNull } from "./statistics/unfit";
import { allAgencies } from "./suppression-block";

/** The line of a measure over its periods, with what may be read from it; `leftOut` names the periods that are hidden or missing. */
export type MeasureChart = { chart: FindingChart; of: string; reading: string; leftOut: string[] };

/** Fewer points than this are no line. */
const fewest = 6;

/** A control chart of what was released of a measure: of its one agency, or of all together. Null where too little may be shown. */
export function measureChart(cells: ReleasedCells, { measure, agencies, periods, events }: { measure: MeasureForAnalysis; agencies: readonly { id: string; name: string }[]; periods: readonly string[]; events: readonly AnalysisEvent[] }): MeasureChart | null {
  const [from, to] = [periods[0], periods.at(-1)];
  const only = agencies.length === 1 ? agencies[0] : undefined;
  if (from === undefined || to === undefined || measure.frequency === "wave") return null;
  const prepared = prepareAnalysis(cells, { method: "control-chart", agency: only?.id ?? allAgencies, from, to, change: to, impact: "level", lag: 0 }, { measure, agencies, events });
  if (!prepared.ok || prepared.value.request.method !== "control-chart" || prepared.value.request.periods.length < fewest) return null;
  const { request, events: placed, leftOut } = prepared.value;
  return foundOrNull(() => {
    const chart = chartOf(request, placed, unitShort[measure.unit]);
    return chart && { chart, of: only?.name ?? "all agencies", reading: analyseControl(request).reading, leftOut };
  });
}
