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

describe("a day", () => {
  it("is the program's, not the server's", () => {
    const instant = new Date("2026-11-24T04:30:00Z");
    expect(dayIn("America/Chicago", instant)).toBe("2026-11-23");
    expect(dayIn("Pacific/Guam", instant)).toBe("2026-11-24");
  });
});
