import { describe, expect, test } from "vitest";
import { moveProposal, proposalMoves, proposalStages, readProposalStage, type ProposalMove, type ProposalStage } from "./stages";

const expected: Record<ProposalStage, Partial<Record<ProposalMove, ProposalStage>>> = {
  drafting: { describe: "drafting", rebase: "drafting", openVote: "voting", withdraw: "withdrawn" },
  voting: { voidVote: "drafting", carry: "carried", fail: "notCarried", revise: "drafting" },
  carried: {},
  notCarried: {},
  withdrawn: {},
};

describe("the stages of a proposal", () => {
  const pairs = proposalStages.flatMap((stage) => proposalMoves.map((move) => ({ stage, move, to: expected[stage][move] })));

  test.each(pairs)("$move on a proposal that is $stage leads to $to", ({ stage, move, to }) => {
    const ruling = moveProposal(stage, move);
    if (to) expect(ruling).toEqual({ ok: true, value: to });
    else expect(ruling).toMatchObject({ ok: false, status: 409, reason: expect.stringMatching(/^[A-Z].{20,}\.$/) });
  });

  test("a stage that is not known is a fault", () => {
    expect(readProposalStage("carried")).toBe("carried");
    expect(() => readProposalStage("enacting")).toThrow("Unknown proposal stage");
  });
});
