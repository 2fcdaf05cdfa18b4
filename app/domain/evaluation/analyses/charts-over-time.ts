import { type Analysis, check, type MeasureWords } from "../analysis";
import { counted, inWords } from "../number-words";
import { cChart, type ControlChart, iChart, pChart, runChart, uChart } from "../statistics/control-charts";

export type ControlRequest = {
  method: "control-chart";
  kind: ControlChart["kind"];
  /** `of`: the exposure of a u chart or the number that a p chart's share is taken of. */
  periods: readonly { label: string; value: number; of?: number }[];
  /** In the reading, rates are said per so many: { times: 1000, unit: "per 1,000 calls" }. */
  per?: { times: number; unit: string };
  words: MeasureWords;
};

/** The chart behind the analysis. */
export function controlFit({ kind, periods }: ControlRequest): ControlChart {
  const values = periods.map(({ value }) => value);
  const totals = periods.map((period) => period.of ?? NaN);
  if (kind === "u") return uChart(values, totals);
  if (kind === "p") return pChart(values, totals);
  return kind === "c" ? cChart(values) : kind === "i" ? iChart(values) : runChart(values);
}

/** A sentence begins with a capital letter. */
function sentenceOf(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether a process is steady: limits and run rules. */
export function analyseControl(request: ControlRequest): Analysis {
  const { kind, periods, words, per } = request;
  const chart = controlFit(request);
  const out = chart.points.flatMap(({ outside }, i) => (outside ? [periods[i]!.label] : []));
  const { runs } = chart;
  const moved = runs.longest > runs.longestAllowed ? `a run of ${runs.longest} on one side of the centre (more than ${runs.longestAllowed})` : `only ${runs.crossings} crossings of the centre (fewer than ${runs.crossingsNeeded})`;
  const first = kind === "p" ? `${inWords(100 * chart.centre)}%` : per ? `${inWords(chart.centre * per.times)} ${per.unit}` : inWords(chart.centre);
  const said = [out.length > 0 ? `${counted(out.length, "period")} outside the limits (${out.slice(0, 4).join(", ")}${out.length > 4 ? ", ..." : ""})` : "", runs.signal ? moved : ""].filter(Boolean);
  const wide = (kind === "u" || kind === "p") && out.length > periods.length / 5;
  return {
    method: "control-chart",
    effect: null,
    outcome: "descriptive",
    reading: said.length > 0 ? `${sentenceOf(words.measure)} did not stay steady around ${first}: ${said.join(", and ")}.` : `${sentenceOf(words.measure)} stayed steady around ${first}: nothing out of the ordinary was seen.`,
    figures: [
      { label: "Centre", value: chart.centre, kind: kind === "p" ? "percent" : "number" },
      { label: "Periods outside the limits", value: kind === "run" ? null : out.length, kind: "count" },
      { label: "Longest run", value: runs.longest, kind: "count" },
      { label: "Longest run allowed", value: runs.longestAllowed, kind: "count" },
      { label: "Crossings", value: runs.crossings, kind: "count" },
      { label: "Crossings needed", value: runs.crossingsNeeded, kind: "count" },
    ],
    p: null,
    n: [{ label: "periods", value: periods.length }],
    assumptions: [
      check("periods", periods.length < 12, `There are ${periods.length} periods.`, `There are only ${counted(periods.length, "period")}. With fewer than twelve, limits and run rules are rough.`),
      ...(wide ? [{ id: "dispersion" as const, verdict: "warning" as const, sentence: "So many periods lie outside that the limits themselves are in doubt: counts spread wider than chance, or the denominators are very large. Use an individuals chart of the rates." }] : []),
      { id: "design", verdict: "holds", sentence: "A chart shows that something moved. It does not show what moved it." },
    ],
  };
}
