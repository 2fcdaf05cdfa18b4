import { expect, test } from "vitest";
import { resultsShown } from "./results";

test.each([
  ["always", "open", false, true],
  ["always", "voided", false, true],
  ["after-voting", "open", false, false],
  ["after-voting", "open", true, true],
  ["after-voting", "closed", false, true],
  ["after-voting", "voided", true, false],
  ["after-close", "open", false, false],
  ["after-close", "open", true, false],
  ["after-close", "closed", false, true],
  ["after-close", "voided", true, false],
] as const)("results %s, round %s, has voted %s: the count is shown %s", (results, roundState, hasVoted, shown) => {
  expect(resultsShown({ rules: { results }, roundState, hasVoted })).toBe(shown);
});
