import { normalQuantile, normalUpper, tQuantile } from "./distributions";
import { noncentralT } from "./noncentral-t";
import { zeroOf } from "./roots";
import { Unfit } from "./unfit";

/** The chance to find what is there. `n` is per group, or the number of pairs. All are two-sided at `alpha`, 0.05 unless said. */
export type Means = { n: number; difference: number; deviation: number; alpha?: number; design: "two-groups" | "paired" };

/** Power of a t test by the non-central t (Cohen 1988); the far tail is left out, as is usual, unless `strict`. */
export function powerOfMeans({ n, difference, deviation, alpha = 0.05, design }: Means, strict = false): number {
  if (!(deviation > 0)) throw new Unfit("The standard deviation must be above zero.");
  checkAlpha(alpha);
  if (!(n >= 2)) throw new Unfit(`It takes at least two ${design === "paired" ? "pairs" : "people in each group"} to see any spread.`);
  const df = design === "paired" ? n - 1 : 2 * (n - 1);
  const noncentrality = (Math.sqrt(n / (design === "paired" ? 1 : 2)) * Math.abs(difference)) / deviation;
  const limit = tQuantile(1 - alpha / 2, df);
  return noncentralT(limit, df, noncentrality) + (strict ? noncentralT(-limit, df, noncentrality, true) : 0);
}

/** People per group (or pairs) for the wanted power; take the next whole number. */
export function sizeForMeans(power: number, rest: Omit<Means, "n">): number {
  checkPower(power);
  return solved((n) => powerOfMeans({ ...rest, n }) - power);
}

export type Shares = { n: number; first: number; second: number; alpha?: number };

/** Power to tell two shares apart, `n` in each group (Fleiss, Levin, Paik 2003, 4.2, without continuity correction). */
export function powerOfShares({ n, first, second, alpha = 0.05 }: Shares): number {
  if (![first, second].every((share) => share > 0 && share < 1)) throw new Unfit("Both shares must lie between 0 and 1.");
  checkAlpha(alpha);
  if (!(n >= 1)) throw new Unfit("It takes at least one person in each group.");
  const common = first + second;
  const z = normalQuantile(1 - alpha / 2);
  return normalUpper((z * Math.sqrt(common * (1 - common / 2)) - Math.sqrt(n) * Math.abs(first - second)) / Math.sqrt(first * (1 - first) + second * (1 - second)));
}

export function sizeForShares(power: number, rest: Omit<Shares, "n">): number {
  checkPower(power);
  return solved((n) => powerOfShares({ ...rest, n }) - power);
}

export type Rates = { /** Events a unit of exposure before. */ rate: number; ratio: number; exposureBefore: number; exposureAfter: number; /** Variance over mean; 1 for Poisson counts. */ dispersion?: number; alpha?: number };

/** Power to find a rate ratio, by the Wald test on its logarithm with the errors under the ratio looked for. */
export function powerOfRates({ rate, ratio, exposureBefore, exposureAfter, dispersion = 1, alpha = 0.05 }: Rates): number {
  if (!(rate > 0 && ratio > 0 && exposureBefore > 0 && exposureAfter > 0)) throw new Unfit("Rate, ratio and exposures must be above zero.");
  if (!(dispersion > 0)) throw new Unfit("The spread (variance over mean) must be above zero.");
  checkAlpha(alpha);
  const error = Math.sqrt(dispersion * (1 / (rate * exposureBefore) + 1 / (rate * ratio * exposureAfter)));
  return normalUpper(normalQuantile(1 - alpha / 2) - Math.abs(Math.log(ratio)) / error);
}

export type Wedge = { /** Units that switch at each step. */ unitsPerStep: number; steps: number; /** People or events measured in each unit and period. */ perCell: number; difference: number; /** Total standard deviation of one measurement. */ deviation: number; /** Correlation of measurements within a unit. */ icc: number; alpha?: number };

/** Power of a stepped wedge with one period before the first step and one after each (Hussey and Hughes 2007). */
export function powerOfWedge({ unitsPerStep, steps, perCell, difference, deviation, icc, alpha = 0.05 }: Wedge): number {
  if (!(steps >= 2 && unitsPerStep >= 1 && perCell >= 1 && deviation > 0 && icc >= 0 && icc < 1)) throw new Unfit("A stepped wedge needs at least two steps, a unit for each, and a correlation between 0 and 1.");
  checkAlpha(alpha);
  const [units, periods] = [unitsPerStep * steps, steps + 1];
  const cell = (deviation ** 2 * (1 - icc)) / perCell;
  const between = deviation ** 2 * icc;
  const on = (unit: number, period: number) => (period > Math.floor(unit / unitsPerStep) ? 1 : 0);
  const rows = Array.from({ length: units }, (_, i) => Array.from({ length: periods }, (_p, t) => on(i, t)));
  const u = rows.flat().reduce((total: number, one) => total + one, 0);
  const v = rows.reduce((total, row) => total + row.reduce((sum: number, one) => sum + one, 0) ** 2, 0);
  const w = Array.from({ length: periods }, (_, t) => rows.reduce((sum, row) => sum + row[t]!, 0) ** 2).reduce((total, one) => total + one, 0);
  const variance = (units * cell * (cell + periods * between)) / ((units * u - w) * cell + (u * u + units * periods * u - periods * w - units * v) * between);
  return normalUpper(normalQuantile(1 - alpha / 2) - Math.abs(difference) / Math.sqrt(variance));
}

function solved(missing: (n: number) => number): number {
  let high = 4;
  while (missing(high) < 0) {
    high *= 2;
    if (high > 1e9) throw new Unfit("No sample is large enough: the difference looked for is nothing.");
  }
  return zeroOf(missing, 2, high, 1e-9);
}

function checkAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new Unfit("The level of the test must lie between 0 and 1, for example 0.05.");
}

function checkPower(power: number): void {
  if (!(power > 0 && power < 1)) throw new Unfit("The wanted power must lie between 0 and 1, for example 0.8.");
}
