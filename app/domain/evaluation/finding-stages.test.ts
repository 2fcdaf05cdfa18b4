import { describe, expect, test } from "vitest";
import { findingMoves, findingStates, isPublic, moveFinding, readFindingState, type FindingMove, type FindingState } from "./finding-stages";

const goes: Partial<Record<`${FindingState} ${FindingMove}`, FindingState>> = {
  "draft write": "draft",
  "draft open": "dialogue",
  "dialogue write": "dialogue",
  "dialogue close": "ready",
  "dialogue recall": "draft",
  "ready recall": "draft",
  "ready check": "ready",
  "ready publish": "published",
  "ready embargo": "embargoed",
  "embargoed embargo": "embargoed",
  "embargoed release": "published",
  "published correct": "correcting",
  "published retract": "retracted",
  "correcting write": "correcting",
  "correcting check": "correcting",
  "correcting publish": "published",
  "correcting retract": "retracted",
};

describe("where a finding may go", () => {
  test.each(findingStates.flatMap((state) => findingMoves.map((move) => [state, move] as const)))("%s, %s", (state, move) => {
    const expected = goes[`${state} ${move}`];
    expect(moveFinding(state, move)).toMatchObject(expected ? { ok: true, value: expected } : { ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test("the public reads what was published, also while it is corrected and after it was retracted", () => {
    expect(findingStates.filter(isPublic)).toEqual(["published", "correcting", "retracted"]);
  });

  test("a state that this build does not know publishes nothing", () => {
    expect(() => readFindingState("leaked")).toThrow("leaked");
  });
});
