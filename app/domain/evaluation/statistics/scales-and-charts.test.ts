import { describe, expect, test } from "vitest";
import { cChart, iChart, pChart, runChart, uChart } from "./control-charts";
import { compareDecay, fitDecay } from "./decay";
import { benjaminiHochberg, holm } from "./multiplicity";
import { type Curve, fitCurve } from "./nonlinear";
import { pool } from "./pooling";
import { powerOfMeans, powerOfShares, powerOfWedge, sizeForMeans, sizeForShares } from "./power";
import { cohenKappa, cronbachAlpha, intraclass } from "./reliability";
import { digits, expectAsR, expectClose, expectedOf, nistCertified, nistTable, numbersOf, referenceIsThere, tableBeside } from "./test-reference";

/** The formulas that NIST states for its sets. */
const nistCurves: Record<string, Curve> = {
  Misra1a: ([a = 0, b = 0], x) => a * (1 - Math.exp(-b * x)),
  BoxBOD: ([a = 0, b = 0], x) => a * (1 - Math.exp(-b * x)),
  DanWood: ([a = 0, b = 0], x) => a * x ** b,
  Chwirut2: ([a = 0, b = 0, c = 0], x) => Math.exp(-a * x) / (b + c * x),
  MGH17: ([a = 0, b = 0, c = 0, d = 0, e = 0], x) => a + b * Math.exp(-x * d) + c * Math.exp(-x * e),
  Misra1b: ([a = 0, b = 0], x) => a * (1 - (1 + (b * x) / 2) ** -2),
  Eckerle4: ([a = 0, b = 0, c = 0], x) => (a / b) * Math.exp(-0.5 * ((x - c) / b) ** 2),
  Lanczos3: ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0], x) => a * Math.exp(-b * x) + c * Math.exp(-d * x) + e * Math.exp(-f * x),
};

type Certified = { params: Record<string, { start1: string; start2: string; est: string; sd: string }>; rss: string; residual_sd: string };

describe("curves", () => {
  const cases = Object.entries(nistCertified<Certified>("nonlinear")).flatMap(([name, set]) => (["start1", "start2"] as const).map((start) => ({ name, start, set })));
  test.each(cases)("$name from $start ends where NIST certifies", ({ name, start, set }) => {
    const rows = nistTable(name);
    const certified = Object.values(set.params);
    const fit = fitCurve(nistCurves[name]!, numbersOf(rows, "x"), numbersOf(rows, "y"), certified.map((one) => Number(one[start])));
    certified.forEach(({ est, sd }, j) => {
      expect(digits(fit.parameters[j]!, Number(est)), `b${j + 1}`).toBeGreaterThan(name === "Lanczos3" ? 7 : 8.5);
      expect(digits(fit.errors[j]!, Number(sd)), `error of b${j + 1}`).toBeGreaterThan(name === "Lanczos3" ? 5.5 : 7);
    });
    expect(digits(fit.residualSquares, Number(set.rss))).toBeGreaterThan(7);
  });

  test("a curve that nothing holds in place is refused soon, not followed for thousands of steps", () => {
    const asymptotic: Curve = ([a = 0, b = 0, c = 0], t) => c + (a - c) * Math.exp(-b * t);
    const steps = { left: 6000 };
    expect(() => fitCurve(asymptotic, [0, 1, 6, 12, 24], [63, 68, 77, 53, 57], [63, 0.0125, 57], undefined, steps)).toThrow("Choose a simpler curve");
    expect(6000 - steps.left).toBeLessThan(1000);
    expect(compareDecay([0, 1, 6, 12, 24], [63, 68, 77, 53, 57]).map(({ shape }) => shape)).not.toContain("asymptotic");
    expect(() => fitCurve(asymptotic, [0, 1, 6, 12], [90, 80, 70, 68], [90, 0.3, 68], undefined, { left: 3 })).toThrow("Choose a simpler curve");
  });

  test("what fades is found again: each curve from its own points", () => {
    const times = [0, 1, 3, 6, 12, 18];
    const shapes = { exponential: [20, 0.1], power: [20, 0.4], logarithmic: [20, 3], asymptotic: [20, 0.3, 12] };
    const curves = { exponential: (t: number) => 20 * Math.exp(-0.1 * t), power: (t: number) => 20 * (t + 1) ** -0.4, logarithmic: (t: number) => 20 - 3 * Math.log1p(t), asymptotic: (t: number) => 12 + 8 * Math.exp(-0.3 * t) };
    for (const shape of Object.keys(shapes) as (keyof typeof shapes)[]) {
      const fit = fitDecay(shape, times, times.map(curves[shape]));
      fit.parameters.forEach((value, j) => expect(value, `${shape} ${j}`).toBeCloseTo(shapes[shape][j]!, 6));
      expect(compareDecay(times, times.map((t, i) => curves[shape](t) + (i % 2 ? 0.01 : -0.01)))[0]?.shape).toBe(shape);
    }
  });
});

