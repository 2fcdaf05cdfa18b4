import { expect, test } from "vitest";
import { dataDue } from "./data-due";

const due = (newest: string, frequency: "monthly" | "quarterly" | "yearly" | "wave", today: string) => dataDue([{ id: "m", name: "Contacts with force", frequency, newest }], today).map(({ period, more }) => [period, more]);

test("a period is due once it is over, by month, by quarter and by year", () => {
  expect(due("2026-10", "monthly", "2026-11-30")).toEqual([]);
  expect(due("2026-10", "monthly", "2026-12-01")).toEqual([["Nov. 2026", 0]]);
  expect(due("2026-10", "monthly", "2027-02-15")).toEqual([["Nov. 2026", 2]]);
  expect(due("2026-07", "quarterly", "2026-12-31")).toEqual([]);
  expect(due("2026-07", "quarterly", "2027-01-01")).toEqual([["Q4 2026", 0]]);
  expect(due("2024", "yearly", "2025-12-31")).toEqual([]);
  expect(due("2024", "yearly", "2026-01-01")).toEqual([["2025", 0]]);
  expect(due("2026-10", "wave", "2030-01-01")).toEqual([]);
});

test("what is longest overdue stands first", () => {
  const rows = [{ id: "a", name: "A", frequency: "monthly" as const, newest: "2026-09" }, { id: "b", name: "B", frequency: "monthly" as const, newest: "2026-06" }];
  expect(dataDue(rows, "2026-11-25").map(({ name, period }) => `${name} ${period}`)).toEqual(["B Jul. 2026", "A Oct. 2026"]);
});

test("a measure of a frozen plan without any figure is due, before those that are only late; a wave is not", () => {
  const rows = [{ id: "a", name: "Arrests", frequency: "monthly" as const, newest: "2026-09" }, { id: "b", name: "Injuries", frequency: "monthly" as const, newest: null }, { id: "c", name: "Confidence", frequency: "wave" as const, newest: null }];
  expect(dataDue(rows, "2026-11-25")).toEqual([{ id: "b", name: "Injuries", period: null, more: 0 }, { id: "a", name: "Arrests", period: "Oct. 2026", more: 0 }]);
});
