import { describe, expect, test } from "vitest";
import { decisionMoves, decisionStates, isOpenDecision, moveDecision, readDecisionState, type DecisionMove, type DecisionState } from "./stages";

const ALLOWED: Record<DecisionState, Partial<Record<DecisionMove, DecisionState>>> = {
  pending: { adopt: "adopted", decline: "declined", defer: "deferred" },
  deferred: { adopt: "adopted", decline: "declined" },
  adopted: {},
  declined: {},
};

describe("the stages of a decision", () => {
  const pairs = decisionStates.flatMap((state) => decisionMoves.map((move) => ({ state, move, to: ALLOWED[state][move] })));

  test.each(pairs)("to $move a decision that is $state leads to $to", ({ state, move, to }) => {
    const ruling = moveDecision(state, move);
    if (to) expect(ruling).toEqual({ ok: true, value: to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });

  test("only a pending and a deferred decision wait for an answer", () => {
    expect(decisionStates.filter(isOpenDecision)).toEqual(["pending", "deferred"]);
  });

  test("a state nobody knows is not guessed at", () => {
    expect(() => readDecisionState("maybe")).toThrow("maybe");
  });
});
