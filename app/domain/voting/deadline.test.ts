import { describe, expect, test } from "vitest";
import { dayOf, daysLater, instantOf, wallClockOf } from "./deadline";

const at = (local: string, timeZone: string) => {
  const ruling = instantOf(local, timeZone, "closesAt");
  return ruling.ok ? ruling.value.toISOString() : ruling.reason;
};

describe("a deadline in the program's own time", () => {
  test.each([
    ["America/Chicago", "2026-11-01T17:00", "2026-11-01T23:00:00.000Z"],
    ["America/Chicago", "2026-10-31T17:00", "2026-10-31T22:00:00.000Z"],
    ["America/Phoenix", "2026-11-01T17:00", "2026-11-02T00:00:00.000Z"],
    ["Pacific/Guam", "2026-11-01T17:00", "2026-11-01T07:00:00.000Z"],
  ])("in %s, %s is one instant, and it reads back the same", (timeZone, local, instant) => {
    expect(at(local, timeZone)).toBe(instant);
    expect(wallClockOf(new Date(instant), timeZone)).toBe(local);
  });

  test("half past one on the night the clocks go back is refused, because it happens twice", () => {
    expect(at("2026-11-01T01:30", "America/Chicago")).toContain("twice");
    expect(at("2026-11-01T01:30", "America/Phoenix")).toBe("2026-11-01T08:30:00.000Z");
  });

  test("half past two on the night the clocks go forward is refused, because it never happens", () => {
    expect(at("2026-03-08T02:30", "America/Chicago")).toContain("does not exist");
  });

  test.each(["", "tomorrow", "2026-02-30T10:00", "2026-11-01 17:00", "2026-11-01T24:00"])("%o is not a time", (text) => {
    expect(at(text, "America/Chicago")).toContain("date and a time");
  });

  test("fourteen days later is the same time of day, whatever the clocks do between", () => {
    const opened = new Date("2026-10-20T22:00:00.123Z");
    expect(daysLater(opened, 14, "America/Chicago").toISOString()).toBe("2026-11-03T23:00:00.123Z");
    expect(daysLater(opened, 14, "America/Phoenix").toISOString()).toBe("2026-11-03T22:00:00.123Z");
  });

  test("the day is the program's, not Greenwich's", () => {
    expect(dayOf(new Date("2026-11-24T03:00:00Z"), "America/Chicago")).toBe("2026-11-23");
    expect(dayOf(new Date("2026-11-23T20:00:00Z"), "Pacific/Guam")).toBe("2026-11-24");
  });
});
