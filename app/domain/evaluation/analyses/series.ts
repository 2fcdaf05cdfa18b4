import { type Analysis, type Assumption, check, type Effect, type MeasureWords, outcomeOf } from "../analysis";
import { counted, differenceInWords, inWords, pInWords, ratioInWords, readingOf } from "../number-words";
import type { OnRound } from "../statistics/generalized-linear";
import { interruptedSeries, type SeriesFit, type SeriesInput } from "../statistics/interrupted-series";

export type SeriesRequest = { method: "interrupted-series"; periods: readonly { label: string; value: number; exposure?: number }[]; words: MeasureWords } & Omit<SeriesInput, "values" | "exposures" | "reference">;

/** The fit behind the analysis, for the picture and the table. */
export function seriesFit(request: SeriesRequest, onRound?: OnRound): SeriesFit {
  const exposures = request.periods.map(({ exposure }) => exposure);
  const exposed = request.family === "counts" && exposures.every((one) => one !== undefined);
  return interruptedSeries({ ...request, values: request.periods.map(({ value }) => value), exposures: exposed ? exposures : undefined }, onRound);
}

/** An interrupted series: the declared jump is the effect, or the change of slope when no jump was declared. */
export function analyseSeries(request: SeriesRequest, onRound?: OnRound): Analysis {
  const { words, level = 0.95, family, impact, periods, change } = request;
  const fit = seriesFit(request, onRound);
  const counts = family === "counts";
  const scale = counts ? Math.exp : (value: number) => value;
  const main = fit.estimates.find(({ name }) => name === (impact.level ? "level" : "slope"))!;
  const effect: Effect = { name: impact.level ? "Jump at the change" : "Change of slope, each period", kind: counts ? "ratio" : "difference", value: scale(main.estimate), low: scale(main.low), high: scale(main.high), level, none: counts ? 1 : 0 };
  const inSize = counts ? (value: number) => ratioInWords(Math.exp(value)) : (value: number) => differenceInWords(value);
  const slope = fit.estimates.find(({ name }) => name === "slope");
  const also = impact.level && slope ? ` Each period after that it moved a further ${inSize(slope.estimate)} than before (${inSize(slope.low)} to ${inSize(slope.high)}).` : "";
  const when = impact.level ? "at the change, beyond where the series was going" : "each period after the change, beyond the slope before";
  return {
    method: "interrupted-series",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, when) + also,
    figures: [
      { label: effect.name, value: effect.value, kind: counts ? "ratio" : "number" },
      { label: "Low", value: effect.low, kind: counts ? "ratio" : "number" },
      { label: "High", value: effect.high, kind: counts ? "ratio" : "number" },
      ...fit.estimates.filter(({ name }) => name === "trend" || (name === "slope" && impact.level)).map(({ name, estimate }) => ({ label: name === "trend" ? "Trend before, each period" : "Change of slope, each period", value: scale(estimate), kind: counts ? ("ratio" as const) : ("number" as const) })),
      { label: "Observed after the change", value: fit.after.observed, kind: "number" },
      { label: "Expected without it", value: fit.after.expected, kind: "number" },
      { label: "Difference", value: fit.after.difference, kind: "number" },
      { label: "Difference, low", value: fit.after.low, kind: "number" },
      { label: "Difference, high", value: fit.after.high, kind: "number" },
      ...(counts ? [{ label: "Spread (variance over mean)", value: fit.dispersion, kind: "number" as const }] : []),
      { label: "p", value: main.p, kind: "p" },
    ],
    p: { value: main.p, test: `t with ${fit.degreesOfFreedom} degrees of freedom${fit.lag === null ? "" : `, Newey-West errors with lag ${fit.lag}`}` },
    n: [{ label: "periods before", value: change }, { label: "periods after", value: periods.length - change - impact.lag }],
    assumptions: assumptionsOf(request, fit),
  };
}

function assumptionsOf({ change, periods, impact, errors, seasonality, family }: SeriesRequest, fit: SeriesFit): Assumption[] {
  const after = periods.length - change - impact.lag;
  const fewest = Math.min(change, after);
  const alike = fit.ljungBox.p < 0.05;
  const careful = errors === "newey-west";
  return [
    { id: "design", verdict: "holds", sentence: `Declared model: ${impact.level ? "a jump" : "no jump"}, ${impact.slope ? "a new slope" : "no new slope"}${impact.lag > 0 ? `, ${counted(impact.lag, "period")} left out while the change took effect` : ""}. It takes for granted that the trend before would have gone on, and that nothing else changed at the same time.` },
    check("periods", fewest < 8, `There are ${counted(change, "period")} before and ${after} after.`, `There are only ${counted(fewest, "period")} on one side of the change. With fewer than eight the trend there is a guess.`),
    check(
      "autocorrelation",
      alike,
      `What the model leaves over is not alike from period to period (${pInWords(fit.ljungBox.p)} up to lag ${fit.ljungBox.df}).`,
      careful
        ? `What the model leaves over is alike from period to period (${pInWords(fit.ljungBox.p)}). The errors allow for it up to lag ${fit.lag ?? 0}; if the likeness reaches further, they are too small.`
        : `What the model leaves over is alike from period to period (${pInWords(fit.ljungBox.p)}), so the interval is too narrow. Use Newey-West errors.`,
    ),
    ...(family === "counts" ? [check("dispersion", fit.dispersion > 1.5, `Counts spread about as chance would spread them (${inWords(fit.dispersion)} times).`, `Counts spread ${inWords(fit.dispersion)} times as wide as chance alone would spread them. The interval allows for it.`)] : []),
    ...(seasonality.kind === "none" ? [check("shape", periods.length < 24, "The series is too short to show seasons, so none are in the model.", "The model has no seasons. If the measure has a yearly rhythm, declare it, or a change in spring may look like an effect.")] : []),
  ];
}
