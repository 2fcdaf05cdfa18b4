import { describe, expect, test } from "vitest";
import { isOverdue, moveRound, roundMoves, roundStates, type RoundMove, type RoundState } from "./stages";

const ALLOWED: Record<RoundState, Partial<Record<RoundMove, RoundState>>> = {
  open: { cast: "open", close: "closed", void: "voided" },
  closed: {},
  voided: {},
};

describe("the stages of a round", () => {
  const pairs = roundStates.flatMap((state) => roundMoves.map((move) => ({ state, move, to: ALLOWED[state][move] })));

  test.each(pairs)("$move on a round that is $state leads to $to", ({ state, move, to }) => {
    const ruling = moveRound(state, move);
    if (to) expect(ruling).toEqual({ ok: true, to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });

  test("a round is overdue from its closing time on, and only while it is open", () => {
    const closesAt = new Date("2026-11-01T22:00:00Z");
    const at = (milliseconds: number, state: RoundState = "open") => isOverdue({ state, now: new Date(closesAt.getTime() + milliseconds), closesAt });
    expect([at(-1), at(0), at(1)]).toEqual([false, true, true]);
    expect([at(1, "closed"), at(1, "voided")]).toEqual([false, false]);
  });
});
