/** A matrix by columns: the value of row i in column j stands at `values[j * rows + i]`. */
export type Matrix = { rows: number; columns: number; values: Float64Array };

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** A matrix from its columns, which are of one length. */
export function fromColumns(columns: readonly ArrayLike<number>[]): Matrix {
  const rows = columns[0]?.length ?? 0;
  const matrix = zeros(rows, columns.length);
  columns.forEach((column, j) => matrix.values.set(column, j * rows));
  return matrix;
}

/** The value in row i and column j. */
export function at(matrix: Matrix, i: number, j: number): number {
  return matrix.values[j * matrix.rows + i] ?? NaN;
}

/** One column, as a view on the same memory. */
export function columnOf(matrix: Matrix, j: number): Float64Array {
  return matrix.values.subarray(j * matrix.rows, (j + 1) * matrix.rows);
}

/** M v. */
export function times(matrix: Matrix, vector: ArrayLike<number>): Float64Array {
  const product = new Float64Array(matrix.rows);
  for (let j = 0; j < matrix.columns; j++) {
    const weight = vector[j] ?? 0;
    if (weight === 0) continue;
    const from = j * matrix.rows;
    for (let i = 0; i < matrix.rows; i++) product[i] = product[i]! + weight * matrix.values[from + i]!;
  }
  return product;
}

/** A B. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  const product = zeros(left.rows, right.columns);
  for (let j = 0; j < right.columns; j++) product.values.set(times(left, columnOf(right, j)), j * left.rows);
  return product;
}

/** v' M v: the variance of the combination v of estimates with covariance M. */
export function quadratic(matrix: Matrix, vector: ArrayLike<number>): number {
  const product = times(matrix, vector);
  let total = 0;
  for (let i = 0; i < product.length; i++) total += (vector[i] ?? 0) * product[i]!;
  return total;
}

/** M with every value multiplied. */
export function scaled(matrix: Matrix, factor: number): Matrix {
  return { ...matrix, values: matrix.values.map((value) => value * factor) };
}

/** The square roots of the diagonal: standard errors from a covariance. */
export function diagonalRoots(matrix: Matrix): Float64Array {
  return Float64Array.from({ length: matrix.columns }, (_, j) => Math.sqrt(at(matrix, j, j)));
}
