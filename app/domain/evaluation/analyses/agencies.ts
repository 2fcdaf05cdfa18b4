import { type Analysis, check, type Effect, type MeasureWords, outcomeOf } from "../analysis";
import { counted, inWords, pInWords, readingOf, sizeInWords } from "../number-words";
import { normalQuantile } from "../statistics/distributions";
import { pool, type Pooling } from "../statistics/pooling";

export type PoolingRequest = {
  method: "pooling";
  /** Effects on the scale of addition: logarithms when `scale` is "ratio". */
  agencies: readonly { name: string; effect: number; error: number }[];
  scale: "ratio" | "difference";
  estimator: "DL" | "REML";
  knappHartung: boolean;
  words: MeasureWords;
  level?: number;
};

/** The pooled result behind the analysis, and each agency's own interval, on the scale of the reader. */
export function poolingFit({ agencies, scale, estimator, knappHartung, level = 0.95 }: PoolingRequest): { pooling: Pooling; own: { name: string; value: number; low: number; high: number; weight: number }[]; shown: (value: number) => number } {
  const pooling = pool(agencies, { method: estimator, knappHartung, level });
  const shown = scale === "ratio" ? Math.exp : (value: number) => value;
  const z = normalQuantile(0.5 + level / 2);
  const own = agencies.map(({ name, effect, error }, i) => ({ name, value: shown(effect), low: shown(effect - z * error), high: shown(effect + z * error), weight: pooling.weights[i]! }));
  return { pooling, own, shown };
}

/** Several agencies together: the random-effects mean, and what another agency should expect. */
export function analysePooling(request: PoolingRequest): Analysis {
  const { agencies, scale, words, level = 0.95, knappHartung } = request;
  const { pooling, shown } = poolingFit(request);
  const { random, prediction } = pooling;
  const ratio = scale === "ratio";
  const effect: Effect = { name: "Typical effect", kind: ratio ? "ratio" : "difference", value: shown(random.value), low: shown(random.low), high: shown(random.high), level, none: ratio ? 1 : 0 };
  const kind = ratio ? ("ratio" as const) : ("number" as const);
  const expect = prediction ? ` Another agency of this kind should expect anything from ${sizeInWords(effect, shown(prediction.low))} to ${sizeInWords(effect, shown(prediction.high))}.` : "";
  const mixed = prediction !== null && prediction.low < 0 && prediction.high > 0 && (random.low > 0 || random.high < 0);
  return {
    method: "pooling",
    effect,
    outcome: outcomeOf(effect, words.better),
    reading: readingOf(effect, words.measure, `over ${agencies.length} agencies together`) + expect,
    figures: [
      { label: "Typical effect", value: effect.value, kind },
      { label: "Low", value: effect.low, kind },
      { label: "High", value: effect.high, kind },
      { label: "Another agency, low", value: prediction ? shown(prediction.low) : null, kind },
      { label: "Another agency, high", value: prediction ? shown(prediction.high) : null, kind },
      { label: "Fixed effect", value: shown(pooling.fixed.value), kind },
      { label: "Fixed effect, low", value: shown(pooling.fixed.low), kind },
      { label: "Fixed effect, high", value: shown(pooling.fixed.high), kind },
      { label: "Spread between agencies (tau squared)", value: pooling.tauSquared, kind: "number" },
      { label: "Share of the spread beyond chance (I squared)", value: pooling.iSquared, kind: "percent" },
      { label: "p", value: random.p, kind: "p" },
      { label: "p, agencies differ (Q)", value: pooling.q.p, kind: "p" },
    ],
    p: { value: random.p, test: knappHartung ? `Knapp-Hartung t with ${agencies.length - 1} degrees of freedom` : "Wald" },
    n: [{ label: "agencies", value: agencies.length }],
    assumptions: [
      check("clusters", agencies.length < 5, `${agencies.length} agencies are pooled.`, `Only ${counted(agencies.length, "agency", "agencies")} are pooled. How much agencies differ is then a guess${knappHartung ? "" : "; take the Knapp-Hartung interval"}.`),
      check("heterogeneity", pooling.iSquared > 0.5 || pooling.q.p < 0.1, `The agencies do not differ by more than chance (${pInWords(pooling.q.p)}; I squared ${Math.round(100 * pooling.iSquared)}%).`, `The agencies differ by more than chance (I squared ${Math.round(100 * pooling.iSquared)}%, ${pInWords(pooling.q.p)}). The typical effect holds for none of them in particular; read the range for another agency.`),
      ...(mixed ? [{ id: "shape" as const, verdict: "warning" as const, sentence: `The typical effect is clear, yet in another agency it may be none or the opposite (${inWords(shown(prediction.low))} to ${inWords(shown(prediction.high))}).` }] : []),
    ],
  };
}
