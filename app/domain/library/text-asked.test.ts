import { describe, expect, test } from "vitest";
import { dayAsked, textAsked } from "./text-asked";

const editions = [2, 1].map((number) => ({ id: `edition ${number}`, number }));
const adoptions = [
  { editionId: "edition 1", organizationId: "police", from: "2026-01-01", ownTextId: null },
  { editionId: "edition 2", organizationId: "police", from: "2026-05-01", until: "2026-05-31", ownTextId: null },
  { editionId: "edition 2", organizationId: "police", from: "2026-07-01", ownTextId: null },
  { editionId: "edition 1", organizationId: "sheriff", from: "2026-02-01", ownTextId: null },
  { editionId: "edition 2", organizationId: "sheriff", from: "2026-08-01", ownTextId: "the sheriff's" },
];
const asked = (agencyId: string | null, day: string, edition: number | null = null) => {
  const found = textAsked({ edition, agencyId, day }, editions, adoptions);
  return found && [found.edition.number, found.adoption?.ownTextId ?? null];
};

describe("the text of a day", () => {
  test("is nothing before the first edition, and each agency's own after it", () => {
    expect(asked("police", "2025-12-31")).toBeNull();
    expect(asked("police", "2026-01-01")).toEqual([1, null]);
    expect(asked("sheriff", "2026-01-01")).toBeNull();
  });

  test("follows an interim order to its last day and goes back to what was before", () => {
    expect(["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01", "2026-07-01"].map((day) => asked("police", day)?.[0])).toEqual([1, 2, 2, 1, 2]);
  });

  test("is the agency's own where it adopted with changes", () => {
    expect(asked("sheriff", "2026-07-31")).toEqual([1, null]);
    expect(asked("sheriff", "2026-08-01")).toEqual([2, "the sheriff's"]);
  });

  test("is for nobody in particular the newest edition in force anywhere, as it was carried", () => {
    expect(asked(null, "2026-07-15")).toEqual([2, null]);
    expect(asked(null, "2026-09-01")).toEqual([2, null]);
    expect(asked(null, "2025-01-01")).toBeNull();
  });
});

describe("an edition", () => {
  test("is the carried text, and with an agency that agency's", () => {
    expect(asked(null, "2026-01-01", 2)).toEqual([2, null]);
    expect(asked("sheriff", "2026-01-01", 2)).toEqual([2, "the sheriff's"]);
    expect(asked("police", "2026-01-01", 2)).toEqual([2, null]);
  });

  test("is not there when nobody made it or the agency did not adopt it", () => {
    expect(asked(null, "2026-09-01", 3)).toBeNull();
    expect(asked("campus", "2026-09-01", 2)).toBeNull();
  });
});

test.each(["2026-02-30", "2026-13-01", "yesterday", "01/03/2025", "2025-3-1", "0", "2025-03-01T00:00"])("%j is refused at the field", (day) => {
  expect(dayAsked(day)).toMatchObject({ ok: false, status: 422, field: "asOf" });
});

test("no day is today, and a day that exists is taken", () => {
  expect([dayAsked(null), dayAsked(" "), dayAsked("2024-02-29")]).toEqual([null, null, "2024-02-29"].map((value) => ({ ok: true, value })));
});