describe("reliability", () => {
  /** Shrout and Fleiss 1979, table 2: six subjects, four judges. */
  const judged = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];

  test("intraclass correlations of Shrout and Fleiss", () => {
    const found = (["one-way", "agreement", "consistency"] as const).map((kind) => intraclass(judged, kind));
    expect(found.map(({ single }) => single.value.toFixed(2))).toEqual(["0.17", "0.29", "0.71"]);
    expect(found.map(({ average }) => average.value.toFixed(2))).toEqual(["0.44", "0.62", "0.91"]);
    expect(found[0]!.single.low.toFixed(2)).toBe("-0.13");
    expect(found[1]!.single.high.toFixed(2)).toBe("0.76");
    expect([found[2]!.single.low.toFixed(2), found[2]!.single.high.toFixed(2)]).toEqual(["0.34", "0.95"]);
  });

  test("Cronbach's alpha is the consistency of the mean of the items, with the same exact interval", () => {
    const alpha = cronbachAlpha(judged);
    const { average } = intraclass(judged, "consistency");
    expectClose(alpha.value, average.value, 1e-12);
    expectClose(alpha.low, average.low, 1e-12);
    expectClose(alpha.high, average.high, 1e-12);
  });

  test("Cohen's kappa: Fleiss, Cohen and Everitt's diagnoses", () => {
    /** Fleiss, Cohen, Everitt 1969, shares of 200 people; kappa 0.429, weighted errors about 0.05. */
    const { value, error } = cohenKappa([[106, 10, 4], [22, 28, 10], [2, 12, 6]]);
    expect(value).toBeCloseTo(0.429, 3);
    expect(error).toBeCloseTo(0.0537, 3);
    expect(cohenKappa([[10, 0], [0, 10]]).value).toBe(1);
  });
});

describe("putting agencies together", () => {
  /** Colditz et al. 1994: thirteen trials of the BCG vaccine; the results are those of metafor's documentation; Knapp and Hartung's were worked out in R. */
  const trials = [[4, 119, 11, 128], [6, 300, 29, 274], [3, 228, 11, 209], [62, 13536, 248, 12619], [33, 5036, 47, 5761], [180, 1361, 372, 1079], [8, 2537, 10, 619], [505, 87886, 499, 87892], [29, 7470, 45, 7232], [17, 1699, 65, 1600], [186, 50448, 141, 27197], [5, 2493, 3, 2338], [27, 16886, 29, 17825]];
  const studies = trials.map(([a = 0, b = 0, c = 0, d = 0]) => ({ effect: Math.log(a / (a + b) / (c / (c + d))), error: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)) }));

  test("REML, DerSimonian and Laird, and what they say of the spread", () => {
    const reml = pool(studies, { method: "REML", knappHartung: false });
    expect([reml.random.value, reml.random.error, reml.random.low, reml.random.high].map((one) => one.toFixed(4))).toEqual(["-0.7145", "0.1798", "-1.0669", "-0.3622"]);
    expect([reml.tauSquared.toFixed(4), reml.q.statistic.toFixed(4), (100 * reml.iSquared).toFixed(2)]).toEqual(["0.3132", "152.2330", "92.22"]);
    expect([reml.tauSquaredInterval.low.toFixed(4), reml.tauSquaredInterval.high.toFixed(4)]).toEqual(["0.1197", "1.1115"]);
    const dl = pool(studies, { method: "DL", knappHartung: false });
    expect([dl.tauSquared.toFixed(4), dl.random.value.toFixed(4)]).toEqual(["0.3088", "-0.7141"]);
    const knapp = pool(studies, { method: "REML", knappHartung: true });
    expect([knapp.random.error.toFixed(4), knapp.random.low.toFixed(4), knapp.random.high.toFixed(4)]).toEqual(["0.1808", "-1.1084", "-0.3206"]);
    expect(knapp.prediction!.low).toBeLessThan(knapp.random.low);
  });

  test("agencies that agree have no spread between them", () => {
    const { tauSquared, iSquared } = pool([{ effect: 0.1, error: 0.2 }, { effect: 0.11, error: 0.2 }, { effect: 0.09, error: 0.2 }], { method: "REML", knappHartung: true });
    expect([tauSquared, iSquared]).toEqual([0, 0]);
  });
});

