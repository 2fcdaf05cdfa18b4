import { describe, expect, test } from "vitest";
import { binomialTest, exactShare, wilsonShare } from "./binomial";
import { contingency } from "./contingency";
import { normalQuantile } from "./distributions";
import { mantelHaenszel, mcNemar } from "./matched-and-stratified";
import { noncentralT } from "./noncentral-t";
import { hedges, pairedT } from "./paired-t";
import { rankSum } from "./rank-sum";
import { rateRatio } from "./rate-ratio";
import { plusSums, signedRank } from "./signed-rank";
import { digits, expectAsR, nistCertified, nistTable } from "./test-reference";
import { oneWayAnova, twoGroups } from "./two-groups";
import { twoByTwo } from "./two-by-two";

const before = [12, 15, 9, 14, 20, 11, 17, 13, 16, 10, 18, 14];
const after = [15, 18, 9, 13, 24, 15, 19, 18, 17, 15, 17, 20];
/** Hollander and Wolfe 1973, p. 29: depression scores at two visits. */
const firstVisit = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const secondVisit = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
/** Hollander and Wolfe 1973, p. 69. */
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const earlier = [1.15, 0.88, 0.9, 0.74, 1.21];
/** Student 1908: extra sleep. */
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

/** R's airquality: ozone in New York, May and August 1973. */
const may = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
const august = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

describe("surveys before and after", () => {
  test("the paired t test and its effect sizes are R's", () => {
    const { p, difference, dz, df } = pairedT(before, after);
    expectAsR("pt_two", [p]);
    expectAsR("pt_ci", [difference.low, difference.high]);
    expectAsR("dz_ci", [dz.low, dz.high], 1e-7);
    expectAsR("g_factor", [hedges(df)]);
  });

  test("the signed-rank test is exact without ties, and by the normal curve as R's with them", () => {
    const exact = signedRank(firstVisit, secondVisit);
    expectAsR("wsr_exact", [exact.exact]);
    expectAsR("wsr_exact", [signedRank(secondVisit, firstVisit).exact]);
    expectAsR("wsr_ci", [exact.shift.low, exact.shift.high]);
    expectAsR("wsr_est", [exact.shift.value]);
    const tied = signedRank(before, after);
    expectAsR("wsr_norm", [tied.approximate]);
    expectAsR("wsr_norm_ci", [tied.shift.low, tied.shift.high], 1e-3);
    expect(tied.shift.value).toBe(3);
    const sums = plusSums(Array.from({ length: 40 }, (_, i) => i + 1));
    expectAsR("psignrank40", [250, 410, 500].map((limit) => sums.slice(0, limit + 1).reduce((total, chance) => total + chance, 0)));
  });

  test("two groups: Welch, Student, effect size and rank sums", () => {
    const { t, df, p, difference } = twoGroups(drug1, drug2);
    expectAsR("welch", [t, df, p, difference.low, difference.high]);
    const student = twoGroups(drug1, drug2, { pooled: true });
    expectAsR("student_p", [student.p]);
    expectAsR("d_ci", [student.d.low, student.d.high], 1e-7);
    const ranks = rankSum(atTerm, earlier);
    expectAsR("mw_exact", [ranks.exact]);
    expectAsR("mw_ci", [ranks.shift.low, ranks.shift.high]);
    expectAsR("mw_est", [ranks.shift.value]);
    const ozone = rankSum(may, august);
    expectAsR("mw_norm", [ozone.approximate]);
    expectAsR("mw_norm_est", [ozone.shift.value], 1e-3);
    expectAsR("mw_norm_ci", [ozone.shift.low, ozone.shift.high], 1e-3);
  });

  test("the non-central t keeps both of its tails", () => {
    expectAsR("nct", [noncentralT(2, 10, 1), noncentralT(-1, 5, 0.5, true), noncentralT(3, 30, 2.5, true), noncentralT(25, 60, 20)], 1e-9);
  });

  test.each(Object.entries(nistCertified<Record<string, string>>("anova")))("one-way analysis of variance of %s as NIST certifies", (name, certified) => {
    const rows = nistTable(name);
    const groups = [...new Set(rows.map(({ group }) => group))].map((group) => rows.filter((row) => row.group === group).map(({ y }) => Number(y)));
    const found = oneWayAnova(groups);
    const wanted = { SmLs07t: 2.5, SmLs04t: 8, AtmWtAgt: 8 }[name] ?? 12;
    expect(digits(found.f, Number(certified.F))).toBeGreaterThan(wanted);
    expect(digits(found.within.squares, Number(certified.within_ss))).toBeGreaterThan(wanted);
  });
});

