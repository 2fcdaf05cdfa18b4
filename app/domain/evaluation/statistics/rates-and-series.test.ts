import { describe, test } from "vitest";
import { breuschGodfrey, durbinWatson, ljungBox } from "./autocorrelation";
import { autoregressiveMl, praisWinsten } from "./autoregressive-errors";
import { estimatesOf } from "./coefficients";
import { fitCounts } from "./generalized-linear";
import { interruptedSeries } from "./interrupted-series";
import { leastSquares } from "./least-squares";
import { diagonalRoots, fromColumns, scaled } from "./matrix";
import { fitNegativeBinomial } from "./negative-binomial";
import { rateRatio } from "./rate-ratio";
import { andrews, neweyWest, unevenSpread } from "./robust-errors";
import { averageEffectOnTrained } from "./staggered-att";
import { staggeredPanel } from "./staggered-panel";
import { expectClose, expectedOf, numbersOf, referenceIsThere, tableBeside, type Tree } from "./test-reference";

describe.runIf(referenceIsThere)("against the reference data beside the project", () => {
  test("an interrupted series of counts with seasons: Sicily", () => {
    const expected = expectedOf("01_its_sicily");
    const rows = tableBeside("sicily");
    const counts = numbersOf(rows, "aces");
    const [smokban, time, exposures] = ["smokban", "time", "stdpop"].map((name) => numbersOf(rows, name)) as [number[], number[], number[]];
    const offset = exposures.map(Math.log);
    const one = counts.map(() => 1);
    const plain = fitCounts(fromColumns([one, smokban, time]), counts, offset);
    const m1 = expected.m1_poisson!;
    compare(["(Intercept)", "smokban", "time"], plain.coefficients, plain.covariance, m1.coef!);
    expectClose(plain.deviance, m1.deviance);
    expectClose(plain.logLikelihood, m1.loglik);
    expectClose(plain.pearson, m1.pearson_x2);
    expectClose(plain.dispersion, expected.m2_quasi!.dispersion);
    compare(["(Intercept)", "smokban", "time"], plain.coefficients, scaled(plain.covariance, plain.dispersion), expected.m2_quasi!.coef!);

    const m3 = expected.m3_quasi_season!;
    const input = { values: counts, exposures, change: 36, impact: { level: true, slope: false, lag: 0 }, seasonality: { kind: "harmonics", pairs: 2, length: 12 }, family: "counts", reference: "normal" } as const;
    const fit = interruptedSeries({ ...input, errors: "spread" });
    expectClose(fit.dispersion, m3.dispersion);
    const named: Record<string, string> = { level: "smokban", trend: "time", "sine 1": "sin1", "sine 2": "sin2", "cosine 1": "cos1", "cosine 2": "cos2" };
    for (const estimate of fit.estimates.filter(({ name }) => name in named)) {
      const wanted = m3.coef![named[estimate.name]!]!;
      expectClose(estimate.estimate, wanted.est, 1e-8, estimate.name);
      expectClose(estimate.error, wanted.se, 1e-8, estimate.name);
      expectClose(estimate.p, wanted.p, 1e-7, estimate.name);
    }
    fit.acf.forEach((r, l) => expectClose(r, (m3.acf_dev_resid as unknown as number[])[l], 1e-7));
    fit.pacf.forEach((r, l) => expectClose(r, (m3.pacf_dev_resid as unknown as number[])[l], 1e-7));
    expectClose(fit.ljungBox.p, m3.ljung_box_12!.p, 1e-7);
    const { fit: links, se: errors } = expected.counterfactual_m3_link as unknown as { fit: number[]; se: number[] };
    fit.points.forEach((point, i) => {
      expectClose(point.withoutLink, links[i]);
      expectClose(point.withoutError, errors[i]);
    });
    expectClose(fit.after.observed, expected.averted_post!.observed);
    expectClose(fit.after.expected, expected.averted_post!.expected_without);
    const robust = interruptedSeries({ ...input, errors: "newey-west", lag: 3 });
    for (const { name, error } of robust.estimates.filter(({ name }) => name in named)) expectClose(error, m3.newey_west_lag3_adjusted_se![named[name]!], 1e-8, name);

    const wave = (k: number, f: (x: number) => number) => time.map((t) => f((2 * Math.PI * k * t) / 12));
    const x = fromColumns([one, smokban, time, wave(1, Math.sin), wave(2, Math.sin), wave(1, Math.cos), wave(2, Math.cos)]);
    const seasonal = fitCounts(x, counts, offset);
    const sandwich = { x, bread: seasonal.covariance, scores: seasonal.scores };
    const order = ["(Intercept)", "smokban", "time", "sin1", "sin2", "cos1", "cos2"];
    const hc3 = diagonalRoots(unevenSpread(sandwich, "HC3", seasonal.qr));
    const hc0 = diagonalRoots(unevenSpread(sandwich, "HC0", seasonal.qr));
    order.forEach((name, j) => {
      expectClose(hc3[j], m3.hc3_se![name]);
      expectClose(hc0[j], m3.hc0_se![name]);
    });
    const wide = fitNegativeBinomial(x, counts, offset);
    const nb = expected.nb_season_mle!;
    compare(order, wide.coefficients, wide.covariance, nb.coef!);
    expectClose(wide.theta, nb.theta, 1e-7);
    expectClose(wide.thetaError, nb.theta_se, 1e-7);
    expectClose(wide.twiceLogLikelihood, nb.twologlik);
    expectClose(wide.aic, nb.aic);
  });

  test("a linear interrupted series with Newey-West errors: California's Proposition 99", () => {
    const expected = expectedOf("02_its_prop99_newey_west");
    const rows = tableBeside("prop99_ca_nv").filter(({ state }) => state === "California");
    const values = numbersOf(rows, "packs_per_capita");
    const input = { values, change: 19, impact: { level: true, slope: true, lag: 0 }, seasonality: { kind: "none" }, family: "linear" } as const;
    const names: Record<string, string> = { constant: "(Intercept)", trend: "t", level: "post", slope: "post_t" };
    const compareFit = (fit: ReturnType<typeof interruptedSeries>, wanted: Tree) =>
      fit.estimates.forEach(({ name, estimate, error, p, low }) => {
        const one = wanted[names[name]!]!;
        expectClose(estimate, one.est, 1e-8, name);
        expectClose(error, one.se, 1e-8, name);
        expectClose(p, one.p, 1e-7, name);
        expectClose(low, one.lo, 1e-8, name);
      });
    const ordinary = interruptedSeries({ ...input, errors: "spread" });
    compareFit(ordinary, expected.ols!.coef!);
    for (const lag of [0, 1, 2]) compareFit(interruptedSeries({ ...input, errors: "newey-west", lag }), expected[`newey_lag${lag}`]!);
    const after = interruptedSeries({ ...input, errors: "newey-west", lag: 1 });
    expectClose(after.slopeAfter?.error, expected.post_trend_lag1!.se);
    expectClose(after.slopeAfter?.p, expected.post_trend_lag1!.p, 1e-7);
    expectClose(ordinary.durbinWatson, expected.durbin_watson!.d);
    expectClose(ordinary.breuschGodfrey?.p, expected.breusch_godfrey!.order1!.p, 1e-7);
    expectClose(ljungBox(ordinary.residuals, 6).statistic, expected.ljung_box_resid_6!.statistic);
    expectClose(ordinary.points.at(-1)?.without, expected.counterfactual_2000);
    const t = values.map((_, i) => i);
    const x = fromColumns([t.map(() => 1), t, t.map((i) => (i >= 19 ? 1 : 0)), t.map((i) => Math.max(0, i - 19))]);
    const fit = leastSquares(x, values);
    expectClose(breuschGodfrey(x, fit.residuals, 3).p, expected.breusch_godfrey!.order3!.p, 1e-7);
    expectClose(durbinWatson(fit.residuals), expected.durbin_watson!.d);
    const raw = diagonalRoots(neweyWest({ x, bread: fit.unscaled, scores: fit.residuals }, 1, 4, false));
    Object.values(names).forEach((name, j) => expectClose(raw[j], expected.newey_lag1_no_adjust_se![name]));
    const prais = praisWinsten(x, values);
    const ml = autoregressiveMl(x, values);
    expectClose(prais.rho, expected.prais_winsten!.rho, 1e-5);
    expectClose(ml.rho, expected.gls_ar1_ml!.phi, 1e-5);
    expectClose(ml.logLikelihood, expected.gls_ar1_ml!.loglik);
    Object.values(names).forEach((name, j) => {
      expectClose(prais.coefficients[j], expected.prais_winsten!.coef![name], 1e-5, `Prais-Winsten ${name}`);
      expectClose(diagonalRoots(prais.covariance)[j], (expected.prais_winsten!.se as unknown as Record<string, number>)[name], 1e-5, `Prais-Winsten error ${name}`);
      expectClose(ml.coefficients[j], expected.gls_ar1_ml!.coef![name], 1e-5, `AR(1) ${name}`);
      expectClose(diagonalRoots(ml.covariance)[j], (expected.gls_ar1_ml!.se as unknown as Record<string, number>)[name], 1e-5, `AR(1) error ${name}`);
    });
    const centred = fromColumns([t.map(() => 1), t.map((i) => i - 19), t.map((i) => (i >= 19 ? 1 : 0)), t.map((i) => Math.max(0, i - 19))]);
    const other = leastSquares(centred, values);
    const hac = diagonalRoots(andrews({ x: centred, bread: other.unscaled, scores: other.residuals }, 4));
    ["(Intercept)", "t0", "post", "t0:post"].forEach((name, j) => expectClose(hac[j], expected.t0_parameterisation!.vcovHAC_se![name], 1e-8, `HAC ${name}`));
  });

  test("a staggered panel: fixed effects turn a crude fall into no change", () => {
    const expected = expectedOf("03_stepped_wedge_chicago_pj");
    const table = tableBeside("chicago_pj_cohort_month");
    for (const outcome of ["force", "complaints"]) {
      const rows = table.map((row) => ({ unit: row.first_trained!, period: row.period!, value: Number(row[outcome]), exposure: Number(row.officers), treated: Number(row.period) >= Number(row.first_trained) ? 1 : 0 }));
      const fit = staggeredPanel(rows, { family: "counts" });
      const wanted = expected[`poisson_fe_${outcome}`]!;
      expectClose(fit.effect.estimate, wanted.coef);
      expectClose(fit.modelError, wanted.se_model);
      expectClose(fit.quasiError, wanted.se_quasi);
      expectClose(fit.clusterError, wanted.se_cluster_cohort);
      expectClose(fit.effect.error, wanted.se_cluster_cohort_g_over_g1);
      expectClose(fit.deviance, wanted.deviance);
      expectClose(fit.logLikelihood ?? NaN, wanted.loglik);
      const crude = expected[`crude_${outcome}`]! as unknown as { untrained: { events: number; officer_months: number }; trained: { events: number; officer_months: number } } & Tree;
      const ratio = rateRatio({ events: crude.untrained.events, exposure: crude.untrained.officer_months }, { events: crude.trained.events, exposure: crude.trained.officer_months });
      expectClose(ratio.ratio, crude.rr);
      [ratio.wald!.low, ratio.wald!.high].forEach((bound, i) => expectClose(bound, (crude.wald_ci as unknown as number[])[i]));
      [ratio.exact.low, ratio.exact.high].forEach((bound, i) => expectClose(bound, (crude.exact_ci as unknown as number[])[i], 1e-8));
      expectClose(ratio.exact.p, crude.exact_p, 1e-8, "exact p");
      const cohorts = [...new Set(rows.map(({ unit }) => unit))].map((unit) => rows.filter((row) => row.unit === unit)).map((own) => ({ start: Number(own[0]!.unit) - 1, size: own[0]!.exposure, means: own.map(({ value, exposure }) => value / exposure) }));
      expectClose(averageEffectOnTrained(cohorts).effect, expected[`callaway_santanna_simple_${outcome}`], 1e-8, "ATT");
      if (outcome === "force") {
        const linear = staggeredPanel(rows, { family: "linear" });
        expectClose(linear.effect.estimate, expected.twfe_wls_force!.coef, 1e-8, "twfe");
        expectClose(linear.modelError, expected.twfe_wls_force!.se, 1e-8, "twfe error");
      }
    }
  });

  test("rates before and after: a police series", () => {
    const expected = expectedOf("04_louisville_uof");
    const rows = tableBeside("louisville_uof_monthly");
    const counts = numbersOf(rows, "reports");
    const days = rows.map(({ month }) => new Date(Date.UTC(Number(month!.slice(0, 4)), Number(month!.slice(5)), 0)).getUTCDate());
    const post = rows.map(({ month }) => (month! >= "2019-02" ? 1 : 0));
    const ratio = rateRatio({ events: 762, exposure: 761 }, { events: 238, exposure: 334 });
    const exact = expected.rate_ratio_exact!;
    expectClose(ratio.ratio, exact.rr);
    [ratio.exact.low, ratio.exact.high].forEach((bound, i) => expectClose(bound, (exact.ci as unknown as number[])[i]));
    expectClose(ratio.exact.p, exact.p);
    const x = fromColumns([post.map(() => 1), post]);
    const fit = fitCounts(x, counts, days.map(Math.log));
    compare(["(Intercept)", "post"], fit.coefficients, scaled(fit.covariance, fit.dispersion), expected.quasi_pre_post!.coef!);
    const wide = fitNegativeBinomial(x, counts, days.map(Math.log));
    compare(["(Intercept)", "post"], wide.coefficients, wide.covariance, expected.nb_pre_post_mle!.coef!);
    expectClose(wide.theta, expected.nb_pre_post_mle!.theta);
    expectClose(wide.thetaError, expected.nb_pre_post_mle!.theta_se);
    const series = interruptedSeries({ values: counts, exposures: days, change: 25, impact: { level: true, slope: true, lag: 0 }, seasonality: { kind: "none" }, family: "counts", errors: "newey-west", lag: 3, reference: "normal" });
    const names: Record<string, string> = { trend: "t", level: "post", slope: "post_t" };
    series.estimates.filter(({ name }) => name in names).forEach(({ name, error }) => expectClose(error, expected.its_poisson!.newey_west_lag3_adjusted_se![names[name]!], 1e-8, name));
  });
});

function compare(names: readonly string[], coefficients: Float64Array, covariance: Parameters<typeof estimatesOf>[2], wanted: Tree): void {
  for (const { name, estimate, error, low, high, p } of estimatesOf(names, coefficients, covariance)) {
    const one = wanted[name]!;
    expectClose(estimate, one.est, 1e-8, name);
    expectClose(error, one.se, 1e-8, `error of ${name}`);
    expectClose(low, one.lo, 1e-8, name);
    expectClose(high, one.hi, 1e-8, name);
    expectClose(p, one.p, 1e-7, `p of ${name}`);
  }
}
