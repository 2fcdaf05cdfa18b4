import { describe, test } from "vitest";
import { autocorrelations, ljungBox, partialAutocorrelations } from "./autocorrelation";
import { autoregressiveMl, praisWinsten } from "./autoregressive-errors";
import { binomialDensity } from "./binomial";
import { chiSquareQuantile, chiSquareUpper, fQuantile, fUpper, tQuantile, tTwoSided } from "./distributions";
import { fitCounts } from "./generalized-linear";
import { interruptedSeries } from "./interrupted-series";
import { diagonalRoots, fromColumns } from "./matrix";
import { fitNegativeBinomial } from "./negative-binomial";
import { noncentralT } from "./noncentral-t";
import { unevenSpread } from "./robust-errors";
import { staggeredPanel } from "./staggered-panel";
import { expectAsR, fixtureTable, numbersOf } from "./test-reference";
import { twoByTwo } from "./two-by-two";

test("tails and quantiles keep their digits near the middle, far out, and with very many degrees of freedom", () => {
  expectAsR("tails", [chiSquareUpper(2168.196551415411, 2258.773978977158), chiSquareUpper(5e4, 49500.5), chiSquareUpper(2900, 2853.8), chiSquareUpper(300, 20), tTwoSided(2.3249856086656565e-5, 8811992.766921086), tTwoSided(1e-3, 12.5), fUpper(1.01, 99999, 99999), fUpper(40, 3, 25.5)]);
  expectAsR("quantiles", [chiSquareQuantile(0.5, 2143.329888), chiSquareQuantile(0.025, 99999), chiSquareQuantile(0.975, 99999), chiSquareQuantile(0.001, 0.7), chiSquareQuantile(1e-9, 3), tQuantile(0.975, 1), tQuantile(0.975, 2.5), tQuantile(0.975, 1e7), fQuantile(0.975, 999, 18981), fQuantile(0.025, 18981, 999)]);
  expectAsR("dbinom_large", [binomialDensity(10888, 841571, 0.013255034577834727), binomialDensity(521235, 566941, 0.9131054996331261), binomialDensity(0, 900, 0.004), binomialDensity(3, 3, 0.3)], 1e-11);
  expectAsR("nct_few", [noncentralT(1.5, 1, 2), noncentralT(-2.4, 2, -2.9, true), noncentralT(12, 3, 9)], 1e-9);
});

test("Fisher's exact test of a table of two hundred thousand", () => {
  const { fisher } = twoByTwo({ a: 61234, b: 41999, c: 58911, d: 43210 });
  expectAsR("fisher_large", [fisher.p, fisher.oddsRatio, fisher.low], 1e-9);
});

