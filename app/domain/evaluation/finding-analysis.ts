import { refused, allowed, type Ruling } from "../access/ruling";
import type { AnalysisRequest } from "./analyse";
import type { ChartEvent } from "./chart-data";
import type { MeasureWords } from "./analysis";
import type { Direction, Frequency, MeasureUnit } from "./measure";
import { nextPeriod, periodInWords } from "./periods";
import { shownCell, type ReleasedCells } from "./shown-figures";
import { allAgencies } from "./suppression-block";

/** The methods that a finding may use on the totals of a measure. */
export const findingMethods = ["interrupted-series", "staggered-panel", "rate-ratio", "control-chart"] as const;
export type FindingMethod = (typeof findingMethods)[number];

/** What the researcher chose: `agency` is one agency or "*" for all, `change` the first period after the change. */
export type AnalysisChoice = { method: FindingMethod; agency: string; from: string; to: string; change: string; impact: "level" | "slope" | "both"; lag: number };

export type MeasureForAnalysis = { name: string; unit: MeasureUnit; direction: Direction; frequency: Frequency };

/** An event of one agency on the line of a measure: a clause in force, or the rollout of the training. */
export type AnalysisEvent = { kind: ChartEvent["kind"]; day: string; agencyId: string; label: string };

/** `leftOut` names the periods whose counts are hidden or missing, so that the reader knows what the fit did not see. */
export type Prepared = { request: AnalysisRequest; leftOut: string[]; events: ChartEvent[] };

type Row = { period: string; unit: string; value: number; exposure: number | null };

/**
 * Puts released figures, and only those, before a method: what is hidden for its small counts is never fitted. An interrupted series needs every period,
 * so it is refused, by name of the periods, when one is hidden; the other methods leave such periods out and say which.
 */
export function prepareAnalysis(cells: ReleasedCells, choice: AnalysisChoice, { measure, agencies, events }: { measure: MeasureForAnalysis; agencies: readonly { id: string; name: string }[]; events: readonly AnalysisEvent[] }): Ruling<Prepared> {
  const periods = periodsBetween(choice.from, choice.to, measure.frequency);
  if (periods.length < 2) return refused("Choose a first and a last period with at least one between them.", 422, "to");
  const units = choice.method === "staggered-panel" ? agencies : agencies.filter(({ id }) => id === choice.agency);
  const chosen = choice.agency === allAgencies && choice.method !== "staggered-panel" ? [{ id: allAgencies, name: "All agencies" }] : units;
  if (chosen.length === 0) return refused("Choose an agency that has figures of this measure.", 422, "agency");
  const rows: Row[] = [];
  const leftOut: string[] = [];
  for (const { id, name } of chosen)
    for (const period of periods) {
      const row = rowOf(cells, period, id, measure.unit);
      if (row) rows.push({ ...row, period, unit: name });
      else leftOut.push(chosen.length === 1 ? periodInWords(period, measure.frequency) : `${name}, ${periodInWords(period, measure.frequency)}`);
    }
  if (rows.length < 2) return refused("No two of these periods have figures that may be shown. Choose other dates or another agency.", 422, "from");
  const request = requestOf(rows, leftOut, choice, measure, startsOf(chosen, events));
  if (!request.ok) return request;
  const labels = [...new Set(rows.map(({ period }) => period))].sort();
  return allowed({ request: request.value, leftOut, events: placed(labels, events.filter(({ agencyId }) => choice.agency === allAgencies || choice.method === "staggered-panel" || agencyId === choice.agency)) });
}

/** A refusal of a fit with its row called by the period, and the agency, that it stands for: a researcher chose months, not rows. */
export function rowNamed(sentence: string, row: number | undefined, request: AnalysisRequest): string {
  if (row === undefined) return sentence;
  const name =
    request.method === "interrupted-series" ? request.periods[row < request.change ? row : row + request.impact.lag]?.label
    : request.method === "staggered-panel" ? request.rows[row] && `${request.rows[row].unit}, ${request.rows[row].period},`
    : request.method === "rate-ratio" || request.method === "control-chart" ? request.periods[row]?.label
    : undefined;
  return name ? sentence.replace(`Row ${row + 1} `, `${name} `) : sentence;
}

function periodsBetween(from: string, to: string, frequency: Frequency): string[] {
  const periods: string[] = [];
  for (let period = from; period <= to && periods.length < 1_200; period = nextPeriod(period, frequency)) periods.push(period);
  return periods;
}

