import fc from "fast-check";
import { expect, test } from "vitest";
import { daysOn } from "../decisions/business-days";
import { currencyOn, refresherSpans } from "./refresher";

test("the spans of days say of each training what its own day says", () => {
  expect(refresherSpans("2026-02-28").past).toBe("2024-02-27");
  expect(refresherSpans("2026-03-01").past).toBe("2024-02-29");
  const day = fc.integer({ min: 0, max: 4_000 }).map((days) => daysOn("2020-01-01", days));
  fc.assert(
    fc.property(day, fc.integer({ min: 600, max: 760 }), (today, ago) => {
      const trained = daysOn(today, -ago);
      const { past, due } = refresherSpans(today);
      expect(trained <= past ? "past" : trained <= due ? "due" : "current").toBe(currencyOn(today, trained));
    }),
    { numRuns: 2_000 },
  );
});
