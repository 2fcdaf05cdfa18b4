import { applyTransposed, apply, backSolve, forwardSolve, householder, inverseOfCross, type Qr } from "./householder-qr";
import { columnOf, type Matrix, scaled, times } from "./matrix";
import { mean, preciseDot, sum } from "./sums";
import { Unfit } from "./unfit";

/** A weighted least squares fit. `dropped` are columns that the others already say; their coefficients are 0. */
export type LinearFit = {
  coefficients: Float64Array;
  /** (X'WX)^-1: times `sigma` squared it is the covariance. */
  unscaled: Matrix;
  residuals: Float64Array;
  fitted: Float64Array;
  /** The factors of the (weighted) design, for leverages. */
  qr: Qr;
  residualSquares: number;
  degreesOfFreedom: number;
  /** The residual standard deviation; 0 where no degree of freedom is left. */
  sigma: number;
  dropped: number[];
};

/** Least squares by QR. `weights` are inverse variances; a row with weight 0 is left out. */
export function leastSquares(x: Matrix, y: ArrayLike<number>, weights?: ArrayLike<number>): LinearFit {
  const rows = x.rows;
  const roots = weights && Float64Array.from(weights, (weight) => Math.sqrt(weight));
  const design = roots ? weighted(x, roots) : x;
  const target = Float64Array.from(y, (value, i) => value * (roots?.[i] ?? 1));
  const qr = householder(design);
  const solved = refined(qr, design, target);
  const coefficients = inOwnOrder(qr, solved.coefficients, x.columns);
  const fitted = times(x, coefficients);
  const used = roots ? roots.reduce((count, root) => count + (root > 0 ? 1 : 0), 0) : rows;
  const residualSquares = sum(solved.residuals.map((value) => value * value));
  const degreesOfFreedom = used - qr.rank;
  return {
    coefficients,
    unscaled: inverseOfCross(qr, x.columns),
    residuals: roots ? Float64Array.from(y, (value, i) => value - fitted[i]!) : solved.residuals,
    fitted,
    qr,
    residualSquares,
    degreesOfFreedom,
    sigma: degreesOfFreedom > 0 ? Math.sqrt(residualSquares / degreesOfFreedom) : 0,
    dropped: qr.order.slice(qr.rank).sort((a, b) => a - b),
  };
}

/** The covariance of the coefficients under equal, independent errors. */
export function covarianceOf(fit: LinearFit): Matrix {
  return scaled(fit.unscaled, fit.sigma * fit.sigma);
}

/** How much of the spread a fit with a constant explains: R squared, adjusted R squared and the F statistic against the constant alone. */
export function explained(fit: LinearFit, y: ArrayLike<number>): { rSquared: number; adjusted: number; f: number; df1: number; df2: number } {
  const centre = mean(y);
  const total = sum(Float64Array.from(y, (value) => (value - centre) ** 2));
  const df1 = y.length - 1 - fit.degreesOfFreedom;
  const rSquared = 1 - fit.residualSquares / total;
  return {
    rSquared,
    adjusted: 1 - (fit.residualSquares / fit.degreesOfFreedom) / (total / (y.length - 1)),
    f: (total - fit.residualSquares) / df1 / (fit.residualSquares / fit.degreesOfFreedom),
    df1,
    df2: fit.degreesOfFreedom,
  };
}

/** Refuses a model in which a column repeats what others say, naming it. */
export function checkAllTold({ dropped }: { dropped: readonly number[] }, names: readonly string[]): void {
  if (dropped.length === 0) return;
  const which = dropped.map((column) => names[column] ?? `column ${column + 1}`).join(", ");
  throw new Unfit(`These data cannot tell ${which} apart from the rest of the model. There are too few periods, or something does not vary. Choose a simpler model or bring more data.`);
}

/**
 * The solution, bettered by steps on the augmented system (Björck 1967) with residuals in twice the precision:
 * ill-conditioned polynomials keep the digits that the data hold.
 */
function refined(qr: Qr, x: Matrix, y: Float64Array): { coefficients: Float64Array; residuals: Float64Array } {
  const { rows } = x;
  const coefficients = new Float64Array(qr.rank);
  const residuals = new Float64Array(rows);
  const kept = qr.order.slice(0, qr.rank);
  for (let step = 0; step < 3; step++) {
    const f = step === 0 ? y.slice() : misfit(x, kept, coefficients, residuals, y);
    const g = Float64Array.from(kept, (j) => (step === 0 ? 0 : -preciseDot(x.values, residuals, rows, 0, j * rows)));
    forwardSolve(qr, g);
    applyTransposed(qr, f);
    const change = f.slice(0, qr.rank);
    for (let k = 0; k < qr.rank; k++) {
      change[k] = change[k]! - g[k]!;
      f[k] = g[k]!;
    }
    apply(qr, f);
    backSolve(qr, change);
    for (let i = 0; i < rows; i++) residuals[i] = residuals[i]! + f[i]!;
    for (let k = 0; k < qr.rank; k++) coefficients[k] = coefficients[k]! + change[k]!;
  }
  return { coefficients, residuals };
}

function misfit(x: Matrix, kept: readonly number[], coefficients: Float64Array, residuals: Float64Array, y: Float64Array): Float64Array {
  const row = new Float64Array(kept.length);
  const minus = coefficients.map((value) => -value);
  return y.map((value, i) => {
    kept.forEach((j, k) => (row[k] = x.values[j * x.rows + i]!));
    return preciseDot([...row, residuals[i]!], [...minus, -1], kept.length + 1, value);
  });
}

function weighted(x: Matrix, roots: Float64Array): Matrix {
  const design = { ...x, values: x.values.slice() };
  for (let j = 0; j < x.columns; j++) {
    const column = columnOf(design, j);
    for (let i = 0; i < x.rows; i++) column[i] = column[i]! * roots[i]!;
  }
  return design;
}

function inOwnOrder(qr: Qr, solved: Float64Array, columns: number): Float64Array {
  const coefficients = new Float64Array(columns);
  for (let k = 0; k < qr.rank; k++) coefficients[qr.order[k]!] = solved[k]!;
  return coefficients;
}
