import { describe, expect, test } from "vitest";
import { acknowledgeRuling, progressInWords, questionField, questionFrom, type Asked } from "./acknowledge";

const question = { id: "q1", question: "Who decides about transport?", choices: ["The officer", "The person in crisis, where it is safe"], answer: 1 };
const asked = (change: Partial<Asked> = {}): Asked => ({ kind: "policy", edition: 3, latestEdition: 3, isLatest: true, done: false, questions: [], ...change });

describe("acknowledging an edition", () => {
  test("is one step where the agency asks nothing", () => {
    expect(acknowledgeRuling(asked(), {})).toEqual({ ok: true, value: { edition: 3 } });
  });

  test("is not possible twice, for an older edition, or for a curriculum", () => {
    expect(acknowledgeRuling(asked({ done: true }), {})).toMatchObject({ ok: false, status: 409, reason: "You have acknowledged this edition already." });
    expect(acknowledgeRuling(asked({ isLatest: false, latestEdition: 4 }), {})).toMatchObject({ ok: false, status: 409, reason: "Edition 3 is no longer the latest that your agency adopted. Read edition 4." });
    expect(acknowledgeRuling(asked({ isLatest: false, latestEdition: null }), {})).toMatchObject({ ok: false, status: 409, reason: "Edition 3 is no longer in force at your agency." });
    expect(acknowledgeRuling(asked({ kind: "curriculum" }), {})).toMatchObject({ ok: false, status: 409 });
  });

  test("waits until every question is answered rightly, and tells at the question what is wrong", () => {
    const quiz = asked({ questions: [question] });
    expect(acknowledgeRuling(quiz, {})).toMatchObject({ ok: false, status: 422, fields: { [questionField("q1")]: ["Choose an answer."] } });
    expect(acknowledgeRuling(quiz, { q1: "0" })).toMatchObject({ ok: false, status: 422, fields: { [questionField("q1")]: [expect.stringContaining("not what the text says")] } });
    expect(acknowledgeRuling(quiz, { q1: "1" })).toMatchObject({ ok: true });
    expect(acknowledgeRuling(quiz, { q1: "01", other: "1" })).toMatchObject({ ok: false });
  });
});

describe("a question", () => {
  test("has its choices one a line, and a star before the right one", () => {
    expect(questionFrom("Who?", "The officer\r\n* The person\n\n")).toEqual({ ok: true, value: { question: "Who?", choices: ["The officer", "The person"], answer: 1 } });
  });

  test.each(["", "One", "One\nTwo", "* One\n* Two", "* One\nOne", "*\nTwo", `* ${"x".repeat(201)}\nTwo`, `*${"a\nb\nc\nd\ne\nf\ng\nh\ni"}`])("is refused at the choices: %j", (lines) => {
    expect(questionFrom("Who?", lines)).toMatchObject({ ok: false, status: 422, field: "choices" });
  });
});

test("an agency of a few people is not counted in front of others", () => {
  expect(progressInWords({ acknowledged: 12, people: 40 }, 5)).toBe("12 of 40");
  expect(progressInWords({ acknowledged: 3, people: 4 }, 5)).toContain("Not shown");
});