test("power and sample size are R's, and a stepped wedge has more power with more steps", () => {
  expectAsR("ppt", [powerOfMeans({ n: 20, difference: 1, deviation: 1, design: "two-groups" }), sizeForMeans(0.9, { difference: 1, deviation: 1, design: "two-groups" }), powerOfMeans({ n: 15, difference: 0.6, deviation: 1, design: "paired" })], 1e-7);
  expectAsR("ppp", [powerOfShares({ n: 50, first: 0.5, second: 0.75 }), sizeForShares(0.9, { first: 0.5, second: 0.75 })], 1e-7);
  const wedge = { unitsPerStep: 2, perCell: 20, difference: 0.3, deviation: 1, icc: 0.05 };
  expect(powerOfWedge({ ...wedge, steps: 6 })).toBeGreaterThan(powerOfWedge({ ...wedge, steps: 3 }));
});

test("several questions at once: Holm, and Benjamini and Hochberg", () => {
  const ps = [0.01, 0.04, 0.03, 0.005, 0.2];
  expectAsR("padj", [...holm(ps), ...benjaminiHochberg(ps)]);
});

describe.runIf(referenceIsThere)("charts over time, against the reference data beside the project", () => {
  type Chart = { cl: number; ucl: number[]; lcl: number[]; sigma_signal: number[]; runs: Record<string, number | boolean> };
  const expected = () => expectedOf("17_spc_run_charts") as unknown as Record<string, Chart & { median: number; ucl: number; lcl: number; mr_bar: number; mr_bar_screened: number }>;

  function compare(chart: ReturnType<typeof uChart>, wanted: Chart): void {
    expectClose(chart.centre, wanted.cl);
    chart.points.forEach(({ low, high }, i) => {
      expectClose(low ?? NaN, wanted.lcl[i]);
      expectClose(high ?? NaN, wanted.ucl[i]);
    });
    expect(chart.points.flatMap(({ outside }, i) => (outside ? [i + 1] : []))).toEqual([wanted.sigma_signal].flat());
    const { useful, longest, longestAllowed, crossings, crossingsNeeded, signal } = chart.runs;
    expect({ n_useful: useful, longest_run: longest, longest_run_max: longestAllowed, crossings, crossings_min: crossingsNeeded, signal }).toEqual(wanted.runs);
  }

  test("run, u, p, c and individuals charts", () => {
    const wanted = expected();
    const cdi = tableBeside("spc_cdi");
    const [n, days] = [numbersOf(cdi, "n"), numbersOf(cdi, "days")];
    expectClose(runChart(n.map((count, i) => count / days[i]!)).centre, wanted.cdi_run_chart!.median);
    compare(uChart(n, days), wanted.cdi_u_all!);
    const pre = cdi.map(({ period }) => period === "pre");
    compare(uChart(n.filter((_, i) => pre[i]), days.filter((_, i) => pre[i])), wanted.cdi_u_pre!);
    compare(uChart(n.filter((_, i) => !pre[i]), days.filter((_, i) => !pre[i])), wanted.cdi_u_post!);
    const hai = tableBeside("spc_hai_month_totals");
    compare(uChart(numbersOf(hai, "n"), numbersOf(hai, "days")), wanted.hai_u!);
    const montgomery = tableBeside("spc_montgomery_7_3_p");
    for (const phase of ["1", "2"]) {
      const rows = montgomery.filter((row) => row.phase === phase);
      const used = phase === "1" ? rows : rows.filter(({ sample }) => Number(sample) > 30);
      const chart = pChart(numbersOf(used, "count"), numbersOf(used, "size"));
      const target = wanted[`montgomery_7_1_phase${phase}`]!;
      if (Math.abs(chart.centre - target.cl) < 1e-9) compare(chart, target);
      else {
        const base = rows.filter(({ sample }) => !["15", "23"].includes(sample!));
        expectClose(pChart(numbersOf(base, "count"), numbersOf(base, "size")).centre, target.cl);
      }
    }
    expectClose(cChart(n).centre, wanted.c_chart_counts!.cl);
    expectClose(cChart(n).points[0]?.high ?? NaN, wanted.c_chart_counts!.ucl as unknown as number);
    const individuals = iChart(n);
    expectClose(individuals.movingRange, wanted.i_chart_counts!.mr_bar);
    expectClose(individuals.points[0]?.high ?? NaN, wanted.i_chart_counts!.ucl as unknown as number);
    expectClose(iChart(n, { screened: true }).movingRange, wanted.i_chart_counts!.mr_bar_screened);
    const louisville = tableBeside("louisville_uof_monthly");
    const chart = pChart(numbersOf(louisville, "citizen_injured"), numbersOf(louisville, "reports"));
    const share = expectedOf("04_louisville_uof").p_chart_injury as unknown as Chart;
    chart.points.forEach(({ low, high }, i) => {
      expectClose(low ?? NaN, share.lcl[i]);
      expectClose(high ?? NaN, share.ucl[i]);
    });
  });
});
