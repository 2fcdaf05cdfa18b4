import { householder, applyTransposed, backSolve, inverseOfCross } from "./householder-qr";
import { diagonalRoots, type Matrix, scaled, zeros } from "./matrix";
import { sum } from "./sums";
import { checkFinite, Unfit } from "./unfit";

/** A curve: its value at x under the parameters. */
export type Curve = (parameters: readonly number[], x: number) => number;

export type CurveFit = { parameters: number[]; errors: number[]; covariance: Matrix; residualSquares: number; sigma: number; degreesOfFreedom: number; fitted: number[]; iterations: number };

/**
 * Nonlinear least squares by Levenberg's and Marquardt's method with Nielsen's damping (Madsen, Nielsen, Tingleff 2004), each step by QR,
 * derivatives by extrapolated central differences. `weights` are inverse variances; `steps` is counted down and ends the search, so that several
 * starts can share one bound.
 */
export function fitCurve(curve: Curve, x: readonly number[], y: readonly number[], start: readonly number[], weights?: readonly number[], steps = { left: 6000 }): CurveFit {
  checkFinite(x, "the time");
  checkFinite(y, "the value");
  if (x.length < start.length) throw new Unfit(`The curve has ${start.length} parameters and there are only ${x.length} points. Bring more waves or choose a simpler curve.`);
  const roots = (weights ?? y.map(() => 1)).map(Math.sqrt);
  const ends = [1e-3, 1, 1000].flatMap((damping) => descended(curve, x, y, roots, start, damping, steps) ?? []).sort((a, b) => a.squares - b.squares);
  if (!ends[0]) throw new Unfit(notToldApart);
  const first = ends.find(({ b }) => householder(slopesOf(curve, b, x, roots)).rank === start.length) ?? ends[0];
  return described(curve, first.b, x, y, roots, first.iterations);
}

const notToldApart = "These points do not tell the curve's parameters apart. Choose a simpler curve or bring more waves.";

/** So many steps in which the misfit falls by less than `leastGain` of itself while a parameter moves by `drift` of itself: nothing holds the curve in place. */
const [window, leastGain, drift] = [25, 1e-5, 0.05];

/** Goes downhill from a start, first with short steps (much damping) or long ones. Null when the parameters run away and the curve fits no better for it, and when no steps are left. */
function descended(curve: Curve, x: readonly number[], y: readonly number[], roots: readonly number[], start: readonly number[], firstDamping: number, steps: { left: number }) {
  const misfits = (b: readonly number[]) => Float64Array.from(y, (value, i) => roots[i]! * (value - curve(b, x[i]!)));
  let b = [...start];
  let rest = misfits(b);
  let squares = squaresOf(rest);
  let [damping, growth] = [firstDamping, 2];
  let scales = new Float64Array(start.length);
  let iterations = 0;
  let seen = { b, squares: Infinity };
  for (; iterations < 2000; iterations++) {
    if (--steps.left < 0) return null;
    if (iterations % window === 0) {
      if (squares > seen.squares * (1 - leastGain) && b.some((value, j) => Math.abs(value - seen.b[j]!) > drift * Math.abs(value))) return null;
      seen = { b, squares };
    }
    const slopes = slopesOf(curve, b, x, roots);
    scales = scales.map((scale, j) => Math.max(scale, columnLength(slopes, j), 1e-300));
    const step = dampedStep(slopes, rest, scales, damping);
    const tried = b.map((value, j) => value + step[j]!);
    const next = misfits(tried);
    const gained = squares - squaresOf(next);
    const small = step.every((move, j) => Math.abs(move) <= 1e-14 * (Math.abs(b[j]!) + 1e-14));
    if (gained >= 0) {
      const promised = squares - squaresOf(linearRest(slopes, rest, step));
      const settled = small || (damping < 1e-12 && step.every((move, j) => Math.abs(move) <= 1e-12 * Math.abs(b[j]!)));
      [b, rest, squares] = [tried, next, squares - gained];
      damping *= Math.max(1 / 10, 1 - ((2 * gained) / Math.max(promised, 1e-300) - 1) ** 3);
      growth = 2;
      if (settled || squares === 0) break;
    } else {
      if (small || damping > 1e100) break;
      damping *= growth;
      growth *= 2;
    }
  }
  return { b, squares, iterations };
}

