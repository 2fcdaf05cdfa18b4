import { describe, expect, test } from "vitest";
import { alternateRuling, holderRuling, isFilled, seatsInWords, termCovers, termRuling, termsOverlap, type Seat } from "./seats";

const today = "2026-11-23";
const holder = { id: "ana", name: "Ana Reyes", suspended: false };
const seat = (parts: Partial<Seat> = {}): Seat => ({ id: "1", title: "Advocacy seat 1", voting: true, groupId: "g", organizationId: "nami", termStart: "2026-01-01", termEnd: "2026-12-31", holder: null, alternate: null, ...parts });
const ana = { ...holder, organizationId: "nami", roles: ["voter"] as const };

describe("the term of a seat", () => {
  test.each([
    ["2026-11-23", "2026-11-23", true],
    ["2026-11-23", null, true],
    ["2026-11-24", null, false],
    ["2025-01-01", "2026-11-22", false],
  ])("from %s to %s covers today: %s", (termStart, termEnd, covers) => {
    expect(termCovers({ termStart, termEnd }, today)).toBe(covers);
  });

  test("does not end before it begins", () => {
    expect(termRuling({ termStart: "2026-11-23", termEnd: "2026-11-22" })).toMatchObject({ ok: false, field: "termEnd" });
    expect(termRuling({ termStart: "2026-11-23", termEnd: "2026-11-23" }).ok).toBe(true);
  });

  test("overlaps another that shares one day", () => {
    expect(termsOverlap({ termStart: "2026-01-01", termEnd: "2026-06-30" }, { termStart: "2026-06-30", termEnd: null })).toBe(true);
    expect(termsOverlap({ termStart: "2026-01-01", termEnd: "2026-06-30" }, { termStart: "2026-07-01", termEnd: null })).toBe(false);
    expect(termsOverlap({ termStart: "2026-07-01", termEnd: null }, { termStart: "2026-01-01", termEnd: "2026-06-30" })).toBe(false);
  });
});

describe("two of four advocacy seats vacant", () => {
  const seats = [seat({ holder }), seat({ holder: { ...holder, id: "b" } }), seat(), seat({ holder: { ...holder, id: "c", suspended: true } })];

  test("is 2/4 filled, and the base of the quorum is in words", () => {
    expect(seatsInWords(seats, today, "filled")).toEqual({ short: "2/4 filled", base: "Quorum counts the 2 filled voting seats." });
    expect(seatsInWords(seats, today, "authorized")).toEqual({ short: "2/4 filled", base: "Quorum counts all 4 voting seats, vacant ones too." });
  });

  test("leaves out seats that do not vote or whose term is over", () => {
    expect(seatsInWords([...seats, seat({ voting: false, holder }), seat({ termEnd: "2026-01-02", holder })], today, "filled").short).toBe("2/4 filled");
  });

  test("a suspended holder does not fill a seat", () => {
    expect(isFilled(seat({ holder: { ...holder, suspended: true } }), today)).toBe(false);
  });

  test("a group without a voting seat says so", () => {
    expect(seatsInWords([seat({ voting: false, holder })], today, "filled").short).toBe("No voting seats");
  });
});

describe("who may hold a seat", () => {
  test("someone of its organization who may vote, and nobody at all", () => {
    expect(holderRuling(seat(), ana, []).ok).toBe(true);
    expect(holderRuling(seat({ holder }), null, []).ok).toBe(true);
  });

  test.each([
    ["somebody of another organization", { ...ana, organizationId: "police" }, [], /of its organization/],
    ["a suspended person", { ...ana, suspended: true }, [], /suspended/],
    ["an observer, when the seat votes", { ...ana, roles: ["observer"] as const }, [], /do not include voting/],
    ["the holder of another voting seat in that time", ana, [seat({ id: "2", title: "Advocacy seat 2", holder })], /One person has one vote/],
  ])("not %s", (_who, candidate, others, why) => {
    expect(holderRuling(seat(), candidate, others)).toMatchObject({ ok: false, reason: expect.stringMatching(why), field: "holderId" });
  });

  test("a non-voting seat may be held beside a voting one, also by an observer", () => {
    expect(holderRuling(seat({ voting: false }), ana, [seat({ id: "2", holder })]).ok).toBe(true);
    expect(holderRuling(seat({ voting: false }), { ...ana, roles: ["observer"] }, []).ok).toBe(true);
  });

  test("two voting seats one after the other", () => {
    expect(holderRuling(seat({ termStart: "2027-01-01", termEnd: null }), ana, [seat({ id: "2", holder })]).ok).toBe(true);
  });

  test("nobody is holder and alternate of one seat, nor stands in for one voting seat while holding another", () => {
    expect(holderRuling(seat({ alternate: holder }), ana, [])).toMatchObject({ ok: false, reason: expect.stringContaining("Nobody is both") });
    expect(holderRuling(seat(), ana, [seat({ id: "2", alternate: holder })])).toMatchObject({ ok: false, reason: expect.stringContaining("One person has one vote") });
    expect(alternateRuling(seat({ holder }), ana, [])).toMatchObject({ ok: false, field: "alternateId", reason: expect.stringContaining("Nobody is both") });
    expect(alternateRuling(seat(), ana, [seat({ id: "2", holder })])).toMatchObject({ ok: false, field: "alternateId", reason: expect.stringContaining("One person has one vote") });
    expect(alternateRuling(seat(), { ...ana, roles: ["observer"] }, [])).toMatchObject({ ok: false, reason: expect.stringContaining("do not include voting") });
    expect(alternateRuling(seat({ voting: false }), ana, [])).toMatchObject({ ok: false, reason: expect.stringContaining("does not vote") });
    expect(alternateRuling(seat({ alternate: holder }), ana, [])).toMatchObject({ ok: false, status: 409 });
    expect(alternateRuling(seat(), ana, []).ok).toBe(true);
    expect(alternateRuling(seat({ alternate: holder }), null, []).ok).toBe(true);
  });

  test("nothing happens twice", () => {
    expect(holderRuling(seat({ holder }), ana, [])).toMatchObject({ ok: false, status: 409 });
    expect(holderRuling(seat(), null, [])).toMatchObject({ ok: false, status: 409 });
  });
});
