import { type Analysis, type Assumption, check, type Effect, type MeasureWords, outcomeOf, withBounds } from "../analysis";
import { counted, inWords, pInWords, ratioInWords, readingOf } from "../number-words";
import { autocorrelations } from "../statistics/autocorrelation";
import { estimatesOf } from "../statistics/coefficients";
import { chiSquareUpper } from "../statistics/distributions";
import { type CountFit, devianceResiduals, fitCounts } from "../statistics/generalized-linear";
import { fromColumns, scaled } from "../statistics/matrix";
import { fitNegativeBinomial, type NegativeBinomialFit } from "../statistics/negative-binomial";
import { rateRatio } from "../statistics/rate-ratio";
import { sum } from "../statistics/sums";
import { checkCounts, checkExposures, foundOrNull, Unfit } from "../statistics/unfit";

export type RateRequest = { method: "rate-ratio"; periods: readonly { label: string; events: number; exposure: number }[]; /** Place of the first period after the change. */ change: number; words: MeasureWords; level?: number };

/**
 * Rates before and after. The interval is exact when the counts spread as chance would spread them,
 * and quasi-Poisson (by t) when the periods show that they spread wider.
 */
export function analyseRates({ periods, change, words, level = 0.95 }: RateRequest): Analysis {
  const [events, exposures] = [periods.map((period) => period.events), periods.map((period) => period.exposure)];
  checkCounts(events, "the count");
  checkExposures(exposures);
  if (change < 1 || change >= periods.length) throw new Unfit("The change must have at least one period before it and one after.");
  const totals = (from: number, to: number) => ({ events: sum(events.slice(from, to)), exposure: sum(exposures.slice(from, to)) });
  const [before, after] = [totals(0, change), totals(change, periods.length)];
  const crude = rateRatio(before, after, level);
  const fit = periods.length > 3 && before.events > 0 && after.events > 0 ? modelOf(events, exposures, change, level) : null;
  const wide = fit !== null && fit.wide;
  const quasi = fit?.quasi;
  const bounds = wide && quasi ? { low: Math.exp(quasi.low), high: Math.exp(quasi.high), p: quasi.p, test: "quasi-Poisson" } : { ...crude.exact, test: "exact" };
  const effect: Effect = { name: "Rate ratio, after over before", kind: "ratio", value: crude.ratio, low: bounds.low, high: bounds.high, level, none: 1 };
  return {
    method: "rate-ratio",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, "after the change than before it, as a plain comparison"),
    figures: [
      { label: "Events before", value: before.events, kind: "count" },
      { label: "Events after", value: after.events, kind: "count" },
      { label: "Rate before", value: crude.before, kind: "number" },
      { label: "Rate after", value: crude.after, kind: "number" },
      { label: "Rate ratio", value: crude.ratio, kind: "ratio" },
      { label: "Exact interval, low", value: crude.exact.low, kind: "ratio" },
      { label: "Exact interval, high", value: crude.exact.high, kind: "ratio" },
      { label: "Mid-p interval, low", value: crude.midP.low, kind: "ratio" },
      { label: "Mid-p interval, high", value: crude.midP.high, kind: "ratio" },
      { label: "Wald interval, low", value: crude.wald?.low ?? null, kind: "ratio" },
      { label: "Wald interval, high", value: crude.wald?.high ?? null, kind: "ratio" },
      { label: "Quasi-Poisson interval, low", value: quasi ? Math.exp(quasi.low) : null, kind: "ratio" },
      { label: "Quasi-Poisson interval, high", value: quasi ? Math.exp(quasi.high) : null, kind: "ratio" },
      ...withBounds("Negative binomial ratio", fit?.negative ?? null, "ratio"),
      { label: "Spread (variance over mean)", value: fit?.fit.dispersion ?? null, kind: "number" },
      { label: "p, exact", value: crude.exact.p, kind: "p" },
      { label: "p, quasi-Poisson", value: quasi?.p ?? null, kind: "p" },
    ],
    p: { value: bounds.p, test: bounds.test },
    n: [{ label: "periods before", value: change }, { label: "periods after", value: periods.length - change }, { label: "events", value: before.events + after.events }],
    assumptions: [trendBefore(events, exposures, change), ...(fit ? [spreadOf(fit.fit), neighbours(events, fit.fit)] : []), smallCounts(before.events, after.events)],
  };
}

