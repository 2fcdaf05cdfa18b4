import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { remembered, suppress, type Memory } from "./suppression";
import { allAgencies, blockOf, cellKey, stratumCore, type Block, type Count } from "./suppression-block";
import { toldOf } from "./test-attacker";
import { smallest } from "./test-linear-program";

const runs = Number(process.env.SUPPRESSION_RUNS ?? 150);
const quarters = ["2025-01", "2025-04", "2025-07", "2025-10"];
const agencyNames = ["east", "west", "south"];

function whole(period: string, agency: string, numerator: number, denominator: number | null): Count {
  return { period, agency, breakdown: null, stratum: null, numerator, denominator };
}

const byQuarter = (east: readonly number[], west: readonly number[]): Block =>
  blockOf([...east.map((count, at) => whole(quarters[at] ?? "", "east", count, null)), ...west.map((count, at) => whole(quarters[at] ?? "", "west", count, null))], { year: "2025", expected: quarters, linked: false, part: "n" });

const state = (block: Block, threshold = 5, earlier?: ReadonlyMap<string, Memory>) => {
  const { cells } = suppress(block, { threshold, ...(earlier ? { earlier } : {}) });
  return (core: string, agency: string, part: "n" | "d" = "n") => cells.get(cellKey(core, agency, part))?.state;
};

describe("small cells", () => {
  test("nothing is hidden where nothing is small, and zero is shown", () => {
    const { cells } = suppress(byQuarter([20, 30, 0, 40], [9, 8, 7, 6]), { threshold: 5 });
    expect([...cells.values()].every((cell) => cell.state === "shown")).toBe(true);
  });

  test("a small count takes others with it, so that neither the year nor the other agency gives it away", () => {
    const block = byQuarter([3, 30, 20, 40], [19, 28, 37, 46]);
    const at = state(block);
    expect(at("2025-01", "east")).toBe("small");
    const hidden = [...suppress(block, { threshold: 5 }).cells.values()].filter((cell) => cell.state !== "shown");
    expect(hidden).toHaveLength(4);
  });

  test("the threshold of health data hides what the usual one shows", () => {
    const block = byQuarter([8, 30, 50, 40], [29, 28, 37, 46]);
    expect(state(block)("2025-01", "east")).toBe("shown");
    expect(state(block, 11)("2025-01", "east")).toBe("small");
  });

  test("98 of 100 gives away the two who are left, so one of the figures is hidden", () => {
    const block = blockOf([whole("2025", "east", 98, 100)], { year: "2025", expected: ["2025"], linked: true, part: "n" });
    const at = state(block);
    expect([at("2025", "east", "n"), at("2025", "east", "d")]).toContain("withheld");
  });

  test("an unfinished year has no total, so that its last month cannot be told from two of them", () => {
    const block = blockOf([whole("2025-01", "east", 30, null), whole("2025-04", "east", 3, null)], { year: "2025", expected: quarters, linked: false, part: "n" });
    expect(block.total).toBeNull();
    expect([...block.cells.keys()]).toEqual([cellKey("2025-01", "east", "n"), cellKey("2025-04", "east", "n")]);
  });

  test("a count that only the difference of two releases shows is hidden", () => {
    const first = byQuarter([20, 30, 40, 50], [20, 30, 40, 50]);
    const memory = remembered(suppress(first, { threshold: 5 }).cells);
    const corrected = byQuarter([22, 30, 40, 50], [20, 30, 40, 50]);
    const at = state(corrected, 5, memory);
    expect(at("2025-01", "east")).toBe("withheld");
    expect(at("2025", "east")).toBe("withheld");
    expect(at("2025-04", "east")).toBe("shown");
  });

  test("what an earlier release hid stays hidden, and what it showed is not used to hide another", () => {
    const block = byQuarter([3, 30, 20, 40], [19, 28, 37, 46]);
    const first = suppress(block, { threshold: 5 }).cells;
    expect(suppress(block, { threshold: 5, earlier: remembered(first) }).cells).toEqual(first);
    const shown = new Map<string, Memory>([[cellKey("2025-01", "west", "n"), { shown: 19 }]]);
    expect(state(block, 5, shown)("2025-01", "west")).toBe("shown");
  });

  test("a numerator above its denominator is no share", () => {
    expect(() => blockOf([whole("2025", "east", 5, 4)], { year: "2025", expected: ["2025"], linked: true, part: "n" })).toThrow("above");
  });
});

/** Years of many shapes: often small counts, one to three agencies, up to two break-downs, shares and plain counts. */
const years = fc
  .record({ agencies: fc.integer({ min: 1, max: 3 }), linked: fc.boolean(), complete: fc.boolean(), strata: fc.array(fc.integer({ min: 2, max: 3 }), { maxLength: 2 }), seeds: fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 })), { minLength: 120, maxLength: 120 }) })
  .map(({ agencies, linked, complete, strata, seeds }) => {
    let at = 0;
    const next = () => seeds[at++ % seeds.length] ?? 0;
    const names = agencyNames.slice(0, agencies);
    const counts: Count[] = [];
    for (const agency of names)
      for (const period of complete ? quarters : quarters.slice(0, 3)) {
        const split = strata.map((size, breakdown) => Array.from({ length: size }, (_, stratum) => ({ breakdown: `b${breakdown}`, stratum: `s${stratum}`, numerator: next(), rest: next() })));
        const most = (of: "numerator" | "rest") => Math.max(0, ...split.map((rows) => rows.reduce((sum, row) => sum + row[of], 0))) + (split.length > 0 ? next() % 3 : next());
        const numerator = most("numerator");
        counts.push(whole(period, agency, numerator, linked ? numerator + most("rest") : null));
        for (const row of split.flat()) counts.push({ period, agency, breakdown: row.breakdown, stratum: row.stratum, numerator: row.numerator, denominator: linked ? row.numerator + row.rest : null });
      }
    return { counts, block: blockOf(counts, { year: "2025", expected: quarters, linked, part: "n" }), linked };
  });