function rowOf(cells: ReleasedCells, period: string, agency: string, unit: MeasureUnit): Pick<Row, "value" | "exposure"> | null {
  const cell = shownCell(cells, period, agency, unit);
  if (!cell || cell.figure === null || cell.numerator.state !== "shown") return null;
  return { value: cell.numerator.count, exposure: cell.denominator?.state === "shown" ? cell.denominator.count : null };
}

function requestOf(rows: readonly Row[], leftOut: readonly string[], choice: AnalysisChoice, measure: MeasureForAnalysis, starts: ReadonlyMap<string, string>): Ruling<AnalysisRequest> {
  const words: MeasureWords = { measure: measure.name.charAt(0).toLowerCase() + measure.name.slice(1), ...(measure.direction === "none" ? {} : { better: measure.direction === "up" ? ("higher" as const) : ("lower" as const) }) };
  const label = ({ period }: Row) => periodInWords(period, measure.frequency);
  const change = rows.findIndex(({ period }) => period >= choice.change);
  const mean = measure.unit === "mean";
  const counts = rows.every(({ value }) => Number.isInteger(value)) && !mean;
  const valueOf = (row: Row) => (mean && row.exposure ? row.value / row.exposure : row.value);
  if (choice.method === "control-chart") {
    const kind = mean ? "i" : measure.unit === "count" ? "c" : measure.unit === "share" ? "p" : "u";
    return allowed({ method: "control-chart", kind, periods: rows.map((row) => ({ label: label(row), value: valueOf(row), ...(row.exposure !== null && !mean ? { of: row.exposure } : {}) })), words });
  }
  if (choice.method === "staggered-panel") {
    if (starts.size < 2) return refused("A staggered rollout needs at least two agencies with a known beginning. Write the rollout into the plan first.", 422, "method");
    return allowed({ method: "staggered-panel", family: counts ? "counts" : "linear", words, rows: rows.map((row) => ({ unit: row.unit, period: row.period, value: valueOf(row), ...(counts && row.exposure !== null ? { exposure: row.exposure } : {}), treated: row.period >= (starts.get(row.unit) ?? "9999") ? 1 : 0 })) });
  }
  if (change < 1) return refused("The change must have periods before it and after it. Choose another month, or an earlier first period.", 422, "change");
  if (choice.method === "rate-ratio") {
    if (mean) return refused("A mean is no rate. Choose an interrupted series for it.", 422, "method");
    return allowed({ method: "rate-ratio", change, words, periods: rows.map((row) => ({ label: label(row), events: row.value, exposure: row.exposure ?? 1 })) });
  }
  if (leftOut.length > 0) return refused(`An interrupted series needs every period, and these are hidden or missing: ${leftOut.slice(0, 6).join(", ")}${leftOut.length > 6 ? " and more" : ""}. Choose other dates, or compare rates, which leaves them out.`, 422, "method");
  const monthly = measure.frequency === "monthly" && rows.length >= 24;
  return allowed({
    method: "interrupted-series", change, words, errors: "newey-west", family: counts ? "counts" : "linear",
    impact: { level: choice.impact !== "slope", slope: choice.impact !== "level", lag: choice.lag },
    seasonality: monthly ? { kind: "harmonics", pairs: 1, length: 12 } : { kind: "none" },
    season: monthly ? Number(rows[0]?.period.slice(5) ?? 1) - 1 : 0,
    periods: rows.map((row) => ({ label: label(row), value: valueOf(row), ...(counts && row.exposure !== null ? { exposure: row.exposure } : {}) })),
  });
}

/** The first period of each agency's rollout, or of its clause in force where no rollout is known. */
function startsOf(agencies: readonly { id: string; name: string }[], events: readonly AnalysisEvent[]): Map<string, string> {
  return new Map(
    agencies.flatMap(({ id, name }) => {
      const own = events.filter(({ agencyId }) => agencyId === id).sort((one, other) => one.day.localeCompare(other.day));
      const start = own.find(({ kind }) => kind === "rollout") ?? own[0];
      return start ? [[name, start.day.slice(0, 7)] as const] : [];
    }),
  );
}

/** Events at the place of their period; those outside the series are not drawn. */
function placed(periods: readonly string[], events: readonly AnalysisEvent[]): ChartEvent[] {
  return events.flatMap(({ kind, day, label }) => {
    const at = periods.findIndex((period, place) => day.slice(0, period.length) >= period && (periods[place + 1] === undefined ? day.slice(0, period.length) === period : day.slice(0, period.length) < (periods[place + 1] ?? "")));
    return at < 0 ? [] : [{ kind, at, label, date: day }];
  });
}
