import { type Analysis, check, type Effect, type MeasureWords, outcomeOf, withBounds } from "../analysis";
import { counted, inWords } from "../number-words";
import { compareDecay, decayCurves, type DecayFit, type DecayShape, fitDecay } from "../statistics/decay";
import { normalQuantile } from "../statistics/distributions";
import { checkExposures, Unfit } from "../statistics/unfit";

export type Wave = { /** Time since the training, in `timeUnit`. */ time: number; mean: number; deviation?: number; n?: number };
export type DecayRequest = { method: "decay"; waves: readonly Wave[]; shape: DecayShape | "best"; timeUnit: string; words: MeasureWords; level?: number };

type DecayFits = { chosen: DecayFit; all: DecayFit[] };

/** A chart draws the curves that its analysis was made of. */
const known = new WeakMap<DecayRequest, DecayFits>();

/** The curve behind the analysis, and those that it was chosen from. */
export function decayFits(request: DecayRequest): DecayFits {
  const remembered = known.get(request);
  if (remembered) return remembered;
  const fits = fitted(request);
  known.set(request, fits);
  return fits;
}

function fitted({ waves, shape, level }: DecayRequest): DecayFits {
  const times = waves.map(({ time }) => time);
  const means = waves.map(({ mean }) => mean);
  const weighted = waves.every(({ deviation, n }) => deviation !== undefined && n !== undefined && deviation > 0);
  if (weighted) checkExposures(waves.map(({ n }) => n ?? 0), "the number of people");
  const weights = weighted ? waves.map(({ deviation = 1, n = 1 }) => n / deviation ** 2) : undefined;
  const all = compareDecay(times, means, { weights, level });
  return { all, chosen: shape === "best" ? ((weighted ? null : all.find(({ degreesOfFreedom }) => degreesOfFreedom > 0)) ?? all[0]!) : fitDecay(shape, times, means, { weights, level }) };
}

/**
 * Half of the interval of the change. A curve through every wave leaves nothing to tell its own error from, so the interval is then that of the
 * first and the last wave; without their deviations there is none.
 */
function reachOf({ waves }: DecayRequest, { degreesOfFreedom }: DecayFit, curve: { start: number; end: number }, level: number): number {
  if (degreesOfFreedom > 0) return Math.hypot(curve.end, curve.start);
  const ordered = [...waves].sort((one, other) => one.time - other.time);
  const errors = [ordered[0], ordered.at(-1)].map((wave) => (wave?.deviation !== undefined && wave.n ? wave.deviation / Math.sqrt(wave.n) : NaN));
  if (!errors.every(Number.isFinite)) throw new Unfit("As many curve parameters as waves: the curve runs through each wave, and how sure it is cannot be told. Bring one more wave, choose a simpler curve, or give each wave's deviation and number of people.");
  return normalQuantile(0.5 + level / 2) * Math.hypot(...errors);
}

/** How what was learned fades. The effect is what is left at the last wave, minus what was there at the first. */
export function analyseDecay(request: DecayRequest): Analysis {
  const { waves, shape, timeUnit, words, level = 0.95 } = request;
  const { chosen, all } = decayFits(request);
  const times = waves.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [start, end] = [chosen.at(first), chosen.at(last)];
  if (!(start.value !== 0)) throw new Unfit("The score right after training is zero, so there is nothing that could fade.");
  const reach = reachOf(request, chosen, { start: start.high - start.value, end: end.high - end.value }, level);
  const value = end.value - start.value;
  const effect: Effect = { name: `Change from ${inWords(first)} to ${inWords(last)} ${timeUnit}`, kind: "difference", value, low: value - reach, high: value + reach, level, none: 0, unit: "points" };
  const kept = Math.round((100 * end.value) / start.value);
  const sure = effect.low > 0 || effect.high < 0;
  const half = chosen.halfLife !== null && Number.isFinite(chosen.halfLife) ? ` On this curve half of ${chosen.shape === "asymptotic" ? "what can fade" : "it"} is gone after ${inWords(chosen.halfLife)} ${timeUnit}${chosen.halfLife > last ? ", which lies beyond the last wave" : ""}.` : "";
  return {
    method: "decay",
    effect,
    outcome: outcomeOf(effect, words.better ?? "higher"),
    reading: sure
      ? `Of ${words.measure} right after training, about ${kept}% was left ${inWords(last)} ${timeUnit} later.${half}`
      : `No detectable fading of ${words.measure} over ${inWords(last)} ${timeUnit}: the data fit a change from ${inWords(effect.low)} to ${inWords(effect.high)} points.`,
    figures: [
      { label: "Curve, at the first wave", value: start.value, kind: "number" },
      { label: "Curve, at the last wave", value: end.value, kind: "number" },
      ...chosen.estimates.flatMap(({ name, estimate, low, high }) => (chosen.degreesOfFreedom > 0 ? withBounds(name, { value: estimate, low, high }) : [{ label: name, value: estimate, kind: "number" as const }])),
      { label: "Half-life", value: chosen.halfLife, kind: "number" },
      { label: "Share of the spread explained", value: chosen.rSquared, kind: "percent" },
    ],
    p: null,
    n: [{ label: "waves", value: waves.length }, { label: "people at the smallest wave", value: Math.min(...waves.map(({ n }) => n ?? NaN)) }].filter(({ value: count }) => Number.isFinite(count)),
    assumptions: [
      { id: "design", verdict: "holds", sentence: `Curve: ${chosen.shape}, ${decayCurves[chosen.shape].formula}${shape === "best" ? `, the best of ${counted(all.length, "curve")} by Akaike's criterion` : ", as declared"}. A curve chosen after looking says less than one declared beforehand.` },
      check("periods", waves.length < 5, `There are ${waves.length} waves.`, `With ${counted(waves.length, "wave")} several curves fit about equally well. Do not read beyond the last wave.`),
      { id: "heterogeneity", verdict: "warning", sentence: "Means over people fade more slowly at the end than any one person does, and those who leave the study are often those who forgot most. Say how many answered each wave." },
    ],
  };
}
