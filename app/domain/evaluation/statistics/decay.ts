import { type Estimate, estimateOf } from "./coefficients";
import { quadratic } from "./matrix";
import { type Curve, type CurveFit, fitCurve } from "./nonlinear";
import { checkFinite, foundOrNull, Unfit } from "./unfit";

/** How what was learned fades. `t` is the time since training in the unit of the waves (months). */
export type DecayShape = "exponential" | "power" | "asymptotic" | "logarithmic";

export type DecayCurve = { shape: DecayShape; formula: string; names: readonly string[]; value: Curve };

/** The four curves of retention research (Rubin and Wenzel 1996, Psychological Review 103:734). */
export const decayCurves: Record<DecayShape, DecayCurve> = {
  exponential: { shape: "exponential", formula: "a exp(-b t)", names: ["start", "rate"], value: ([a = 0, b = 0], t) => a * Math.exp(-b * t) },
  power: { shape: "power", formula: "a (t + 1)^(-b)", names: ["start", "rate"], value: ([a = 0, b = 0], t) => a * (t + 1) ** -b },
  asymptotic: { shape: "asymptotic", formula: "c + (a - c) exp(-b t)", names: ["start", "rate", "floor"], value: ([a = 0, b = 0, c = 0], t) => c + (a - c) * Math.exp(-b * t) },
  logarithmic: { shape: "logarithmic", formula: "a - b log(t + 1)", names: ["start", "rate"], value: ([a = 0, b = 0], t) => a - b * Math.log1p(t) },
};

export type DecayFit = CurveFit & {
  shape: DecayShape;
  estimates: Estimate[];
  /** Akaike's criterion corrected for small n: the smaller, the better; Infinity when there are too few points. */
  aicc: number;
  rSquared: number;
  /** Time until half of the start is left (exponential and power), or half of what can be lost (asymptotic); null when it never comes. */
  halfLife: number | null;
  /** The curve's value and its interval at a time. */
  at: (t: number) => { value: number; low: number; high: number };
};

/** Fits one curve to the means of waves; `weights` are inverse variances (n over the squared standard deviation), equal unless said. */
export function fitDecay(shape: DecayShape, times: readonly number[], values: readonly number[], { weights, level = 0.95 }: { weights?: readonly number[]; level?: number } = {}): DecayFit {
  checkFinite(times, "the time");
  if (times.some((t) => t < 0)) throw new Unfit("A wave lies before the training. Curves of decay start when the training ends.", times.findIndex((t) => t < 0));
  const { value, names } = decayCurves[shape];
  if (new Set(times).size < Math.max(3, names.length)) throw new Unfit("A curve of decay needs at least three waves at different times after the training.");
  const fit = best(value, times, values, startsOf(shape, times, values), weights);
  const n = times.length;
  const k = names.length + 1;
  const centre = values.reduce((total, one) => total + one, 0) / n;
  const total = values.reduce((sum, one, i) => sum + (weights?.[i] ?? 1) * (one - centre) ** 2, 0);
  const df = fit.degreesOfFreedom > 0 ? fit.degreesOfFreedom : 1;
  return {
    ...fit,
    shape,
    estimates: names.map((name, j) => estimateOf(name, fit.parameters[j]!, fit.errors[j]!, df, level)),
    aicc: n - k - 1 > 0 ? n * Math.log(fit.residualSquares / n) + 2 * k + (2 * k * (k + 1)) / (n - k - 1) : Infinity,
    rSquared: total > 0 ? 1 - fit.residualSquares / total : 0,
    halfLife: halfLifeOf(shape, fit.parameters),
    at: (t) => {
      const gradient = fit.parameters.map((parameter, j) => {
        const width = 1e-5 * (Math.abs(parameter) || 1e-3);
        const moved = (by: number) => fit.parameters.map((other, i) => (i === j ? other + by : other));
        return (value(moved(width), t) - value(moved(-width), t)) / (2 * width);
      });
      const { estimate, low, high } = estimateOf("", value(fit.parameters, t), Math.sqrt(Math.max(0, quadratic(fit.covariance, gradient))), df, level);
      return { value: estimate, low, high };
    },
  };
}

/** All curves that the points allow, the best by `aicc` first (by what is left over when no curve has an `aicc`). */
export function compareDecay(times: readonly number[], values: readonly number[], options: { weights?: readonly number[]; level?: number } = {}): DecayFit[] {
  const fits = (Object.keys(decayCurves) as DecayShape[]).flatMap((shape) => foundOrNull(() => fitDecay(shape, times, values, options)) ?? []);
  if (fits.length === 0) throw new Unfit("No curve of decay fits these points. Bring at least three waves after the training.");
  return fits.sort((a, b) => (a.aicc === b.aicc ? a.residualSquares - b.residualSquares : a.aicc - b.aicc));
}

/** All starts of one curve together; points that fade take about a third of it at most. */
const mostSteps = 2000;

function best(curve: Curve, times: readonly number[], values: readonly number[], starts: readonly number[][], weights: readonly number[] | undefined): CurveFit {
  const steps = { left: mostSteps };
  const fits = starts.flatMap((start) => foundOrNull(() => fitCurve(curve, times, values, start, weights, steps)) ?? []);
  const first = fits.sort((a, b) => a.residualSquares - b.residualSquares)[0];
  if (!first) throw new Unfit("The curve could not be fitted to these points. Choose another curve or bring more waves.");
  return first;
}

function startsOf(shape: DecayShape, times: readonly number[], values: readonly number[]): number[][] {
  const places = times.map((_, i) => i).sort((a, b) => times[a]! - times[b]!);
  const [first, last] = [values[places[0]!]!, values[places.at(-1)!]!];
  const span = Math.max(times[places.at(-1)!]! - times[places[0]!]!, 1e-9);
  if (shape === "asymptotic") return [0.3, 1, 3, 10].flatMap((speed) => [[first, speed / span, last], [first, speed / span, last - (first - last) / 2]]);
  if (shape === "logarithmic") return [[first, (first - last) / Math.log1p(span)]];
  const fall = first !== 0 && last / first > 0 ? Math.log(first / last) : 0.5;
  return shape === "power" ? [[first, fall / Math.log1p(span)], [first, 0.1]] : [[first, fall / span], [first, 0.1 / span]];
}

function halfLifeOf(shape: DecayShape, [a = 0, b = 0]: readonly number[]): number | null {
  if (b <= 0) return null;
  if (shape === "power") return 2 ** (1 / b) - 1;
  if (shape === "logarithmic") return a > 0 ? Math.expm1(a / 2 / b) : null;
  return Math.LN2 / b;
}
