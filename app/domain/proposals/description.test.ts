import { expect, test } from "vitest";
import { isStale, staleInWords } from "./base";
import { proposalTitle } from "./description";

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
