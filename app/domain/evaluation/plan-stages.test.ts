import { describe, expect, test } from "vitest";
import { isInReview, isWritten, movePlan, planMoves, planStates, readPlanState, type PlanMove, type PlanState } from "./plan-stages";

const goes: Partial<Record<`${PlanState} ${PlanMove}`, PlanState>> = {
  "drafting submit": "review",
  "review recall": "drafting",
  "review refuse": "drafting",
  "review lapse": "drafting",
  "review freeze": "frozen",
  "frozen amend": "amending",
  "amending submit": "amendmentReview",
  "amending drop": "frozen",
  "amendmentReview recall": "amending",
  "amendmentReview refuse": "amending",
  "amendmentReview lapse": "amending",
  "amendmentReview freeze": "frozen",
};

describe("where a plan may go", () => {
  test.each(planStates.flatMap((state) => planMoves.map((move) => [state, move] as const)))("%s, %s", (state, move) => {
    const expected = goes[`${state} ${move}`];
    expect(movePlan(state, move)).toMatchObject(expected ? { ok: true, value: expected } : { ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test("a frozen plan is neither written nor put before signers again", () => {
    expect(planStates.filter(isWritten)).toEqual(["drafting", "amending"]);
    expect(planStates.filter(isInReview)).toEqual(["review", "amendmentReview"]);
  });

  test("a state that this build does not know opens nothing", () => {
    expect(() => readPlanState("thawed")).toThrow("thawed");
  });
});
