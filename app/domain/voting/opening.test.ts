import { expect, test } from "vitest";
import { openingRuling, type OpeningRequest } from "./opening";

const now = new Date("2026-11-01T22:00:00Z");
const ready: OpeningRequest = {
  stage: "drafting",
  documentNumber: "CIT-101",
  why: "Callers wait.",
  affected: "Dispatch.",
  baseEdition: 2,
  latestEdition: 2,
  differs: true,
  votersOnRoll: 9,
  noticeDays: 0,
  readableSince: new Date("2026-10-28T22:00:00Z"),
  now,
  closesAt: new Date("2026-11-15T22:00:00Z"),
  problems: [],
};

test("a complete proposal on the latest edition goes to a vote", () => {
  expect(openingRuling(ready)).toEqual({ ok: true, value: "voting" });
});

test.each<[string, Partial<OpeningRequest>, object]>([
  ["it is open already", { stage: "voting" }, { status: 409 }],
  ["it was carried", { stage: "carried" }, { status: 409 }],
  ["it was withdrawn", { stage: "withdrawn" }, { status: 409 }],
  ["nobody said why", { why: " " }, { status: 422, field: "why" }],
  ["nobody said who is affected", { affected: "" }, { status: 422, field: "affected" }],
  ["its base is stale", { latestEdition: 3 }, { status: 409, reason: expect.stringContaining("Rebase needed") }],
  ["nothing changed", { differs: false }, { status: 409 }],
  ["the text owes a section", { problems: ["The section “Review” is missing."] }, { status: 422, reason: "The section “Review” is missing." }],
  ["no seat is filled", { votersOnRoll: 0 }, { status: 409 }],
  ["members could not read it long enough", { noticeDays: 5 }, { status: 409, reason: expect.stringContaining("5 days") }],
  ["it would close at once", { closesAt: now }, { status: 422, field: "closesAt" }],
])("no vote opens when %s", (_, change, refusal) => {
  expect(openingRuling({ ...ready, ...change })).toMatchObject({ ok: false, ...refusal });
});
