import { leverages, type Qr } from "./householder-qr";
import { type Matrix, multiply, scaled, zeros } from "./matrix";
import { mean, sum } from "./sums";

/**
 * Sandwich covariances: bread (X'WX)^-1, filling from the rows' shares of the score.
 * `scores` are the residuals times weights of a linear fit, or `CountFit.scores`; the share of a row is its score times its row of X.
 */
export type Sandwich = { x: Matrix; bread: Matrix; scores: ArrayLike<number> };

/** White's covariance for uneven spread (HC0), Stata's n/(n-k) form (HC1), or the jackknife-like HC3 (MacKinnon and White 1985). */
export function unevenSpread(sandwich: Sandwich, kind: "HC0" | "HC1" | "HC3", qr: Qr): Matrix {
  const { x, scores } = sandwich;
  const hat = kind === "HC3" ? leverages(qr, x.rows) : undefined;
  const adjusted = Float64Array.from(scores, (score, i) => score / (1 - (hat?.[i] ?? 0)));
  const factor = kind === "HC1" ? x.rows / (x.rows - qr.rank) : 1;
  return scaled(filled(sandwich.bread, crossOf(shares(x, adjusted), 0)), factor);
}

/** Newey and West 1987: correlation up to `lag` periods, Bartlett weights. `adjusted` multiplies by n/(n-k), as Stata's `newey` does. */
export function neweyWest(sandwich: Sandwich, lag: number, rank: number, adjusted = true): Matrix {
  return correlated(sandwich, Array.from({ length: Math.max(0, lag) }, (_, l) => 1 - (l + 1) / (lag + 1)), rank, adjusted);
}

/** Andrews 1991: quadratic spectral weights, their reach from first-order autoregressions of the shares (the constant's set aside), n/(n-k). */
export function andrews(sandwich: Sandwich, rank: number, constant = 0): Matrix {
  const rows = shares(sandwich.x, sandwich.scores);
  let [above, below] = [0, 0];
  for (let j = 0; j < rows.columns; j++) {
    if (j === constant && rows.columns > 1) continue;
    const { rho, variance } = autoregressionOf(rows.values.subarray(j * rows.rows, (j + 1) * rows.rows));
    above += (4 * rho ** 2 * variance ** 2) / (1 - rho) ** 8;
    below += variance ** 2 / (1 - rho) ** 4;
  }
  const reach = 1.3221 * ((rows.rows * above) / below) ** 0.2;
  const weights = Array.from({ length: rows.rows - 1 }, (_, l) => {
    const turn = (1.2 * Math.PI * (l + 1)) / reach;
    return (3 / turn ** 2) * (Math.sin(turn) / turn - Math.cos(turn));
  });
  return correlated(sandwich, weights, rank, true);
}

/** x(t) = a + rho x(t-1) + chance, by least squares. */
function autoregressionOf(values: Float64Array): { rho: number; variance: number } {
  const [now, before] = [values.subarray(1), values.subarray(0, -1)];
  const [centre, earlier] = [mean(now), mean(before)];
  const rho = sum(now.map((value, t) => (value - centre) * (before[t]! - earlier))) / sum(before.map((value) => (value - earlier) ** 2));
  return { rho, variance: sum(now.map((value, t) => (value - centre - rho * (before[t]! - earlier)) ** 2)) / now.length };
}

/** The sandwich with products of rows up to as many places apart as there are weights. */
function correlated(sandwich: Sandwich, weights: readonly number[], rank: number, adjusted: boolean): Matrix {
  const rows = shares(sandwich.x, sandwich.scores);
  const filling = crossOf(rows, 0);
  weights.slice(0, rows.rows - 1).forEach((weight, l) => {
    const cross = crossOf(rows, l + 1);
    for (let a = 0; a < cross.rows; a++) {
      for (let b = 0; b < cross.rows; b++) {
        const place = b * cross.rows + a;
        filling.values[place] = filling.values[place]! + weight * (cross.values[place]! + cross.values[a * cross.rows + b]!);
      }
    }
  });
  const n = sandwich.x.rows;
  return scaled(filled(sandwich.bread, filling), adjusted ? n / (n - rank) : 1);
}

/** The lag that is taken when none is declared: floor(4 (n/100)^(2/9)) (Newey and West 1994). */
export function usualLag(n: number): number {
  return Math.max(1, Math.floor(4 * (n / 100) ** (2 / 9)));
}

/**
 * Liang and Zeger 1986: anything may be correlated within a cluster. Without a factor; multiply by G/(G-1) for the usual correction.
 * `clusters` gives each row's cluster as 0, 1, 2 ...
 */
export function clusterRobust(sandwich: Sandwich, clusters: ArrayLike<number>, count: number): Matrix {
  const { x, scores } = sandwich;
  const sums = zeros(count, x.columns);
  for (let j = 0; j < x.columns; j++) {
    for (let i = 0; i < x.rows; i++) {
      const place = j * count + (clusters[i] ?? 0);
      sums.values[place] = sums.values[place]! + x.values[j * x.rows + i]! * (scores[i] ?? 0);
    }
  }
  return filled(sandwich.bread, crossOf(sums, 0));
}

function shares(x: Matrix, scores: ArrayLike<number>): Matrix {
  return { ...x, values: x.values.map((value, place) => value * (scores[place % x.rows] ?? 0)) };
}

/** Rows' products with the rows `lag` places before them, summed. */
function crossOf(rows: Matrix, lag: number): Matrix {
  const cross = zeros(rows.columns, rows.columns);
  for (let a = 0; a < rows.columns; a++) {
    for (let b = 0; b < rows.columns; b++) {
      let total = 0;
      for (let i = lag; i < rows.rows; i++) total += rows.values[a * rows.rows + i]! * rows.values[b * rows.rows + i - lag]!;
      cross.values[b * rows.columns + a] = total;
    }
  }
  return cross;
}

function filled(bread: Matrix, filling: Matrix): Matrix {
  return multiply(multiply(bread, filling), bread);
}
