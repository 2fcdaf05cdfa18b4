import { describe, expect, test } from "vitest";
import { decisionRuling, type Answer, type AskedDecision } from "./decide";

const asked: AskedDecision = {
  state: "pending",
  today: "2026-11-23",
  contentHash: "a1",
  frozenHash: "a1",
  round: { state: "closed", carried: true, hash: "a1" },
  latestEdition: 2,
  baseEdition: 2,
  ownEdition: null,
  previous: { edition: 2, effectiveFrom: "2026-03-01" },
  ownProposal: false,
  latestDeferral: "2026-12-23",
};
const adopt: Answer = { move: "adopt", reasons: "It answers the finding.", effectiveFrom: "2026-12-01", deferredUntil: null };
const decide = (change: Partial<AskedDecision>, answer: Partial<Answer> = {}) => decisionRuling({ ...asked, ...change }, { ...adopt, ...answer });

describe("a head's decision", () => {
  test("adopts the carried text from a day on", () => {
    expect(decide({})).toEqual({ ok: true, value: { state: "adopted", reasons: "It answers the finding.", effectiveFrom: "2026-12-01", deferredUntil: null } });
  });

  test.each(["adopt", "decline", "defer"] as const)("to %s without reasons is refused at the reasons", (move) => {
    expect(decide({}, { move, reasons: " \n", deferredUntil: "2026-12-01" })).toMatchObject({ ok: false, status: 422, field: "reasons" });
  });

  test("declines with reasons alone", () => {
    expect(decide({}, { move: "decline", effectiveFrom: null })).toMatchObject({ ok: true, value: { state: "declined", effectiveFrom: null } });
  });

  test.each([
    ["the text was altered after it was frozen", { contentHash: "b2" }],
    ["another text was voted on", { round: { state: "closed", carried: true, hash: "b2" } }],
    ["the vote was not carried", { round: { state: "closed", carried: false, hash: "a1" } }],
    ["the head wrote the proposal", { ownProposal: true }],
    ["the round was voided", { round: { state: "voided", carried: true, hash: "a1" } }],
    ["a newer edition would be undone", { latestEdition: 3 }],
    ["the agency already has a newer edition", { ownEdition: 3, latestEdition: 4, previous: { edition: 4, effectiveFrom: "2026-03-01" } }],
  ])("is not adopted when %s", (_, change) => {
    expect(decide(change)).toMatchObject({ ok: false, status: 409 });
    expect(decide(change, { move: "decline" }).ok).toBe(true);
  });

  test("a second agency adopts the same text though it became the latest edition meanwhile", () => {
    expect(decide({ ownEdition: 3, latestEdition: 3 }).ok).toBe(true);
  });

  test.each([
    ["today is allowed", "2026-11-23", true],
    ["yesterday is not", "2026-11-22", false],
    ["no day is not", null, false],
    ["a day that does not exist is not", "2026-11-31", false],
  ])("first day in force: %s", (_, effectiveFrom, ok) => {
    const ruling = decide({}, { effectiveFrom });
    expect(ruling.ok).toBe(ok);
    if (!ruling.ok) expect(ruling.field).toBe("effectiveFrom");
  });

  test("two editions never share a first day, nor does the later one start first", () => {
    const previous = { edition: 2, effectiveFrom: "2026-12-10" };
    expect(decide({ previous }, { effectiveFrom: "2026-12-10" })).toMatchObject({ ok: false, status: 422, field: "effectiveFrom" });
    expect(decide({ previous }, { effectiveFrom: "2026-12-09" })).toMatchObject({ ok: false, field: "effectiveFrom" });
    expect(decide({ previous }, { effectiveFrom: "2026-12-11" }).ok).toBe(true);
  });

  test("is put off to a day after today, within the charter's days", () => {
    const defer = (deferredUntil: string | null) => decide({}, { move: "defer", deferredUntil });
    expect(defer("2026-12-23")).toMatchObject({ ok: true, value: { state: "deferred", deferredUntil: "2026-12-23" } });
    for (const day of ["2026-11-23", "2026-12-24", null]) expect(defer(day)).toMatchObject({ ok: false, status: 422, field: "deferredUntil" });
  });
});
