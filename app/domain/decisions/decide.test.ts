import { describe, expect, test } from "vitest";
import { decisionRuling, type Answer, type AskedDecision } from "./decide";

const asked: AskedDecision = {
  state: "pending",
  today: "2026-11-23",
  contentHash: "a1",
  frozenHash: "a1",
  round: { state: "closed", carried: true, hash: "a1" },
  clash: null,
  ownEdition: null,
  stages: [],
  notice: null,
  changes: null,
  minimums: { carried: null, changed: null },
  previous: { edition: 2, effectiveFrom: "2026-03-01" },
  ownProposal: false,
  latestDeferral: "2026-12-23",
};
const adopt: Answer = { move: "adopt", reasons: "It answers the finding.", effectiveFrom: "2026-12-01", until: null, deferredUntil: null };
const edition = { number: 3, hash: "a1", contentHash: "a1", carriedHash: "" };
const decide = (change: Partial<AskedDecision>, answer: Partial<Answer> = {}) => decisionRuling({ ...asked, ...change }, { ...adopt, ...answer });

describe("a head's decision", () => {
  test("adopts the carried text from a day on", () => {
    expect(decide({})).toEqual({ ok: true, value: { move: "adopt", state: "adopted", reasons: "It answers the finding.", effectiveFrom: "2026-12-01", until: null, deferredUntil: null } });
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
    ["a newer edition would be undone", { clash: { edition: 3, clauses: ["4.2"] } }],
    ["the agency already has a newer edition", { ownEdition: edition, previous: { edition: 4, effectiveFrom: "2026-03-01" } }],
    ["the edition of the other agency was altered", { ownEdition: { ...edition, contentHash: "b2" } }],
    ["the edition of the other agency is of another ballot", { ownEdition: { ...edition, hash: "c3", contentHash: "c3", carriedHash: "b2" } }],
    ["a stage is not done", { stages: [{ name: "Legal review", state: "open" as const }] }],
  ])("is not adopted when %s", (_, change) => {
    expect(decide(change)).toMatchObject({ ok: false, status: 409 });
    expect(decide(change, { move: "decline" }).ok).toBe(true);
  });

  test("a second agency adopts the same text though it became the latest edition meanwhile", () => {
    expect(decide({ ownEdition: edition }).ok).toBe(true);
    expect(decide({ ownEdition: { ...edition, hash: "c3", contentHash: "c3", carriedHash: "a1" } }).ok).toBe(true);
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

  test("is in force only after the notice to the union has run", () => {
    const notice = { name: "Notice to the union", firstDay: "2026-12-09" };
    expect(decide({ notice }, { effectiveFrom: "2026-12-08" })).toMatchObject({ ok: false, status: 422, field: "effectiveFrom", reason: expect.stringContaining("on December 9, 2026 at the earliest") });
    expect(decide({ notice }, { effectiveFrom: "2026-12-09" }).ok).toBe(true);
    expect(decide({ notice }, { move: "decline" }).ok).toBe(true);
  });

  test("is an interim order only with a last day, within a year", () => {
    const interim = (until: string | null) => decide({}, { move: "interim", until });
    expect(interim("2026-12-31")).toMatchObject({ ok: true, value: { state: "interim", until: "2026-12-31" } });
    for (const day of [null, "2026-11-30", "2028-01-01"]) expect(interim(day)).toMatchObject({ ok: false, status: 422, field: "until" });
  });

  test("adopts with changes once the time for comments is over and nothing waits to be confirmed", () => {
    const conclude = (changes: AskedDecision["changes"]) => decide({ state: "inComment", changes }, { move: "conclude" });
    const changes = { over: true, until: "2026-11-22", unconfirmed: false, outdated: false, altered: false };
    expect(conclude(changes)).toMatchObject({ ok: true, value: { state: "adoptedWithChanges" } });
    for (const not of [{ ...changes, over: false }, { ...changes, unconfirmed: true }, { ...changes, outdated: true }, { ...changes, altered: true }, null]) expect(conclude(not)).toMatchObject({ ok: false, status: 409 });
  });
});
