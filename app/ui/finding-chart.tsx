import type { FindingChart as Chart } from "~/domain/evaluation/finding-result";
import { rolloutReading } from "~/domain/evaluation/chart-data";
import { ControlChart } from "./charts/control-chart";
import { RolloutGrid } from "./charts/rollout-grid";
import { SeriesChart } from "./charts/series-chart";

type FindingChartProps = { chart: Chart; title: string; reading: string; csv: string; definition?: { href: string; label: string } };

/** The picture of a finding, on figures that may be shown. */
export function FindingChart({ chart, ...words }: FindingChartProps) {
  if (chart.kind === "series") return <SeriesChart {...words} data={chart.data} unit={chart.unit} />;
  if (chart.kind === "control") return <ControlChart {...words} data={chart.data} unit={chart.unit} />;
  return <RolloutGrid {...words} reading={rolloutReading(chart.data)} data={chart.data} />;
}
