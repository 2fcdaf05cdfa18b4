import { describe, expect, it } from "vitest";
import { standingOf } from "./station";

const decision = (outcome: string, overdue = false, agency = "Riverton Police") => ({ outcome, overdue, agency });
const carried = (...decisions: ReturnType<typeof decision>[]) => standingOf({ stage: "carried", commented: true, decisions });

describe("where a proposal stands", () => {
  it("is drafted until somebody speaks", () => expect(standingOf({ stage: "drafting", commented: false, decisions: [] }).current).toBe("drafted"));
  it("is discussed once somebody has", () => expect(standingOf({ stage: "drafting", commented: true, decisions: [] }).current).toBe("discussed"));
  it("stops at the vote when it is not carried", () => expect(standingOf({ stage: "notCarried", commented: true, decisions: [] }).stopped?.station).toBe("voted"));
  it("waits at the decision while one agency has not answered", () => expect(carried(decision("adopted"), decision("pending"))).toEqual({ words: "Carried, to be decided", current: "decided" }));
  it("says whose turn it is when the answer is overdue", () => expect(carried(decision("pending", true)).stopped?.whoseTurn).toBe("Waiting for the head of Riverton Police."));
  it("is in force when all have adopted", () => expect(carried(decision("adopted"), decision("adopted"))).toEqual({ words: "Adopted", current: "in force" }));
  it("stops at the decision when all declined", () => expect(carried(decision("declined")).stopped?.why).toBe("Declined, with reasons."));
});
