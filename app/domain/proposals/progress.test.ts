import { expect, test } from "vitest";
import { isStale, staleInWords } from "./base";
import { proposalTitle } from "./description";
import { progressOf } from "./progress";

const nothing = { comments: 0, decisions: [], inForce: false };

test("a proposal is drafted, then discussed, then voted", () => {
  expect(progressOf({ ...nothing, stage: "drafting" }).station).toBe("drafted");
  expect(progressOf({ ...nothing, stage: "drafting", comments: 2 }).station).toBe("discussed");
  expect(progressOf({ ...nothing, stage: "voting", comments: 2 }).station).toBe("voted");
});

test("what failed by group stops at the vote and says so", () => {
  expect(progressOf({ ...nothing, stage: "notCarried" })).toEqual({ station: "voted", stopped: { why: "The vote did not carry." } });
});

test("a carried proposal waits for each head, and names who is late", () => {
  const late = { outcome: "pending", overdue: true, organizationName: "Riverton Police" };
  expect(progressOf({ ...nothing, stage: "carried", decisions: [late] }).stopped?.whoseTurn).toBe("It is the turn of the head of Riverton Police.");
  expect(progressOf({ ...nothing, stage: "carried", decisions: [{ ...late, overdue: false }] })).toEqual({ station: "decided", stopped: null });
  expect(progressOf({ ...nothing, stage: "carried", decisions: [{ ...late, outcome: "declined" }] }).stopped?.why).toContain("Declined");
  expect(progressOf({ ...nothing, stage: "carried", inForce: true }).station).toBe("in force");
});

test("a proposal on an older edition needs a rebase, in words", () => {
  expect(isStale(1, 2)).toBe(true);
  expect(isStale(2, 2)).toBe(false);
  expect(staleInWords(1, 2, "CIT-101")).toContain("Rebase needed");
});

test("a proposal without a title is named after its clause", () => {
  const document = { number: "CIT-101", title: "Response to a person in crisis" };
  expect(proposalTitle("", document, { number: "3.2", title: "Transport" })).toBe("Change to CIT-101: clause 3.2, Transport");
  expect(proposalTitle("", document, null)).toBe("Change to CIT-101: Response to a person in crisis");
  expect(proposalTitle("Quiet rooms", document, null)).toBe("Quiet rooms");
});
