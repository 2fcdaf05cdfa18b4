import { describe, expect, it } from "vitest";
import { dayIn, inForceOn } from "./in-force";

const police = "police";
const adoptions = [
  { editionId: "edition 1", organizationId: police, from: "2026-01-01" },
  { editionId: "edition 2", organizationId: police, from: "2026-06-01" },
  { editionId: "edition 2", organizationId: "sheriff", from: "2026-07-01" },
];

describe("what is in force for an agency on a day", () => {
  it("is nothing before its first adoption", () => expect(inForceOn(adoptions, "sheriff", "2026-06-30")).toBeNull());
  it("is the old edition on the day before the new one starts", () => expect(inForceOn(adoptions, police, "2026-05-31")?.editionId).toBe("edition 1"));
  it("is the new edition from its first day", () => expect(inForceOn(adoptions, police, "2026-06-01")?.editionId).toBe("edition 2"));
  it("is each agency's own", () => expect(inForceOn(adoptions, "sheriff", "2026-12-31")?.from).toBe("2026-07-01"));
});

describe("an interim order", () => {
  const interim = [...adoptions, { editionId: "edition 3", organizationId: police, from: "2026-08-01", until: "2026-08-31" }];
  const on = (day: string) => inForceOn(interim, police, day)?.editionId;
  it("is in force from its first to its last day, and then what was before it again", () => expect(["2026-07-31", "2026-08-01", "2026-08-31", "2026-09-01"].map(on)).toEqual(["edition 2", "edition 3", "edition 3", "edition 2"]));
  it("gives way to an edition that starts in its time", () => expect(inForceOn([...interim, { editionId: "edition 4", organizationId: police, from: "2026-08-15" }], police, "2026-08-20")?.editionId).toBe("edition 4"));
});

describe("a day", () => {
  it("is the program's, not the server's", () => {
    const instant = new Date("2026-11-24T04:30:00Z");
    expect(dayIn("America/Chicago", instant)).toBe("2026-11-23");
    expect(dayIn("Pacific/Guam", instant)).toBe("2026-11-24");
  });
});
