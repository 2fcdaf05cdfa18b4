import { describe, expect, test } from "vitest";
import { decisionMoves, decisionStates, isOpenDecision, moveDecision, readDecisionState, type DecisionMove, type DecisionState } from "./stages";

const open = { adopt: "adopted", interim: "interim", change: "inComment", decline: "declined", leave: "left" } as const;
const ALLOWED: Record<DecisionState, Partial<Record<DecisionMove, DecisionState>>> = {
  pending: { ...open, defer: "deferred" },
  deferred: open,
  interim: { adopt: "adopted", change: "inComment", decline: "declined", leave: "left" },
  inComment: { adopt: "adopted", change: "inComment", conclude: "adoptedWithChanges", decline: "declined", leave: "left" },
  adopted: {},
  adoptedWithChanges: {},
  declined: {},
  left: {},
};

describe("the stages of a decision", () => {
  const pairs = decisionStates.flatMap((state) => decisionMoves.map((move) => ({ state, move, to: ALLOWED[state][move] })));

  test.each(pairs)("to $move a decision that is $state leads to $to", ({ state, move, to }) => {
    const ruling = moveDecision(state, move);
    if (to) expect(ruling).toEqual({ ok: true, value: to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });

  test("a pending, a deferred, an interim and a changed decision wait for an answer", () => {
    expect(decisionStates.filter(isOpenDecision)).toEqual(["pending", "deferred", "interim", "inComment"]);
  });

  test("a state nobody knows is not guessed at", () => {
    expect(() => readDecisionState("maybe")).toThrow("maybe");
  });
});
