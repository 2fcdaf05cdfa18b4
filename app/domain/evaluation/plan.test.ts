import { describe, expect, test } from "vitest";
import { ethicsInWords, readParts } from "./plan-parts";
import { reviewOutcome, silenceRule, type SignerAnswer } from "./plan-review";
import { rowsRuling, type Offered } from "./plan-rows";
import { planSubmissionRuling } from "./plan-submission";

const offered: Offered = { measures: new Set(["m1"]), outcomes: new Set(["2"]), questions: new Set(["1"]) };
const parts = readParts({
  questions: [{ id: "1", question: "Does force fall?" }],
  logic: [{ id: "1", text: "Training", stage: "activities", leadsTo: "2" }, { id: "2", text: "Fewer injuries", stage: "long" }],
  measures: [{ id: "1", measure: "m1", outcome: "2", source: "Reports" }],
});
const submitted = { parts, measures: new Map([["m1", { name: "Injuries", source: "" }]]), signers: 3, undecided: 0, today: "2026-04-01", answerBy: "2026-05-12" };

describe("submitting a plan", () => {
  test("one whose outcomes have indicators with sources goes to its signers", () => {
    expect(planSubmissionRuling(submitted).ok).toBe(true);
  });

  test("an outcome without an indicator is named", () => {
    const ruling = planSubmissionRuling({ ...submitted, parts: { ...parts, measures: [] } });
    expect(ruling).toMatchObject({ ok: false, status: 422, fields: { "outcome-2": ["The outcome “Fewer injuries” has no indicator. Choose a measure for it."] } });
  });

  test("an indicator without a source in the plan or the library is named; one of the two is enough", () => {
    const bare = { ...parts, measures: [{ id: "1", measure: "m1", outcome: "2", source: "" }] };
    expect(planSubmissionRuling({ ...submitted, parts: bare })).toMatchObject({ ok: false, fields: { "indicator-1": [expect.stringContaining("“Injuries” has no source")] } });
    expect(planSubmissionRuling({ ...submitted, parts: bare, measures: new Map([["m1", { name: "Injuries", source: "Reports" }]]) }).ok).toBe(true);
  });

  test.each([["signers", { signers: 0 }], ["answerBy", { answerBy: "2026-04-01" }], ["answerBy", { answerBy: "" }]])("a fault at %s is told there", (field, change) => {
    expect(planSubmissionRuling({ ...submitted, ...change })).toMatchObject({ ok: false, fields: { [field]: [expect.any(String)] } });
  });
});

describe("needs all of them; silence is no", () => {
  const answerBy = new Date("2026-05-13T04:59:00Z");
  const before = new Date("2026-05-12T12:00:00Z");
  test.each<[string, SignerAnswer[], Date, string]>([
    ["all three approved", ["approved", "approved", "approved"], before, "approved"],
    ["one declined", ["approved", "declined", null], before, "declined"],
    ["two of three, in time", ["approved", "approved", null], before, "open"],
    ["two of three, when the day is over", ["approved", "approved", null], answerBy, "lapsed"],
    ["nobody was asked", [], before, "open"],
  ])("%s", (_name, answers, now, expected) => {
    expect(reviewOutcome(answers, { now, answerBy })).toBe(expected);
  });

  test("the page says so", () => {
    expect(silenceRule([null, null, null], "May 12, 2026")).toBe("Needs 3 of 3; no answer by May 12, 2026 = not approved.");
    expect(silenceRule(["approved", null, null], "May 12, 2026")).toBe("Needs 3 of 3; 1 has approved; no answer by May 12, 2026 = not approved.");
  });
});

describe("the rows of a part", () => {
  test("empty rows are left out and a row keeps its id when others come and go", () => {
    const ruling = rowsRuling("questions", [{ id: "2", question: "Second", type: "outcome" }, { id: "", question: "", type: "process" }, { id: "", question: "New", type: "cost" }], offered);
    expect(ruling).toMatchObject({ ok: true, value: [{ id: "2", question: "Second" }, { id: "1", question: "New" }] });
  });

  test("a wrong day, a choice that is none and a half-filled row are told at their fields", () => {
    const ruling = rowsRuling("rollout", [{ unit: "North", starts: "May 3" }, { unit: "", dose: "40 hours" }], offered);
    expect(ruling).toMatchObject({ ok: false, fields: { "starts-0": [expect.any(String)], "unit-1": [expect.stringContaining("“Unit”")] } });
    expect(rowsRuling("measures", [{ measure: "other" }], offered)).toMatchObject({ ok: false, fields: { "measure-0": [expect.any(String)] } });
  });

  test("the ethics review is told in one line, and not at all while it is pending", () => {
    expect(ethicsInWords(readParts({ ethics: [{ id: "1", determination: "exempt", protocol: "2026-014", board: "Riverton State University", decidedOn: "2026-01-15" }] }))).toBe("Ethics review: exempt, 2026-014, Riverton State University, 2026-01-15");
    expect(ethicsInWords(readParts({ ethics: [{ id: "1", determination: "pending" }] }))).toBeNull();
  });
});
