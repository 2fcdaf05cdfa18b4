import { describe, expect, test } from "vitest";
import { formatDay, formatHint, formatTime, formatWhen } from "./format-when";

const chicago = "America/Chicago";
const now = new Date("2026-11-20T18:00:00Z");

describe("A moment in the program's time zone", () => {
  test("is said in full, with how far away it is", () => {
    expect(formatWhen("2026-11-23T23:00:00Z", chicago, now)).toBe("Nov. 23, 2026, 5:00 p.m. CT (in 3 days)");
    expect(formatWhen("2026-11-23T23:00:00Z", chicago)).toBe("Nov. 23, 2026, 5:00 p.m. CT");
  });

  test("keeps its local hour when the clocks change", () => {
    expect(formatTime("2026-10-31T22:00:00Z", chicago)).toBe("5:00 p.m. CT");
    expect(formatTime("2026-11-01T23:00:00Z", chicago)).toBe("5:00 p.m. CT");
  });

  test("counts calendar days over the night when the clocks change", () => {
    expect(formatHint("2026-11-01T23:00:00Z", chicago, "2026-10-31T22:00:00Z")).toBe("tomorrow");
    expect(formatHint("2026-03-09T05:30:00Z", chicago, "2026-03-07T18:00:00Z")).toBe("in 2 days");
  });

  test("says both hours of the night that happens twice", () => {
    expect(formatTime("2026-11-01T06:30:00Z", chicago)).toBe("1:30 a.m. CT");
    expect(formatTime("2026-11-01T07:30:00Z", chicago)).toBe("1:30 a.m. CT");
  });

  test("is a day ahead in Guam", () => {
    expect(formatWhen("2026-11-23T23:00:00Z", "Pacific/Guam")).toBe("Nov. 24, 2026, 9:00 a.m. ChST");
  });

  test("never moves with daylight saving in Phoenix", () => {
    expect(formatTime("2026-07-01T19:00:00Z", "America/Phoenix")).toBe("12:00 p.m. MST");
    expect(formatTime("2026-12-01T19:00:00Z", "America/Phoenix")).toBe("12:00 p.m. MST");
  });

  test("says midnight as 12:00 a.m.", () => {
    expect(formatTime("2026-11-23T06:00:00Z", chicago)).toBe("12:00 a.m. CT");
  });
});

describe("A day", () => {
  test("shortens long months only", () => {
    expect(formatDay("2026-09-01", chicago)).toBe("Sept. 1, 2026");
    expect(formatDay("2026-05-01", chicago)).toBe("May 1, 2026");
  });

  test("without an hour is the same day in every zone", () => {
    expect(formatDay("2026-11-23", "Pacific/Guam")).toBe("Nov. 23, 2026");
    expect(formatDay("2026-11-23", "Pacific/Honolulu")).toBe("Nov. 23, 2026");
  });
});

describe("How far away", () => {
  test("is in minutes and hours on the same day", () => {
    expect(formatHint("2026-11-20T18:20:00Z", chicago, now)).toBe("in 20 minutes");
    expect(formatHint("2026-11-20T17:00:00Z", chicago, now)).toBe("1 hour ago");
    expect(formatHint("2026-11-20", chicago, now)).toBe("today");
  });

  test("is in months and years when it is long", () => {
    expect(formatHint("2026-11-18", chicago, now)).toBe("2 days ago");
    expect(formatHint("2027-05-20", chicago, now)).toBe("in 6 months");
    expect(formatHint("2029-11-20", chicago, now)).toBe("in 3 years");
  });
});
