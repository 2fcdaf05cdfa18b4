import type { Interval } from "./binomial";
import { chiSquareQuantile, chiSquareUpper, normalQuantile, normalTwoSided, tQuantile, tTwoSided } from "./distributions";
import { zeroOf } from "./roots";
import { sum } from "./sums";
import { checkFinite, Unfit } from "./unfit";

/** One agency's effect (a logarithm where the effect is a ratio) and its standard error. */
export type Study = { effect: number; error: number };

export type Pooled = Interval & { value: number; error: number; statistic: number; p: number };

export type Pooling = {
  fixed: Pooled;
  random: Pooled;
  /** The spread of true effects between agencies, as a variance. */
  tauSquared: number;
  tauSquaredInterval: Interval;
  q: { statistic: number; df: number; p: number };
  /** Share of the spread that is more than chance, 0 to 1. For DL from Q, for REML from tau squared and the typical error (Higgins and Thompson 2002). */
  iSquared: number;
  /** Where the true effect of another agency of this kind is to be expected; null with fewer than three. */
  prediction: Interval | null;
  /** Shares of the weight in the random-effects mean. */
  weights: number[];
};

export type PoolingOptions = { method: "DL" | "REML"; /** Hartung and Knapp 2001: a t interval that few agencies need. */ knappHartung: boolean; level?: number; /** Degrees of freedom of the prediction interval: k - 2 (Higgins, Thompson, Spiegelhalter 2009) unless said. */ predictionDf?: number };

/** Puts the effects of agencies together: fixed effect by inverse variances, random effects by DerSimonian and Laird 1986 or restricted maximum likelihood. */
export function pool(studies: readonly Study[], { method, knappHartung, level = 0.95, predictionDf }: PoolingOptions): Pooling {
  const k = studies.length;
  if (k < 2) throw new Unfit("Putting results together takes at least two agencies.");
  checkFinite(studies.map(({ effect }) => effect), "the effect");
  const bad = studies.findIndex(({ error }) => !(error > 0 && Number.isFinite(error)));
  if (bad >= 0) throw new Unfit(`Row ${bad + 1}: the standard error must be above zero.`, bad);
  const z = normalQuantile(0.5 + level / 2);
  const fixed = meanUnder(studies, 0);
  const statistic = qOf(studies, 0);
  const tauSquared = method === "DL" ? dl(studies) : reml(studies);
  const random = meanUnder(studies, tauSquared);
  const weights = studies.map(({ error }) => 1 / (error ** 2 + tauSquared));
  const knapp = knappHartung ? Math.sqrt(qOf(studies, tauSquared) / (k - 1)) : 1;
  const error = random.error * knapp;
  const [df, reach] = knappHartung ? [k - 1, tQuantile(0.5 + level / 2, k - 1)] : [Infinity, z];
  const farther = predictionDf ?? k - 2;
  const predictionReach = farther > 0 ? tQuantile(0.5 + level / 2, farther) * Math.sqrt(tauSquared + error ** 2) : null;
  return {
    fixed: pooled(fixed.value, fixed.error, z, Infinity),
    random: pooled(random.value, error, reach, df),
    tauSquared,
    tauSquaredInterval: tauInterval(studies, level),
    q: { statistic, df: k - 1, p: chiSquareUpper(statistic, k - 1) },
    iSquared: method === "DL" ? Math.max(0, (statistic - (k - 1)) / statistic) : tauSquared / (tauSquared + typicalVariance(studies)),
    prediction: k >= 3 && predictionReach !== null ? { low: random.value - predictionReach, high: random.value + predictionReach } : null,
    weights: weights.map((weight) => weight / sum(weights)),
  };
}

function meanUnder(studies: readonly Study[], tau: number): { value: number; error: number } {
  const weights = studies.map(({ error }) => 1 / (error ** 2 + tau));
  const total = sum(weights);
  return { value: sum(studies.map(({ effect }, i) => effect * weights[i]!)) / total, error: Math.sqrt(1 / total) };
}

function pooled(value: number, error: number, reach: number, df: number): Pooled {
  const statistic = value / error;
  return { value, error, low: value - reach * error, high: value + reach * error, statistic, p: df === Infinity ? normalTwoSided(statistic) : tTwoSided(statistic, df) };
}

/** The weighted squared distances from the mean when the true effects spread by tau squared. */
function qOf(studies: readonly Study[], tau: number): number {
  const { value } = meanUnder(studies, tau);
  return sum(studies.map(({ effect, error }) => (effect - value) ** 2 / (error ** 2 + tau)));
}

function scale(studies: readonly Study[]): number {
  const weights = studies.map(({ error }) => error ** -2);
  return sum(weights) - sum(weights.map((weight) => weight ** 2)) / sum(weights);
}

function dl(studies: readonly Study[]): number {
  return Math.max(0, (qOf(studies, 0) - (studies.length - 1)) / scale(studies));
}

function typicalVariance(studies: readonly Study[]): number {
  return (studies.length - 1) / scale(studies);
}

/** The zero of the restricted likelihood's slope in tau squared, 0 when it falls from the start (Viechtbauer 2005). */
function reml(studies: readonly Study[]): number {
  const slope = (tau: number) => {
    const weights = studies.map(({ error }) => 1 / (error ** 2 + tau));
    const { value } = meanUnder(studies, tau);
    const squares = sum(weights.map((weight) => weight ** 2));
    return sum(studies.map(({ effect }, i) => (weights[i]! * (effect - value)) ** 2)) - sum(weights) + squares / sum(weights);
  };
  if (slope(0) <= 0) return 0;
  let high = Math.max(dl(studies), typicalVariance(studies));
  while (slope(high) > 0) high *= 2;
  return zeroOf(slope, 0, high);
}

/** Viechtbauer 2007: the tau squared at which Q takes its quantiles. */
function tauInterval(studies: readonly Study[], level: number): Interval {
  const tail = (1 - level) / 2;
  const df = studies.length - 1;
  const where = (quantile: number) => {
    if (qOf(studies, 0) <= quantile) return 0;
    let high = typicalVariance(studies);
    while (qOf(studies, high) > quantile) high *= 2;
    return zeroOf((tau) => qOf(studies, tau) - quantile, 0, high);
  };
  return { low: where(chiSquareQuantile(1 - tail, df)), high: where(chiSquareQuantile(tail, df)) };
}