describe("tables", () => {
  test("a 2x2 table: differences, ratios, chi-square and Fisher's exact test", () => {
    const { chiSquare, yates, fisher, difference, ratio, oddsRatio } = twoByTwo({ a: 14, b: 6, c: 9, d: 21 });
    expectAsR("chisq", [chiSquare.statistic, chiSquare.p]);
    expectAsR("yates", [yates.statistic, yates.p]);
    expectAsR("fisher", [fisher.p, fisher.oddsRatio, fisher.low, fisher.high], 1e-4);
    expectAsR("prop_ci", [difference.low, difference.high]);
    const { low, high } = wilsonShare(14, 20, normalQuantile(0.975));
    expectAsR("wilson", [low, high]);
    expect(ratio?.value).toBeCloseTo(14 / 20 / (9 / 30), 12);
    expect(oddsRatio?.value).toBeCloseTo((14 * 21) / (6 * 9), 12);
  });

  test("an empty cell leaves the exact answers and takes the others away", () => {
    const { oddsRatio, ratio, fisher } = twoByTwo({ a: 0, b: 10, c: 5, d: 5 });
    expect([oddsRatio, ratio, fisher.oddsRatio, fisher.low]).toEqual([null, null, 0, 0]);
    expect(fisher.high).toBeLessThan(1);
  });

  test("a larger table: chi-square, and the exact test by going through all tables", () => {
    const job = [[1, 3, 10, 6], [2, 3, 10, 7], [1, 6, 14, 12], [0, 1, 9, 11]];
    const { statistic, p, smallCells } = contingency(job);
    expectAsR("job_chisq", [statistic, p]);
    expect(smallCells).toBeGreaterThan(0);
    expectAsR("fisher_3x3", [contingency([[3, 1, 2], [0, 5, 4], [6, 2, 1]]).exact], 1e-7);
  });

  test("people asked twice: McNemar", () => {
    const { corrected, chiSquare, exact } = mcNemar(86, 150);
    expectAsR("mcnemar", [corrected.statistic, corrected.p, chiSquare.statistic, chiSquare.p]);
    expectAsR("mcnemar_exact", [exact]);
  });

  test("tables of several agencies: Mantel and Haenszel, and whether the agencies agree", () => {
    /** Bickel, Hammel, O'Connell 1975: admissions by department. */
    const departments: [number, number, number, number][] = [[512, 89, 313, 19], [353, 17, 207, 8], [120, 202, 205, 391], [138, 131, 279, 244], [53, 94, 138, 299], [22, 24, 351, 317]];
    const { corrected, test: plain, oddsRatio, homogeneity } = mantelHaenszel(departments.map(([a, c, b, d]) => ({ a, c, b, d })).map(({ a, b, c, d }) => ({ a, b: c, c: b, d })));
    expectAsR("cmh", [corrected.statistic, corrected.p, oddsRatio.value, oddsRatio.low, oddsRatio.high, plain.statistic, plain.p]);
    expectAsR("breslow", [homogeneity.breslowDay.statistic], 1e-7);
  });

  test("exact shares and exact rate ratios, with and without events", () => {
    const share = exactShare(7, 20);
    expectAsR("binom", [binomialTest(7, 20, 0.5), share.low, share.high]);
    const { exact, ratio } = rateRatio({ events: 21, exposure: 3011 }, { events: 11, exposure: 800 });
    expectAsR("poisson", [exact.p, ratio, exact.low, exact.high]);
    const none = rateRatio({ events: 7, exposure: 120 }, { events: 0, exposure: 100 });
    expectAsR("poisson_zero", [none.exact.p, none.exact.low, none.exact.high]);
    expect(none.wald).toBeNull();
    expect(none.midP.high).toBeLessThan(none.exact.high);
  });
});
