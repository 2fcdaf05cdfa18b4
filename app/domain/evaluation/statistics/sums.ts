/** A sum with the rounding errors carried along (Neumaier 1974). */
export function sum(values: ArrayLike<number>): number {
  let [total, lost] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? 0;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The arithmetic mean, corrected by the mean of what is left over. */
export function mean(values: ArrayLike<number>): number {
  const first = sum(values) / values.length;
  return first + sum(Float64Array.from(values, (value) => value - first)) / values.length;
}

/** The sum of squared distances from the mean. */
export function squaredDistances(values: ArrayLike<number>): number {
  const centre = mean(values);
  const away = Float64Array.from(values, (value) => value - centre);
  return sum(away.map((distance) => distance * distance)) - sum(away) ** 2 / values.length;
}

/** The variance with n - 1. */
export function variance(values: ArrayLike<number>): number {
  return squaredDistances(values) / (values.length - 1);
}

/** The standard deviation with n - 1. */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values));
}

/** The middle value, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? NaN) : ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}

/** The dot product in twice the working precision (Ogita, Rump, Oishi 2005, Dot2), added to `start`. */
export function preciseDot(x: ArrayLike<number>, y: ArrayLike<number>, length: number, start = 0, xFrom = 0): number {
  let [high, low] = [start, 0];
  for (let i = 0; i < length; i++) {
    const [a, b] = [x[xFrom + i] ?? 0, y[i] ?? 0];
    const product = a * b;
    const [a1, b1] = [upperHalf(a), upperHalf(b)];
    const [a2, b2] = [a - a1, b - b1];
    const productLost = a2 * b2 - (product - a1 * b1 - a2 * b1 - a1 * b2);
    const next = high + product;
    const shift = next - high;
    low += high - (next - shift) + (product - shift) + productLost;
    high = next;
  }
  return high + low;
}

/** The leading half of the digits (Veltkamp). */
function upperHalf(value: number): number {
  const shifted = 134217729 * value;
  return shifted - (shifted - value);
}
