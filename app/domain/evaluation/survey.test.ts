import { describe, expect, test } from "vitest";
import { retention } from "./retention";
import { answersRuling, itemRuling, linkingCode, scoreOf } from "./survey";

describe("an officer's own code", () => {
  test("is the same however it is typed", () => {
    expect(linkingCode.parse("rose-41 elm")).toBe("ROSE41ELM");
    expect(linkingCode.parse("ROSE41ELM")).toBe("ROSE41ELM");
  });

  test.each([["12345678"], ["officersmith"], ["ab1"]])("is not %s", (typed) => {
    expect(linkingCode.safeParse(typed).success).toBe(false);
  });
});

describe("an item", () => {
  test("of knowledge needs answers and a right one, at its field", () => {
    const asked = { kind: "knowledge", prompt: "What comes first?", options: "Time", right: "1", reversed: "no", step: "" } as const;
    expect(itemRuling(asked)).toMatchObject({ ok: false, field: "options", fields: { options: [expect.stringContaining("at least two")] } });
    expect(itemRuling({ ...asked, options: "Time\nDistance", right: "3" })).toMatchObject({ ok: false, fields: { right: [expect.stringContaining("from 1 to 2")] } });
    expect(itemRuling({ ...asked, options: "Time\nDistance", right: "2" })).toMatchObject({ ok: true, value: { right: 1, options: ["Time", "Distance"] } });
  });

  test("is answered once, within its answers, and an empty one is named", () => {
    const items = [{ id: "a", number: 1, kind: "scale", options: [] }, { id: "b", number: 2, kind: "knowledge", options: ["x", "y"] }] as const;
    expect(answersRuling(items, { a: "5", b: "1" })).toEqual({ ok: true, value: [{ itemId: "a", value: 5 }, { itemId: "b", value: 1 }] });
    expect(answersRuling(items, { a: "0", b: "1" })).toMatchObject({ ok: false, reason: "Answer question 1." });
    expect(answersRuling(items, { a: "2", b: "" })).toMatchObject({ ok: false, reason: "Answer question 2." });
    expect(answersRuling(items, { a: "", b: "7" })).toMatchObject({ ok: false, reason: "Answer question 1.", fields: { a: ["Answer question 1."], b: ["Answer question 2."] } });
  });

  test("that is turned round counts from the other end", () => {
    expect(scoreOf({ kind: "scale", right: null, reversed: true }, 5)).toBe(1);
    expect(scoreOf({ kind: "knowledge", right: 2, reversed: false }, 2)).toBe(1);
  });
});

test("what fewer than five people answered is not shown; the waves come in their order", () => {
  const [pre, post] = retention(
    [{ id: "2", cohort: "Spring", kind: "post", people: 4, open: false }, { id: "1", cohort: "Spring", kind: "pre", people: 20, open: false }],
    [
      { waveId: "1", number: 1, step: "information", people: 20, right: 10 },
      { waveId: "1", number: 2, step: "act", people: 20, right: 5 },
      { waveId: "2", number: 1, step: "information", people: 4, right: 4 },
    ],
  );
  expect(pre).toMatchObject({ kind: "pre", months: null, people: 20, all: { share: 0.375 }, steps: { information: { share: 0.5 }, act: { share: 0.25 } }, items: { 2: { share: 0.25 } } });
  expect(post).toMatchObject({ kind: "post", months: 0, people: null, all: { share: null }, steps: { information: { people: 0, share: null } } });
});
