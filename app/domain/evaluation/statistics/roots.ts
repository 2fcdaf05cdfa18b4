/**
 * A zero of `f` between `low` and `high`, where its signs differ, to the last bits (Brent's method, Algorithms for Minimization without Derivatives, 1973, ch. 4).
 * Returns the end that is nearer to zero when the signs do not differ.
 */
export function zeroOf(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let [a, b, fa, fb] = [low, high, f(low), f(high)];
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let [c, fc, d, e] = [a, fa, b - a, b - a];
  for (let step = 0; step < 300; step++) {
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const enough = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= enough || fb === 0) return b;
    if (Math.abs(e) < enough || Math.abs(fa) <= Math.abs(fb)) [d, e] = [half, half];
    else {
      const s = fb / fa;
      let [p, q] = [2 * half * s, 1 - s];
      if (a !== c) {
        const [u, v] = [fa / fc, fb / fc];
        p = s * (2 * half * u * (u - v) - (b - a) * (v - 1));
        q = (u - 1) * (v - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (2 * p < Math.min(3 * half * q - Math.abs(enough * q), Math.abs(e * q))) [e, d] = [d, p / q];
      else [d, e] = [half, half];
    }
    [a, fa] = [b, fb];
    b += Math.abs(d) > enough ? d : Math.sign(half) * enough;
    fb = f(b);
    if (fb > 0 === fc > 0) [c, fc, d, e] = [a, fa, b - a, b - a];
  }
  return b;
}

/** Where `f` is least between `low` and `high`, for a function with one valley (golden section). */
export function valleyOf(f: (x: number) => number, low: number, high: number, tolerance = 1e-9): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [x, y] = [b - golden * (b - a), a + golden * (b - a)];
  let [fx, fy] = [f(x), f(y)];
  while (b - a > tolerance * (Math.abs(a) + Math.abs(b) + tolerance)) {
    if (fx < fy) [b, y, fy, x] = [y, x, fx, y - golden * (y - a)];
    else [a, x, fx, y] = [x, y, fy, x + golden * (b - x)];
    if (x === y || x > y) break;
    [fx, fy] = [f(x), f(y)];
  }
  return (a + b) / 2;
}
