import digamma from "@stdlib/math-base-special-digamma";
import trigamma from "@stdlib/math-base-special-trigamma";
import { type CountFit, fitCounts } from "./generalized-linear";
import type { Matrix } from "./matrix";
import { Unfit } from "./unfit";

export type NegativeBinomialFit = CountFit & {
  /** The variance is mu + mu^2 / theta. */
  theta: number;
  thetaError: number;
  twiceLogLikelihood: number;
  /** -2 log likelihood + 2 (coefficients + 1). */
  aic: number;
};

/**
 * Negative binomial regression with the spread estimated by maximum likelihood (Venables and Ripley 2002, 7.4; the standard error of theta
 * from the observed information). Refuses counts that spread no wider than Poisson counts: there theta has no finite value.
 */
export function fitNegativeBinomial(x: Matrix, counts: ArrayLike<number>, offset?: ArrayLike<number>): NegativeBinomialFit {
  const first = fitCounts(x, counts, offset);
  // The slope of the likelihood at no extra spread: only where it rises has theta a finite value.
  if (!(first.fitted.reduce((total, mu, i) => total + ((counts[i] ?? 0) - mu) ** 2 - (counts[i] ?? 0), 0) > 0)) throw notWider();
  let theta = startOf(counts, first);
  for (let round = 0; round < 500; round++) {
    const fit = fitCounts(x, counts, offset, { kind: "negative-binomial", theta });
    const next = bestTheta(counts, fit.fitted, theta);
    if (next > 1e9) throw notWider();
    const settled = Math.abs(next - theta) <= 1e-12 * next;
    if (settled || round === 499) return complete(x, fit, counts, theta);
    theta = next;
  }
  throw notWider();
}

function complete(x: Matrix, fit: CountFit, counts: ArrayLike<number>, theta: number): NegativeBinomialFit {
  const twiceLogLikelihood = 2 * fit.logLikelihood;
  const { information } = slopes(counts, fit.fitted, theta);
  return { ...fit, theta, thetaError: 1 / Math.sqrt(information), twiceLogLikelihood, aic: 2 * (x.columns - fit.dropped.length + 1) - twiceLogLikelihood };
}

/** Newton's steps on log theta, so that it stays above zero. */
function bestTheta(counts: ArrayLike<number>, mu: Float64Array, start: number): number {
  let theta = start;
  for (let step = 0; step < 100; step++) {
    const { score, information } = slopes(counts, mu, theta);
    const curve = information * theta * theta - score * theta;
    const move = curve > 0 ? (score * theta) / curve : Math.sign(score);
    theta *= Math.exp(Math.max(-2, Math.min(2, move)));
    if (theta > 1e9 || Math.abs(move) < 1e-13) break;
  }
  return theta;
}

function slopes(counts: ArrayLike<number>, mu: Float64Array, theta: number): { score: number; information: number } {
  let [score, information] = [0, 0];
  for (let i = 0; i < mu.length; i++) {
    const [y, m] = [counts[i] ?? 0, mu[i]!];
    const { slope, curve } = steps(y, theta);
    score += slope - Math.log1p(m / theta) + (m - y) / (m + theta);
    information += curve - m / (theta * (m + theta)) - (y - m) / (m + theta) ** 2;
  }
  return { score, information };
}

/** digamma(theta + y) - digamma(theta), and trigamma(theta) - trigamma(theta + y): as sums for all but large counts, since differences lose their digits when theta is large. */
function steps(y: number, theta: number): { slope: number; curve: number } {
  if (y > 1000) return { slope: digamma(theta + y) - digamma(theta), curve: trigamma(theta) - trigamma(theta + y) };
  let [slope, curve] = [0, 0];
  for (let j = 0; j < y; j++) {
    slope += 1 / (theta + j);
    curve += 1 / (theta + j) ** 2;
  }
  return { slope, curve };
}

function startOf(counts: ArrayLike<number>, { fitted }: CountFit): number {
  const spread = fitted.reduce((total, mu, i) => total + ((counts[i] ?? 0) / mu - 1) ** 2, 0);
  return Math.max(fitted.length / spread, 1e-3);
}

function notWider(): Unfit {
  return new Unfit("The counts spread no wider than chance alone would spread them, so a negative binomial model adds nothing. Use the Poisson or quasi-Poisson model.");
}
