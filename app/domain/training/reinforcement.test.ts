import { expect, test } from "vitest";
import { exactRate } from "../evaluation/statistics/single-rate";
import { reinforcementOf, type UnitDebriefs, type UnitStaff } from "./reinforcement";

const fewest = 5;
const day = { organizationId: "riverton", assignment: "Patrol", shift: "Day" };
const night = { ...day, shift: "Night" };
const county = { organizationId: "county", assignment: "Patrol", shift: "All hours" };
const headcounts: UnitStaff[] = [{ ...day, staff: 30 }, { ...night, staff: 20 }];
const written = (count: number, month: string, unit = day): UnitDebriefs => ({ ...unit, month, count });
const monthOf = (debriefs: readonly UnitDebriefs[], month: string, staff = headcounts, today = "2026-06-30") => reinforcementOf(debriefs, staff, today, fewest).months.find((one) => one.month === month);

test("ten events in a hundred officer-months have the exact interval of the tables, and none has an upper end only", () => {
  // Exact 95 % limits of a Poisson count of 10 and of 0, as printed in tables: 4.795 to 18.390, and 0 to 3.689.
  const ten = exactRate({ events: 10, exposure: 100 });
  expect(ten.rate).toBe(0.1);
  expect(ten.low).toBeCloseTo(0.0479539, 6);
  expect(ten.high).toBeCloseTo(0.183904, 5);
  const none = exactRate({ events: 0, exposure: 1 });
  expect(none).toMatchObject({ rate: 0, low: 0 });
  expect(none.high).toBeCloseTo(-Math.log(0.025), 9);
  expect(() => exactRate({ events: 1, exposure: 0 })).toThrow(/above zero/);
});

test("a month's debriefs are told for every hundred officers, those of units without a debrief included", () => {
  const june = monthOf([written(6, "2026-06"), written(4, "2026-06", night)], "2026-06");
  expect(june).toMatchObject({ debriefs: 10, running: true });
  expect(june?.rate?.value).toBeCloseTo(20, 9);
  expect(june?.rate?.low).toBeCloseTo(9.59, 2);
  expect(june?.rate?.high).toBeCloseTo(36.78, 2);
  expect(monthOf([written(10, "2026-06")], "2026-06")?.rate?.value).toBeCloseTo(20, 9);
});

test("the running month weighs as much as has passed of it, in a leap year too", () => {
  expect(monthOf([written(10, "2026-06")], "2026-06", headcounts, "2026-06-15")?.rate?.value).toBeCloseTo(40, 9);
  expect(monthOf([written(10, "2028-02")], "2028-02", headcounts, "2028-02-29")?.rate?.value).toBeCloseTo(20, 9);
  expect(monthOf([written(10, "2026-05")], "2026-05", headcounts, "2026-06-15")?.rate?.value).toBeCloseTo(20, 9);
});

test("a few debriefs are not shown, nor their rate; none is a rate of none", () => {
  expect(monthOf([written(4, "2026-05")], "2026-05")).toEqual({ month: "2026-05", running: false, debriefs: null, rate: null });
  expect(monthOf([], "2026-05")).toMatchObject({ debriefs: 0, rate: { value: 0, low: 0 } });
});

test("the year is summed only when no month is hidden, because the hidden one would be what is missing from the sum", () => {
  const months = ["2025-07", "2025-12", "2026-01", "2026-06"];
  expect(reinforcementOf(months.map((month) => written(15, month)), headcounts, "2026-06-30", fewest).reading).toBe("In the last twelve months, supervisors wrote 10 debriefs for every 100 officers a month (95 % interval 7.63 to 12.9; 60 debriefs, 50 officers).");
  const hidden = reinforcementOf([...months.map((month) => written(15, month)), written(3, "2026-02")], headcounts, "2026-06-30", fewest).reading;
  expect(hidden).toBe("So far this month, supervisors wrote 30 debriefs for every 100 officers a month (95 % interval 16.8 to 49.5; 15 debriefs, 50 officers).");
  expect(hidden).not.toMatch(/6[03] debriefs/);
  expect(reinforcementOf([written(3, "2026-02")], headcounts, "2026-06-30", fewest).reading).toBe("In no month were there as many debriefs as may be shown, among 50 officers.");
  expect(reinforcementOf([], headcounts, "2026-06-30", fewest).reading).toContain("No supervisor");
});

test("units without a headcount count neither above nor below the line, and agencies whose few officers are hidden elsewhere are not told by the sum", () => {
  const some = reinforcementOf([written(10, "2026-05"), written(7, "2026-05", county)], [...headcounts, { ...county, staff: 3 }], "2026-06-30", fewest);
  expect(some.officers).toBe(50);
  expect(some.months.at(-2)).toMatchObject({ debriefs: 10 });
  const without = reinforcementOf([written(10, "2026-05"), written(7, "2026-05", county)], [], "2026-06-30", fewest);
  expect(without).toMatchObject({ officers: null, reading: expect.stringContaining("once headcounts are given") });
  expect(without.months.at(-2)).toEqual({ month: "2026-05", running: false, debriefs: 17, rate: null });
});

test("debriefs older than twelve months count no more", () => {
  const { months } = reinforcementOf([written(50, "2025-06"), written(5, "2025-07")], headcounts, "2026-06-30", fewest);
  expect([months.length, months[0]?.month, months[0]?.debriefs]).toEqual([12, "2025-07", 5]);
});
