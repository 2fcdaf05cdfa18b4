import type { FindingChart as Chart } from "~/domain/evaluation/finding-result";
import { rolloutReading } from "~/domain/evaluation/chart-data";
import { ControlChart } from "./charts/control-chart";
import { RolloutGrid } from "./charts/rollout-grid";
import { SeriesChart } from "./charts/series-chart";

/** The picture of a finding, on figures that may be shown. */
export function FindingChart({ chart, title, reading, csv }: { chart: Chart; title: string; reading: string; csv: string }) {
  if (chart.kind === "series") return <SeriesChart title={title} reading={reading} csv={csv} data={chart.data} unit={chart.unit} />;
  if (chart.kind === "control") return <ControlChart title={title} reading={reading} csv={csv} data={chart.data} unit={chart.unit} />;
  return <RolloutGrid title={title} reading={rolloutReading(chart.data)} csv={csv} data={chart.data} />;
}
