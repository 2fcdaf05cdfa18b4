import { describe, expect, test } from "vitest";
import { reviewCause, reviewInWords, reviewNoticeDue, reviewOn } from "./cycle";

const adopted = (from: string, months = 12, reviewedOn: string[] = []) => (today: string) => reviewOn(today, months, { adoptedFrom: [from], reviewedOn });

describe("the review of a document", () => {
  test("is due twelve months after it was adopted or last looked at", () => {
    expect(adopted("2026-01-15")("2026-11-24")).toMatchObject({ due: "2027-01-15", daysLeft: 52, soon: true, expired: false });
    expect(adopted("2026-01-15", 12, ["2026-06-01"])("2026-11-24")).toMatchObject({ last: "2026-06-01", due: "2027-06-01", soon: false });
    expect(reviewOn("2026-11-24", 12, { adoptedFrom: [], reviewedOn: [] })).toBeNull();
  });

  test("knows leap years and short months", () => {
    expect(adopted("2024-02-29")("2024-03-01")).toMatchObject({ due: "2025-02-28", daysLeft: 364 });
    expect(adopted("2024-02-29", 48)("2024-03-01")).toMatchObject({ due: "2028-02-29" });
    expect(adopted("2026-08-31", 6)("2026-09-01")).toMatchObject({ due: "2027-02-28" });
  });

  test("expires the day after it was due", () => {
    const on = adopted("2026-01-15");
    expect([on("2027-01-14"), on("2027-01-15"), on("2027-01-16")].map((review) => review && [reviewInWords(review), review.expired])).toEqual([
      ["Review due in 1 day", false],
      ["Review due today", false],
      ["Review expired 1 day ago", true],
    ]);
  });
});

describe("the notice of a review ahead", () => {
  const notice = (review: ReturnType<ReturnType<typeof adopted>>) => review && reviewNoticeDue(review);

  test("comes 90, 60 and 30 days before", () => {
    const on = adopted("2026-01-01");
    expect(["2026-10-02", "2026-10-03", "2026-11-01", "2026-11-02", "2026-12-01", "2026-12-02", "2027-01-01", "2027-01-02"].map((day) => notice(on(day)))).toEqual([null, 90, 90, 60, 60, 30, 30, null]);
  });

  test("does not come before the last review", () => {
    expect([1, 2, 3].map((months) => notice(adopted("2026-02-01", months)("2026-02-02")))).toEqual([null, null, null]);
    expect(notice(adopted("2026-01-01", 2)("2026-01-31"))).toBe(30);
  });

  test("is another one for another due day", () => {
    expect(reviewCause("d", "2027-01-15", 30)).not.toBe(reviewCause("d", "2028-01-15", 30));
  });
});
