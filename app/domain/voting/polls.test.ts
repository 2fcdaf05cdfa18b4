import { describe, expect, test } from "vitest";
import { countAgreement } from "./agreement";
import { defaultRules } from "./charter";
import { outcomeInWords } from "./conditions";
import type { BallotTerms } from "./kinds";
import { choiceInWords, readMarks } from "./marks";
import { countPoll } from "./poll";
import { pollInWords } from "./poll-words";
import { questionRuling } from "./question";

const options = [
  { id: "o1", label: "Priya Anand" },
  { id: "o2", label: "Sam Whitaker" },
  { id: "o3", label: "Jo Rivers" },
];
const terms = (kind: BallotTerms["kind"]): BallotTerms => ({ kind, options, mostChoices: 2, highestScore: 5 });

describe("an election by ranking", () => {
  const orders = [...Array(4).fill(["o1", "o3"]), ...Array(3).fill(["o2", "o3"]), ...Array(2).fill(["o3", "o2"])].map((order) => JSON.stringify(order));

  test("Jo is everybody's second choice: the run-off elects Sam, and in pairs Jo beats both", () => {
    const tally = countPoll(terms("ranked"), orders);
    expect(tally).toMatchObject({ kind: "ranked", leaders: ["o2"], pairs: { winner: "o3" } });
    expect(pollInWords(terms("ranked"), tally)).toBe("Sam Whitaker leads with 5 of 9 after 2 rounds.");
  });

  test("a circle has no winner in pairs", () => {
    const circle = [["o1", "o2", "o3"], ["o2", "o3", "o1"], ["o3", "o1", "o2"]].map((order) => JSON.stringify(order));
    const tally = countPoll(terms("ranked"), circle);
    expect(tally).toMatchObject({ leaders: ["o1", "o2", "o3"], pairs: { winner: null } });
    expect(pollInWords(terms("ranked"), tally)).toBe("It is a tie between Priya Anand, Sam Whitaker and Jo Rivers.");
  });

  test("nobody voted, and nobody wins", () => {
    expect(countPoll(terms("ranked"), [])).toMatchObject({ voters: 0, leaders: [], pairs: { winner: null } });
  });
});

describe("what may be marked", () => {
  test.each([
    ["ranked", { marks: { o1: "1", o2: "1" } }, "mark-o2", /Two options are in place 1/],
    ["ranked", { marks: { o1: "4" } }, "mark-o1", /from 1 to 3/],
    ["ranked", {}, "mark-o1", /first place/],
    ["score", { marks: { o1: "6" } }, "mark-o1", /from 0 to 5/],
    ["score", { marks: { o1: "-1" } }, "mark-o1", /from 0 to 5/],
    ["multiple", { choice: ["o1", "o2", "o3"] }, "choice", /no more than 2/],
    ["multiple", { choice: [] }, "choice", /at least one/],
    ["multiple", { choice: ["o9"] }, "choice", /at least one/],
    ["single", { choice: ["o1", "o2"] }, "choice", /one of the options/],
    ["consent", { choice: "agree" }, "choice", /consent, object or abstain/],
    ["time", { marks: { o1: "perhaps" } }, "mark-o1", /yes, if needed or no/],
  ] as const)("%s %j is refused at %s", (kind, raw, field, reason) => {
    const ruling = readMarks(terms(kind), raw);
    expect(ruling).toMatchObject({ ok: false, status: 422, field });
    expect(ruling.ok ? "" : ruling.reason).toMatch(reason);
  });

  test("an order is kept by place, whatever the order of the fields, and read back in words", () => {
    const ruling = readMarks(terms("ranked"), { marks: { o1: "3", o2: "", o3: "1" } });
    expect(ruling).toEqual({ ok: true, value: '["o3","o1"]' });
    expect(choiceInWords(terms("ranked"), '["o3","o1"]')).toBe("1. Jo Rivers  2. Priya Anand");
  });
});

describe("one block", () => {
  test("stops what everybody else agrees to, and the page says so", () => {
    const roll = ["a", "b", "c"].map((seatId) => ({ seatId, groupId: "g", organizationId: seatId, filled: true }));
    const tally = countAgreement({ rules: defaultRules([]), groups: [{ id: "g", name: "G" }], roll, votes: [{ seatId: "a", choice: "agree" }, { seatId: "b", choice: "agree" }, { seatId: "c", choice: "block" }] });
    expect(tally.carried).toBe(false);
    expect(outcomeInWords(tally)).toBe("Not carried: blocked");
  });

  test("does not count from a seat that is recused", () => {
    const roll = ["a", "b", "c"].map((seatId) => ({ seatId, groupId: "g", organizationId: seatId, filled: true, recused: seatId === "c" }));
    expect(countAgreement({ rules: defaultRules([]), groups: [{ id: "g", name: "G" }], roll, votes: [{ seatId: "a", choice: "agree" }, { seatId: "c", choice: "block" }] }).carried).toBe(true);
  });
});

describe("a question", () => {
  const now = new Date("2026-11-24T18:00:00Z");
  const asked = { kind: "single" as const, options, mostChoices: 1, highestScore: 5, votersOnRoll: 9, now, closesAt: new Date("2026-12-01T18:00:00Z") };

  test.each([
    [{ options: [] }, "options", "Write at least two options, one on each line."],
    [{ options: [options[0], options[0]] }, "options", "The option “Priya Anand” is there twice."],
    [{ kind: "multiple", mostChoices: 4 }, "mostChoices", "Members can choose from 1 to 3 options."],
    [{ kind: "score", highestScore: 0 }, "highestScore", "The highest score is a whole number from 1 to 100."],
    [{ votersOnRoll: 0 }, "groupIds", "No seat of these groups is filled, so nobody could answer."],
    [{ closesAt: now }, "closesAt", "The ballot must close after it opens. Choose a later time."],
    [{ kind: "time", options: [{ id: "o1", label: "Monday", at: "2026-11-23T18:00:00Z" }, { id: "o2", label: "Friday", at: "2026-11-27T18:00:00Z" }] }, "times", "Monday is already over. Offer a later time."],
  ] as const)("%j is refused at %s", (change, field, reason) => {
    expect(questionRuling({ ...asked, ...(change as object) })).toMatchObject({ ok: false, status: 422, field, reason });
  });

  test("a sense check needs no options", () => {
    expect(questionRuling({ ...asked, kind: "sense", options: [] })).toEqual({ ok: true, value: true });
  });
});
