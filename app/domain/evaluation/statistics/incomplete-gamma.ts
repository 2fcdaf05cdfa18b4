import lnGamma from "@stdlib/math-base-special-gammaln";

/*
 * The Poisson density and the incomplete gamma function, with their digits kept for large counts too: the density by Loader's saddle-point form
 * (2000, "Fast and accurate computation of binomial probabilities"), the tails by its series and its continued fraction (NIST DLMF 8.11.4, 8.9.2).
 */

/** What Stirling's formula leaves over: log n! - log(sqrt(2 pi n) (n/e)^n), for n above 0. */
export function stirlingError(n: number): number {
  if (n < 16) return lnGamma(n + 1) - (n + 0.5) * Math.log(n) + n - Math.log(2 * Math.PI) / 2;
  const square = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square) / square) / square) / n;
}

/** x log(x / mean) + mean - x without losing digits where the two are close. */
export function halfDeviance(x: number, mean: number): number {
  if (x === 0) return mean;
  const away = x - mean;
  if (Math.abs(away) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - away;
  const share = away / (x + mean);
  let total = away * share;
  let power = 2 * x * share;
  for (let j = 1; j < 1000; j++) {
    power *= share * share;
    const next = total + power / (2 * j + 1);
    if (next === total) break;
    total = next;
  }
  return total;
}

/** mean^x e^-mean / gamma(x + 1), for any x from 0. */
export function poissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x < 1e-12) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - halfDeviance(x, mean)) / Math.sqrt(2 * Math.PI * x);
}

/** P(a, x), the lower share of the gamma function, or Q(a, x) with `upper`; the smaller of the two is worked out itself. */
export function gammaShare(a: number, x: number, upper = false): number {
  if (x <= 0) return upper ? 1 : 0;
  if (x === Infinity) return upper ? 0 : 1;
  if (x < a + 1) return upper ? 1 - series(a, x) : series(a, x);
  return upper ? fraction(a, x) : 1 - fraction(a, x);
}

function series(a: number, x: number): number {
  let [total, term] = [1, 1];
  for (let k = 1; term > total * 1e-17; k++) {
    term *= x / (a + k);
    total += term;
  }
  return poissonDensity(a, x) * total;
}

/** Lentz's way of working out a continued fraction. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 100_000; k++) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return poissonDensity(a, x) * a * h;
}