function smallOf(block: Block, threshold: number): string[] {
  return [...block.cells.values()].filter(({ count }) => count > 0 && count < threshold).map(({ key }) => key);
}

/** A few of many, spread: the whole list with the environment variable set. */
function some(keys: readonly string[]): string[] {
  return process.env.SUPPRESSION_RUNS ? [...keys] : keys.filter((_, at) => at % Math.ceil(keys.length / 4) === 0);
}

describe("an attacker with every published figure and a solver", () => {
  test("the solver itself finds what follows from sums, and what does not", () => {
    const program = { variables: 3, equations: [{ terms: [[0, 1], [1, 1]] as const, equals: 7 }, { terms: [[1, 1], [2, 1]] as const, equals: 4 }] };
    expect(smallest(program, 0)).toBeCloseTo(3);
    expect(-(smallest(program, 0, -1) ?? NaN)).toBeCloseTo(7);
    const naive = byQuarter([3, 30, 20, 40], [19, 28, 37, 46]);
    const key = cellKey("2025-01", "east", "n");
    const onlyThat = new Map([...naive.cells.values()].map((cell) => [cell.key, cell.key === key ? ({ state: "small" } as const) : ({ state: "shown", count: cell.count } as const)]));
    expect(toldOf(naive, onlyThat, 5, [key])).toMatchObject([{ low: 3, high: 3 }]);
  });

  test.each([5, 11])("cannot tell any small count more closely than from 1 to one less than %i", (threshold) => {
    fc.assert(
      fc.property(years, ({ block }) => {
        const { cells } = suppress(block, { threshold });
        const small = smallOf(block, threshold);
        expect(small.filter((key) => cells.get(key)?.state === "shown")).toEqual([]);
        for (const { low, high } of toldOf(block, cells, threshold, some(small))) {
          expect(low).toBeLessThanOrEqual(1 + 1e-6);
          expect(high).toBeGreaterThanOrEqual(threshold - 1 - 1e-6);
        }
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test("nor any count that was hidden for the others' sake exactly", () => {
    fc.assert(
      fc.property(years, ({ block }) => {
        const { cells } = suppress(block, { threshold: 5 });
        const withheld = [...cells].flatMap(([key, { state: said }]) => (said === "withheld" && (block.cells.get(key)?.count ?? 0) >= 5 ? [key] : []));
        for (const { low, high } of toldOf(block, cells, 5, some(withheld))) expect(high - low).toBeGreaterThan(0.5);
      }),
      { numRuns: runs },
    );
  }, 60_000);

  test("nor from the year that was published while it was not complete", () => {
    fc.assert(
      fc.property(years.filter(({ block }) => block.total !== null), ({ counts, block, linked }) => {
        const before = blockOf(counts.filter(({ period }) => period !== "2025-10"), { year: "2025", expected: quarters, linked, part: "n" });
        const first = suppress(before, { threshold: 5 }).cells;
        const then = suppress(block, { threshold: 5, earlier: remembered(first) }).cells;
        const joint = new Map([...then].map(([key, cell]) => [key, first.get(key)?.state === "shown" ? (first.get(key) ?? cell) : cell]));
        const small = smallOf(block, 5);
        for (const { low, high } of toldOf(block, joint, 5, some(small))) {
          expect(low).toBeLessThanOrEqual(1 + 1e-6);
          expect(high).toBeGreaterThanOrEqual(4 - 1e-6);
        }
      }),
      { numRuns: Math.ceil(runs / 2) },
    );
  }, 60_000);

  test("most of a year stays readable: what is hidden is not the easy way out", () => {
    const months = Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, "0")}`);
    const counts = months.flatMap((period, at) => [whole(period, "east", 9 + (at % 5) - (at === 3 ? 9 : 0), 150 + at), whole(period, "west", 6 + (at % 3) - (at === 7 ? 4 : 0), 90 + at)]);
    const { cells, kept } = suppress(blockOf(counts, { year: "2025", expected: months, linked: true, part: "n" }), { threshold: 5 });
    expect(kept).toMatchObject({ members: true, agencies: true });
    const shown = [...cells.values()].filter((cell) => cell.state === "shown").length;
    expect(shown / cells.size).toBeGreaterThan(0.7);
  });

  test("strata are hidden in every break-down that shares their total", () => {
    const strata = (numbers: readonly number[], breakdown: string): Count[] => numbers.map((numerator, at) => ({ period: "2025", agency: "east", breakdown, stratum: `s${at}`, numerator, denominator: null }));
    const block = blockOf([whole("2025", "east", 60, null), ...strata([3, 27, 30], "race"), ...strata([20, 20, 20], "age")], { year: "2025", expected: ["2025"], linked: false, part: "n" });
    const { cells } = suppress(block, { threshold: 5 });
    expect(cells.get(cellKey(stratumCore("2025", "race", "s0"), "east", "n"))?.state).toBe("small");
    expect([...cells.values()].filter((cell) => cell.state === "withheld").length).toBeGreaterThan(0);
    expect(allAgencies).toBe("*");
  });
});
