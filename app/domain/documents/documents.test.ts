import { describe, expect, test } from "vitest";
import { standingOn } from "./in-force";
import { documentNumber, nextNumber } from "./numbers";
import type { DocumentKind } from "./kinds";
import { documentState, stateInWords } from "./standing";
import { submissionRuling } from "./submission";

const police = { id: "police", name: "Riverton Police" };
const sheriff = { id: "sheriff", name: "Sheriff's Office" };

describe("numbers", () => {
  test("a number is kept in capitals and nothing else gets in", () => {
    expect(documentNumber.parse(" cit-101 ")).toBe("CIT-101");
    expect(documentNumber.safeParse("<b>").success).toBe(false);
    expect(documentNumber.safeParse("C").success).toBe(false);
  });

  test("the next number continues the series that is used most", () => {
    expect(nextNumber([])).toBe("CIT-101");
    expect(nextNumber(["CIT-101", "CIT-104", "MOU-7"])).toBe("CIT-105");
  });
});

describe("what is in force", () => {
  const adoptions = [
    { organizationId: "police", organizationName: police.name, number: 1, effectiveFrom: "2026-01-01", until: null },
    { organizationId: "police", organizationName: police.name, number: 2, effectiveFrom: "2026-06-01", until: null },
  ];

  test("the edition with the latest first day that has come holds, the next one is coming", () => {
    const [first, second] = standingOn("2026-03-01", [police, sheriff], adoptions);
    expect(first).toMatchObject({ inForce: { number: 1, since: "2026-01-01" }, coming: { number: 2, from: "2026-06-01" } });
    expect(second).toMatchObject({ inForce: null, coming: null });
    expect(standingOn("2026-06-01", [police], adoptions)[0]?.inForce?.number).toBe(2);
  });

  test("the state is said in words", () => {
    const agencies = standingOn("2026-03-01", [police, sheriff], adoptions);
    const said = (facts: { editions: number; pendingDecisions: number; closedDecisions: number }, held = agencies) =>
      stateInWords(documentState({ ...facts, agencies: held }), held, (day) => day);
    const none = standingOn("2026-03-01", [police], []);
    expect(said({ editions: 0, pendingDecisions: 0, closedDecisions: 0 }, none)).toBe("Draft");
    expect(said({ editions: 0, pendingDecisions: 1, closedDecisions: 0 }, none)).toBe("With the agency head");
    expect(said({ editions: 0, pendingDecisions: 0, closedDecisions: 1 }, none)).toBe("Draft, not adopted by the agency head");
    expect(said({ editions: 2, pendingDecisions: 0, closedDecisions: 2 })).toBe("Edition 1 in force since 2026-01-01");
    expect(said({ editions: 1, pendingDecisions: 0, closedDecisions: 1 }, standingOn("2025-03-01", [police], adoptions))).toBe("Edition 1 adopted, in force from 2026-01-01");
  });
});

describe("sending a text to the agency head", () => {
  const ready = { kind: "policy" as DocumentKind, problems: [] as string[], editions: 0, pendingDecisions: 0, organizationId: "police", visibility: "program" as const, agencies: [{ ...police, heads: 1 }], words: "Officers shall wait." };

  test("a written draft that nobody has been asked about may go", () => {
    expect(submissionRuling(ready).ok).toBe(true);
  });

  test.each([
    ["an edition exists", { editions: 1 }, "Open a proposal"],
    ["it was sent already", { pendingDecisions: 1 }, "already"],
    ["it is empty", { words: " \n " }, "empty"],
    ["it owes a section", { problems: ["The section “Review” is missing."] }, "“Review” is missing"],
    ["it is of a kind that no head adopts", { kind: "minutes" as const }, "stay working drafts"],
    ["it applies to no agency", { agencies: [] }, "No agency"],
    ["the head may not see it", { visibility: "organization" as const, agencies: [{ ...sheriff, heads: 1 }] }, "Share it with the program"],
    ["there is no head", { agencies: [{ ...police, heads: 0 }] }, "nobody with the role of agency head"],
  ])("it is refused when %s", (_when, difference, said) => {
    expect(submissionRuling({ ...ready, ...difference })).toMatchObject({ ok: false, reason: expect.stringContaining(said) });
  });
});