function modelOf(events: readonly number[], exposures: readonly number[], change: number, level: number) {
  const x = fromColumns([events.map(() => 1), events.map((_, i) => (i >= change ? 1 : 0))]);
  const offset = exposures.map(Math.log);
  const fit = fitCounts(x, events, offset);
  const quasi = estimatesOf(["constant", "after"], fit.coefficients, scaled(fit.covariance, fit.dispersion), fit.degreesOfFreedom, level)[1]!;
  const wide = fit.dispersion > 1 && chiSquareUpper(fit.pearson, fit.degreesOfFreedom) < 0.05;
  return { fit, quasi, wide, negative: negativeOf(foundOrNull(() => fitNegativeBinomial(x, events, offset)), level) };
}

function negativeOf(fit: NegativeBinomialFit | null, level: number): { value: number; low: number; high: number } | null {
  if (!fit) return null;
  const { estimate, low, high } = estimatesOf(["constant", "after"], fit.coefficients, fit.covariance, Infinity, level)[1]!;
  return { value: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) };
}

/**
 * Whether the rate was already moving before the change. The example in the warning is the correction of a published claim about a panel of police units
 * (crude rate ratio 0.757; with unit and month effects 1.060, 0.986 to 1.140).
 */
export function trendBefore(events: readonly number[], exposures: readonly number[], change: number): Assumption {
  if (change < 4 || sum(events.slice(0, change)) === 0) {
    return { id: "trend", verdict: "warning", sentence: `With ${counted(change, "period")} before the change, nobody can tell whether the rate was already moving. Bring more periods from before.` };
  }
  const x = fromColumns([events.slice(0, change).map(() => 1), Array.from({ length: change }, (_, i) => i)]);
  const fit = fitCounts(x, events.slice(0, change), exposures.slice(0, change).map(Math.log));
  const slope = estimatesOf(["constant", "trend"], fit.coefficients, scaled(fit.covariance, Math.max(1, fit.dispersion)), fit.degreesOfFreedom)[1]!;
  const step = `${ratioInWords(Math.exp(slope.estimate))} each period`;
  return check(
    "trend",
    slope.p < 0.1,
    `No trend was found before the change (${step}; ${pInWords(slope.p)}), which does not prove that there was none.`,
    `The rate was already moving before the change: ${step} (${pInWords(slope.p)}). A plain before/after comparison credits that trend to the change. In a well-known panel of police units it said 24% fewer uses of force, while a model with unit and month effects said 6% more (0.986 to 1.140). Use an interrupted time series.`,
  );
}

/** Whether counts spread wider than chance. */
export function spreadOf({ dispersion, pearson, degreesOfFreedom }: Pick<CountFit, "dispersion" | "pearson" | "degreesOfFreedom">): Assumption {
  const p = chiSquareUpper(pearson, degreesOfFreedom);
  return check(
    "dispersion",
    dispersion > 1 && p < 0.05,
    `Counts spread about as chance would spread them (variance ${inWords(dispersion)} times the mean).`,
    `Counts spread ${inWords(dispersion)} times as wide as chance alone would spread them (${pInWords(p)}). The interval was widened for it; one that was not would be too sure.`,
  );
}

function neighbours(events: readonly number[], fit: CountFit): Assumption {
  const residuals = devianceResiduals(events, fit);
  // Where the fit leaves nothing over, what is left is the rounding of the computer.
  const r = residuals.every((residual) => Math.abs(residual) < 1e-6) ? 0 : (autocorrelations(residuals, 1)[0] ?? 0);
  const limit = 2 / Math.sqrt(events.length);
  return check(
    "autocorrelation",
    Math.abs(r) > limit,
    `Neighbouring periods are not more alike than others (correlation ${inWords(r)}).`,
    `Neighbouring periods are alike (correlation ${inWords(r)}), so there is less information than the number of periods suggests. Use an interrupted time series with Newey-West errors.`,
  );
}

function smallCounts(before: number, after: number): Assumption {
  return check("small-n", Math.min(before, after) < 10, "There are enough events on both sides.", `There are only ${counted(Math.min(before, after), "event")} on one side. The exact interval is right, but wide; one more or fewer event would change the picture.`);
}
