import { columnOf, type Matrix, zeros } from "./matrix";

/**
 * X P = Q R by Householder reflections. A column that says nothing beyond those before it is moved behind the others (`rank` counts those that stay),
 * as in LINPACK's dqrdc2. `order[k]` is the column of X that stands in place k.
 */
export type Qr = { reflectors: Matrix; diagonal: Float64Array; scales: Float64Array; order: number[]; rank: number };

/** The share of a column's length that must be left over for the column to count as one of its own. */
const tolerance = 1e-11;

/** Takes the matrix apart. The matrix itself is not touched. */
export function householder(x: Matrix): Qr {
  const { rows, columns } = x;
  const work = { ...x, values: x.values.slice() };
  const order = Array.from({ length: columns }, (_, j) => j);
  const lengths = Float64Array.from(order, (j) => norm(columnOf(x, j), 0));
  const diagonal = new Float64Array(columns);
  const scales = new Float64Array(columns);
  let rank = 0;
  let left = columns;
  while (rank < left && rank < rows) {
    const column = columnOf(work, rank);
    const length = norm(column, rank);
    const whole = lengths[order[rank]!]!;
    if (!(length > tolerance * whole) || whole === 0) {
      moveBehind(work, order, rank, --left);
      continue;
    }
    const pivot = column[rank]! > 0 ? -length : length;
    column[rank] = column[rank]! - pivot;
    diagonal[rank] = pivot;
    scales[rank] = 1 / (-pivot * column[rank]!);
    for (let j = rank + 1; j < left; j++) reflect(column, scales[rank]!, columnOf(work, j), rank);
    rank++;
  }
  return { reflectors: work, diagonal, scales, order, rank };
}

/** Q' y, in place. */
export function applyTransposed(qr: Qr, y: Float64Array): void {
  for (let k = 0; k < qr.rank; k++) reflect(columnOf(qr.reflectors, k), qr.scales[k]!, y, k);
}

/** Q y, in place. */
export function apply(qr: Qr, y: Float64Array): void {
  for (let k = qr.rank - 1; k >= 0; k--) reflect(columnOf(qr.reflectors, k), qr.scales[k]!, y, k);
}

/** Solves R b = c for the first `rank` values of c, in place. */
export function backSolve(qr: Qr, c: Float64Array): void {
  for (let k = qr.rank - 1; k >= 0; k--) {
    c[k] = c[k]! / qr.diagonal[k]!;
    const column = columnOf(qr.reflectors, k);
    for (let i = 0; i < k; i++) c[i] = c[i]! - c[k]! * column[i]!;
  }
}

/** Solves R' b = c for the first `rank` values of c, in place. */
export function forwardSolve(qr: Qr, c: Float64Array): void {
  for (let k = 0; k < qr.rank; k++) {
    const column = columnOf(qr.reflectors, k);
    let value = c[k]!;
    for (let i = 0; i < k; i++) value -= column[i]! * c[i]!;
    c[k] = value / qr.diagonal[k]!;
  }
}

/** (X'X)^-1 in the columns' own order; rows and columns of what was moved behind stay 0. */
export function inverseOfCross(qr: Qr, columns: number): Matrix {
  const inverse = zeros(qr.rank, qr.rank);
  for (let k = 0; k < qr.rank; k++) {
    const unit = new Float64Array(qr.rank);
    unit[k] = 1;
    backSolve(qr, unit);
    inverse.values.set(unit, k * qr.rank);
  }
  const cross = zeros(columns, columns);
  for (let a = 0; a < qr.rank; a++) {
    for (let b = a; b < qr.rank; b++) {
      let total = 0;
      for (let k = b; k < qr.rank; k++) total += inverse.values[k * qr.rank + a]! * inverse.values[k * qr.rank + b]!;
      const [i, j] = [qr.order[a]!, qr.order[b]!];
      cross.values[j * columns + i] = total;
      cross.values[i * columns + j] = total;
    }
  }
  return cross;
}

/** The leverage of each row: the diagonal of the hat matrix. */
export function leverages(qr: Qr, rows: number): Float64Array {
  const hat = new Float64Array(rows);
  for (let k = 0; k < qr.rank; k++) {
    const unit = new Float64Array(rows);
    unit[k] = 1;
    apply(qr, unit);
    for (let i = 0; i < rows; i++) hat[i] = hat[i]! + unit[i]! * unit[i]!;
  }
  return hat;
}

function reflect(v: Float64Array, scale: number, y: Float64Array, from: number): void {
  let dot = 0;
  for (let i = from; i < v.length; i++) dot += v[i]! * y[i]!;
  const factor = dot * scale;
  if (factor === 0) return;
  for (let i = from; i < v.length; i++) y[i] = y[i]! - factor * v[i]!;
}

function moveBehind(work: Matrix, order: number[], from: number, last: number): void {
  const kept = columnOf(work, from).slice();
  const name = order[from]!;
  for (let j = from; j < last; j++) {
    columnOf(work, j).set(columnOf(work, j + 1));
    order[j] = order[j + 1]!;
  }
  columnOf(work, last).set(kept);
  order[last] = name;
}

/** The length of what is below `from`, scaled so that it neither overflows nor vanishes. */
function norm(column: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < column.length; i++) largest = Math.max(largest, Math.abs(column[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let total = 0;
  for (let i = from; i < column.length; i++) total += (column[i]! / largest) ** 2;
  return largest * Math.sqrt(total);
}
