import { describe, expect, test } from "vitest";
import { castRuling, type CastRequest } from "./ballot";

const closesAt = new Date("2026-11-01T22:00:00Z");
const advocate: CastRequest = {
  rules: { reasons: "required-to-object" },
  choice: "consent",
  reason: "",
  seat: { voting: true, filled: true },
  onRoll: true,
  rollFixedOn: "October 18, 2026",
  roundState: "open",
  now: new Date("2026-10-20T12:00:00Z"),
  closesAt,
};
const seat = advocate.seat;
const refused = (change: Partial<CastRequest>) => castRuling({ ...advocate, ...change });
const after = (milliseconds: number) => new Date(closesAt.getTime() + milliseconds);

describe("casting a vote", () => {
  test("an advocate on the roll votes while the round is open", () => {
    expect(castRuling(advocate)).toEqual({ ok: true });
  });

  test("a police co-chair with a non-voting seat can comment but not vote", () => {
    expect(refused({ seat: { ...seat, voting: false }, onRoll: false })).toEqual({
      ok: false,
      status: 403,
      reason: "Your seat is a non-voting seat. You can comment and suggest edits, but not vote.",
    });
  });

  test("a member who joined during the vote reads when the roll was fixed", () => {
    expect(refused({ onRoll: false })).toEqual({
      ok: false,
      status: 403,
      reason: "The roll was fixed on October 18, 2026, and your seat is not on it. You can vote in the next round.",
    });
  });

  test("a vacant seat and a recused seat do not vote", () => {
    expect(refused({ seat: { ...seat, filled: false } })).toMatchObject({ status: 403, reason: expect.stringContaining("vacant") });
    expect(refused({ seat: { ...seat, recused: true } })).toMatchObject({ status: 403, reason: expect.stringContaining("recused") });
  });

  test("a vote is in time until the last millisecond and late at the closing time itself", () => {
    expect(refused({ now: after(-1) })).toEqual({ ok: true });
    for (const now of [after(0), after(1)]) {
      expect(refused({ now })).toEqual({ ok: false, status: 409, reason: "Voting has closed, so votes can no longer be cast or changed." });
    }
  });

  test("a round that was closed or voided before its time takes no votes", () => {
    expect(refused({ roundState: "closed" })).toMatchObject({ status: 409, reason: expect.stringContaining("closed") });
    expect(refused({ roundState: "voided" })).toMatchObject({ status: 409, reason: expect.stringContaining("voided") });
    expect(refused({ roundState: "voided", now: after(1) })).toMatchObject({ reason: expect.stringContaining("voided") });
  });

  test("an alternate votes only when the holder has not", () => {
    expect(refused({ seat: { ...seat, castBy: "alternate" } })).toEqual({ ok: true });
    expect(refused({ seat: { ...seat, castBy: "alternate", holderHasVoted: true } })).toMatchObject({ ok: false, status: 409 });
    expect(refused({ seat: { ...seat, castBy: "holder", holderHasVoted: true } })).toEqual({ ok: true });
  });

  test("who comes before when, and when before how", () => {
    expect(refused({ onRoll: false, roundState: "closed", choice: "object" })).toMatchObject({ status: 403 });
    expect(refused({ roundState: "closed", choice: "object" })).toMatchObject({ status: 409 });
  });
});

describe("reasons with a vote", () => {
  test.each([
    ["optional", "object", true],
    ["optional", "consent", true],
    ["required-to-object", "object", false],
    ["required-to-object", "consent", true],
    ["required-to-object", "abstain", true],
    ["required", "object", false],
    ["required", "consent", false],
    ["required", "abstain", false],
  ] as const)("when reasons are %s, a vote to %s without text is accepted: %s", (reasons, choice, accepted) => {
    const ruling = refused({ rules: { reasons }, choice, reason: "  \n" });
    if (accepted) expect(ruling).toEqual({ ok: true });
    else expect(ruling).toMatchObject({ ok: false, status: 422, field: "reason" });
    expect(refused({ rules: { reasons }, choice, reason: "Dispatch has no such line." })).toEqual({ ok: true });
  });
});
