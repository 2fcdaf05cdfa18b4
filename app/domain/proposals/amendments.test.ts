import { describe, expect, test } from "vitest";
import { amendable, amendmentMoves, amendmentStates, moveAmendment, readAmendmentState, unansweredRuling, type AmendmentMove, type AmendmentState } from "./amendments";
import { proposalStages } from "./stages";

const expected: Record<AmendmentState, Partial<Record<AmendmentMove, AmendmentState>>> = {
  offered: { accept: "accepted", refuse: "refused", withdraw: "withdrawn" },
  accepted: {},
  refused: { promote: "promoted" },
  promoted: {},
  withdrawn: {},
};

describe("the states of an amendment", () => {
  const pairs = amendmentStates.flatMap((state) => amendmentMoves.map((move) => ({ state, move, to: expected[state][move] })));

  test.each(pairs)("$move on an amendment that is $state leads to $to", ({ state, move, to }) => {
    const ruling = moveAmendment(state, move);
    if (to) expect(ruling).toEqual({ ok: true, value: to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });

  test("a state that is not known is a fault", () => {
    expect(readAmendmentState("refused")).toBe("refused");
    expect(() => readAmendmentState("tabled")).toThrow("Unknown amendment state");
  });
});

describe("when a proposal takes amendments", () => {
  test.each(proposalStages.map((stage) => ({ stage, open: stage === "drafting" })))("in the stage $stage: $open", ({ stage, open }) => {
    expect(amendable({ stage, byRules: false }).ok).toBe(open);
  });

  test("the text of a charter follows from its rules", () => {
    expect(amendable({ stage: "drafting", byRules: true })).toMatchObject({ ok: false, reason: expect.stringContaining("Propose other rules") });
  });

  test("a vote waits until each is answered", () => {
    expect(unansweredRuling(0)).toBeNull();
    expect(unansweredRuling(1)?.reason).toMatch(/^1 amendment waits .* Accept or refuse it /);
    expect(unansweredRuling(3)?.reason).toMatch(/^3 amendments wait .* each of them /);
  });
});
