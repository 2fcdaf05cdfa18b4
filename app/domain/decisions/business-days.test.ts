import { expect, test } from "vitest";
import { afterNotice, isBusinessDay } from "./business-days";

test("weekends and the agency's holidays are not business days", () => {
  expect(["2026-11-23", "2026-11-28", "2026-11-29"].map((day) => isBusinessDay(day, []))).toEqual([true, false, false]);
  expect(isBusinessDay("2026-11-26", ["2026-11-26"])).toBe(false);
});

test.each([
  ["10 business days from a Monday end on a Monday two weeks later", "2026-11-02", 10, [], "2026-11-17"],
  ["Thanksgiving and the day after do not count", "2026-11-16", 10, ["2026-11-26", "2026-11-27"], "2026-12-03"],
  ["a notice on a Saturday begins to count on Monday", "2026-11-21", 1, [], "2026-11-24"],
  ["over the turn of the year", "2026-12-30", 3, ["2027-01-01"], "2027-01-06"],
  ["no days: from the day after", "2026-11-20", 0, [], "2026-11-21"],
])("%s", (_, noticeOn, days, holidays, first) => {
  expect(afterNotice(noticeOn, days, holidays)).toBe(first);
});