function described(curve: Curve, b: number[], x: readonly number[], y: readonly number[], roots: readonly number[], iterations: number): CurveFit {
  const fitted = x.map((value) => curve(b, value));
  if (!fitted.every(Number.isFinite)) throw new Unfit("The curve could not be fitted to these points. Choose another curve.");
  const residualSquares = sum(fitted.map((value, i) => (roots[i]! * (y[i]! - value)) ** 2));
  const degreesOfFreedom = x.length - b.length;
  const sigma = degreesOfFreedom > 0 ? Math.sqrt(residualSquares / degreesOfFreedom) : 0;
  const qr = householder(slopesOf(curve, b, x, roots));
  if (qr.rank < b.length) throw new Unfit(notToldApart);
  const covariance = scaled(inverseOfCross(qr, b.length), sigma * sigma);
  return { parameters: b, errors: [...diagonalRoots(covariance)], covariance, residualSquares, sigma, degreesOfFreedom, fitted, iterations };
}

/** Minimizes |slopes step - rest|^2 + damping |scales step|^2 by QR of the two stacked. */
function dampedStep(slopes: Matrix, rest: Float64Array, scales: Float64Array, damping: number): Float64Array {
  const [n, k] = [slopes.rows, slopes.columns];
  const stacked = zeros(n + k, k);
  for (let j = 0; j < k; j++) {
    for (let i = 0; i < n; i++) stacked.values[j * (n + k) + i] = slopes.values[j * n + i]! / scales[j]!;
    stacked.values[j * (n + k) + n + j] = Math.sqrt(damping);
  }
  const target = new Float64Array(n + k);
  target.set(rest);
  const qr = householder(stacked);
  applyTransposed(qr, target);
  backSolve(qr, target);
  const step = new Float64Array(k);
  for (let place = 0; place < qr.rank; place++) step[qr.order[place]!] = target[place]! / scales[qr.order[place]!]!;
  return step;
}

/** The derivatives of the curve: central differences at two widths, extrapolated (Richardson). */
function slopesOf(curve: Curve, b: readonly number[], x: readonly number[], roots: readonly number[]): Matrix {
  const slopes = zeros(x.length, b.length);
  b.forEach((value, j) => {
    const width = 1e-3 * (Math.abs(value) || 1e-3);
    const moved = (by: number) => b.map((other, k) => (k === j ? other + by : other));
    const sides = [width, width / 2, width / 4].map((by) => [moved(by), moved(-by), by] as const);
    x.forEach((place, i) => {
      const [wide = 0, middle = 0, narrow = 0] = sides.map(([up, down, by]) => (curve(up, place) - curve(down, place)) / (2 * by));
      const [first, second] = [(4 * middle - wide) / 3, (4 * narrow - middle) / 3];
      const slope = roots[i]! * ((16 * second - first) / 15);
      slopes.values[j * x.length + i] = Number.isFinite(slope) ? slope : 0;
    });
  });
  return slopes;
}

function linearRest(slopes: Matrix, rest: Float64Array, step: Float64Array): Float64Array {
  return rest.map((value, i) => step.reduce((left, move, j) => left - slopes.values[j * slopes.rows + i]! * move, value));
}

function squaresOf(rest: Float64Array): number {
  return rest.reduce((total, value) => total + value * value, 0);
}

function columnLength(slopes: Matrix, j: number): number {
  return Math.sqrt(squaresOf(slopes.values.subarray(j * slopes.rows, (j + 1) * slopes.rows)));
}
