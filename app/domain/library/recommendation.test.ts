import { expect, test } from "vitest";
import { becameOf, readRecommendationFilter } from "./recommendation";

const now = new Date("2026-11-24T12:00:00Z");
const yesterday = new Date("2026-11-23T12:00:00Z");
const tomorrow = new Date("2026-11-25T12:00:00Z");
const carried = { stage: "carried", tally: null, edition: null, now };

test("a recommendation that was not carried says so, and no agency owes an answer", () => {
  expect(becameOf({ ...carried, stage: "notCarried", answers: [] })).toEqual({ words: "The groups did not carry it.", overdue: false });
});

test("one text may be adopted here, declined there, overdue at a third agency and not yet due at a fourth", () => {
  const answers = [
    { agency: "Riverton Police", outcome: "adopted", dueAt: yesterday },
    { agency: "Cedar County Sheriff", outcome: "declined", dueAt: yesterday },
    { agency: "Campus Police", outcome: "pending", dueAt: yesterday },
    { agency: "Transit Police", outcome: "deferred", dueAt: tomorrow },
  ];
  expect(becameOf({ ...carried, answers, edition: 2 })).toEqual({
    words: "The groups carried it. Riverton Police adopted it as edition 2. Cedar County Sheriff declined it, with reasons. The answer of Campus Police is overdue. Transit Police has not answered yet.",
    overdue: true,
  });
});

test("an agency that asks its partners about changes, or tries the text for a time, still owes its answer", () => {
  const answers = [
    { agency: "Riverton Police", outcome: "inComment", dueAt: tomorrow },
    { agency: "Cedar County Sheriff", outcome: "interim", dueAt: tomorrow },
  ];
  expect(becameOf({ ...carried, answers })).toEqual({
    words: "The groups carried it. Cedar County Sheriff has it in force for a time, as an interim order. Riverton Police asks its partners about changes to it.",
    overdue: false,
  });
  expect(becameOf({ ...carried, answers: answers.map((answer) => ({ ...answer, dueAt: yesterday })) })).toEqual({
    words: "The groups carried it. The answer of Riverton Police and Cedar County Sheriff is overdue.",
    overdue: true,
  });
});

test("an answer is overdue only after the moment it was due", () => {
  expect(becameOf({ ...carried, answers: [{ agency: "Riverton Police", outcome: "pending", dueAt: now }] })).toMatchObject({ overdue: false });
});

test("a filter that nobody knows shows everything", () => {
  expect(readRecommendationFilter("declined")).toBe("declined");
  for (const word of [null, "", "__proto__"]) expect(readRecommendationFilter(word)).toBe("all");
});
