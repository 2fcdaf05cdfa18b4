import { describe, expect, test } from "vitest";
import { autocorrelations } from "./autocorrelation";
import { diagonalRoots, fromColumns } from "./matrix";
import { covarianceOf, explained, leastSquares } from "./least-squares";
import { mean, standardDeviation } from "./sums";
import { digits, nistCertified, nistTable, numbersOf } from "./test-reference";

type Linear = { model: string; params: Record<string, { est: string; sd: string }>; residual_sd: string; r2: string; F: string };

/** Digits that R reaches on the same sets; ours are at least as many. */
const digitsOfR: Record<string, number> = { Norris: 12.5, Pontius: 12.7, NoInt1: 14.7, NoInt2: 14.7, Longley: 13, Filip: 7.2, Wampler1: 9.8, Wampler2: 13.6, Wampler3: 9.3, Wampler4: 7.5, Wampler5: 5.5 };

describe("linear regression keeps the digits that NIST certifies", () => {
  test.each(Object.entries(nistCertified<Linear>("linear")))("%s", (name, certified) => {
    const rows = nistTable(name);
    const y = numbersOf(rows, "y");
    const fit = leastSquares(fromColumns(columnsOf(certified, rows)), y);
    expect(fit.dropped).toEqual([]);
    const errors = diagonalRoots(covarianceOf(fit));
    Object.values(certified.params).forEach(({ est, sd }, j) => {
      expect(digits(fit.coefficients[j]!, Number(est)), `B${j} of ${name}`).toBeGreaterThan(Math.min(digitsOfR[name] ?? 9, 13));
      if (Number(sd) > 0) expect(digits(errors[j]!, Number(sd)), `its error, ${name}`).toBeGreaterThan(name === "Filip" ? 7 : 10);
    });
    if (Number(certified.residual_sd) > 0) expect(digits(fit.sigma, Number(certified.residual_sd))).toBeGreaterThan(name === "Filip" ? 8 : 12);
    if (!name.startsWith("NoInt") && Number.isFinite(Number(certified.F)) && Number(certified.residual_sd) > 0) {
      const { rSquared, f } = explained(fit, y);
      expect(digits(rSquared, Number(certified.r2))).toBeGreaterThan(8);
      expect(digits(f, Number(certified.F))).toBeGreaterThan(name === "Filip" ? 7 : 8);
    }
  });
});

test.each(Object.entries(nistCertified<{ mean: string; sd: string; r1: string }>("univariate")))("the mean, spread and lag-1 correlation of %s are as certified", (name, certified) => {
  const y = numbersOf(nistTable(name), "y");
  expect(digits(mean(y), Number(certified.mean))).toBeGreaterThan(14);
  expect(digits(standardDeviation(y), Number(certified.sd))).toBeGreaterThan(name === "NumAcc4" ? 8 : name === "NumAcc3" ? 9 : 13);
  expect(digits(autocorrelations(y, 1)[0]!, Number(certified.r1))).toBeGreaterThan(name === "NumAcc4" ? 7 : name === "NumAcc3" ? 8 : 12);
});

test("a column that repeats the others is set aside and named, and the fit stays the same", () => {
  const y = [3, 5, 4, 8, 9, 12];
  const x = [0, 1, 2, 3, 4, 5];
  const one = leastSquares(fromColumns([x.map(() => 1), x]), y);
  const repeated = leastSquares(fromColumns([x.map(() => 1), x.map((value) => 2 * value + 1), x]), y);
  expect(repeated.dropped).toEqual([2]);
  expect(repeated.residualSquares).toBeCloseTo(one.residualSquares, 12);
});

function columnsOf({ model, params }: Linear, rows: Record<string, string>[]): number[][] {
  if (model.includes("x6")) return [rows.map(() => 1), ...[1, 2, 3, 4, 5, 6].map((j) => numbersOf(rows, `x${j}`))];
  const powers = Object.keys(params).map((name) => Number(name.slice(1)));
  return powers.map((power) => numbersOf(rows, "x").map((x) => x ** power));
}