describe("car drivers killed before and after the seat belt law (Harvey and Durbin 1986)", () => {
  const rows = fixtureTable("seatbelts");
  const [killed, front, exposures] = ["killed", "front", "kms"].map((name) => numbersOf(rows, name)) as [number[], number[], number[]];
  const input = { change: 169, impact: { level: true, slope: true, lag: 0 }, errors: "spread" } as const;

  test("counts with a season: coefficients, spread, and the errors of Newey and West and of White", () => {
    const series = { ...input, values: killed, exposures, family: "counts", seasonality: { kind: "harmonics", pairs: 1, length: 12 } } as const;
    const fit = interruptedSeries(series);
    const robust = interruptedSeries({ ...series, errors: "newey-west", lag: 3 });
    const t = killed.map((_, i) => i);
    const x = fromColumns([t.map(() => 1), t, t.map((i) => (i >= 169 ? 1 : 0)), t.map((i) => Math.max(0, i - 169)), t.map((i) => Math.sin((2 * Math.PI * (i + 1)) / 12)), t.map((i) => Math.cos((2 * Math.PI * (i + 1)) / 12))]);
    const counts = fitCounts(x, killed, exposures.map(Math.log));
    const sandwich = { x, bread: counts.covariance, scores: counts.scores };
    const white = (["HC0", "HC3"] as const).flatMap((kind) => [...diagonalRoots(unevenSpread(sandwich, kind, counts.qr))]);
    expectAsR("seatbelts_counts", [...fit.coefficients, ...fit.estimates.map(({ error }) => error), fit.dispersion, ...robust.estimates.map(({ error }) => error), ...white, counts.deviance, counts.logLikelihood]);
    expectAsR("seatbelts_without", [fit.after.observed, fit.after.expected]);
  });

  test("a linear series, and its neighbours", () => {
    const series = { ...input, values: front, family: "linear", seasonality: { kind: "none" }, errors: "newey-west" } as const;
    const [none, four] = [interruptedSeries({ ...series, lag: 0 }), interruptedSeries({ ...series, lag: 4 })];
    expectAsR("seatbelts_linear", [...none.coefficients, ...none.estimates.map(({ error }) => error), ...four.estimates.map(({ error }) => error), none.durbinWatson, none.breuschGodfrey?.statistic, none.ljungBox.p]);
  });

  test("errors that follow their neighbours, by Prais and Winsten and by maximum likelihood", () => {
    const t = front.map((_, i) => i);
    const x = fromColumns([t.map(() => 1), t, t.map((i) => (i >= 169 ? 1 : 0)), t.map((i) => Math.max(0, i - 169))]);
    const [prais, ml] = [praisWinsten(x, front), autoregressiveMl(x, front)];
    expectAsR("seatbelts_ar1", [prais.rho, ...prais.coefficients, ml.rho, ml.logLikelihood], 1e-5);
  });
});

test("a staggered panel of counts and of means, with errors clustered by unit", () => {
  const rows = Array.from({ length: 90 }, (_, i) => ({ u: Math.floor(i / 10), q: i % 10 })).map(({ u, q }) => ({ unit: `U${u}`, period: `Q${q}`, value: 6 + ((u * 5 + q * 7 + u * q) % 9), exposure: 40 + u * 3, treated: q >= (u % 3) * 2 + 3 ? 1 : 0 }));
  const counts = staggeredPanel(rows, { family: "counts" });
  expectAsR("panel_counts", [counts.effect.estimate, counts.modelError, counts.clusterError, counts.deviance, counts.logLikelihood]);
  const means = staggeredPanel(rows, { family: "linear" });
  expectAsR("panel_linear", [means.effect.estimate, means.modelError, means.clusterError]);
});

test("counts that spread wider than chance: negative binomial", () => {
  const counts = [0, 3, 1, 7, 2, 12, 0, 5, 9, 1, 4, 0, 15, 2, 6, 3];
  const offset = counts.map((_, i) => Math.log([10, 12, 9, 11][i % 4]!));
  const fit = fitNegativeBinomial(fromColumns([counts.map(() => 1), counts.map((_, i) => (i < 8 ? 0 : 1))]), counts, offset);
  expectAsR("nb_wide", [...fit.coefficients, fit.theta, fit.twiceLogLikelihood]);
});

test("autocorrelations of a hormone sampled every ten minutes (Diggle 1990)", () => {
  const lh = [2.4, 2.4, 2.4, 2.2, 2.1, 1.5, 2.3, 2.3, 2.5, 2, 1.9, 1.7, 2.2, 1.8, 3.2, 3.2, 2.7, 2.2, 2.2, 1.9, 1.9, 1.8, 2.7, 3, 2.3, 2, 2, 2.9, 2.9, 2.7, 2.7, 2.3, 2.6, 2.4, 1.8, 1.7, 1.5, 1.4, 2.1, 3.3, 3.5, 3.5, 3.1, 2.6, 2.1, 3.4, 3, 2.9];
  const { statistic, p } = ljungBox(lh, 5);
  expectAsR("acf_lb", [...autocorrelations(lh, 5), ...partialAutocorrelations(lh, 5), statistic, p]);
});
