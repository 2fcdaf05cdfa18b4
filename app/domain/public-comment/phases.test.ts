import { describe, expect, test } from "vitest";
import { commentMoves, commentPhaseOf, commentPhases, moveCommentRound, type CommentMove, type CommentPhase } from "./phases";

const day = (date: number) => new Date(Date.UTC(2026, 10, date, 12));
const standing = { state: "standing", opensAt: day(10), closesAt: day(20) } as const;

const goes: Record<CommentPhase, Partial<Record<CommentMove, string>>> = {
  announced: { extend: "standing", withdraw: "withdrawn" },
  open: { comment: "standing", answer: "standing", hide: "standing", extend: "standing" },
  answering: { answer: "standing", hide: "standing", close: "closed" },
  closed: { hide: "closed" },
  withdrawn: {},
};

describe("a round of public comment", () => {
  for (const phase of commentPhases)
    for (const move of commentMoves)
      test(`${phase}: ${move} ${goes[phase][move] ? `leads to ${goes[phase][move]}` : "is refused in words"}`, () => {
        const ruling = moveCommentRound(phase, move);
        const to = goes[phase][move];
        if (to) expect(ruling).toEqual({ ok: true, value: to });
        else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].+\.$/) });
      });

  test("takes comments from its first moment on, and none at its last", () => {
    const at = (now: Date) => commentPhaseOf({ ...standing, now });
    expect([at(day(9)), at(day(10)), at(day(19)), at(day(20))]).toEqual(["announced", "open", "open", "answering"]);
  });

  test("that was closed or withdrawn is that, whatever the day", () => {
    for (const state of ["closed", "withdrawn"] as const) expect(commentPhaseOf({ ...standing, state, now: day(12) })).toBe(state);
  });
});
