import { describe, expect, test } from "vitest";
import { triageRuling, verdicts, weekOf } from "./triage";

const officer = { personId: "officer", groupId: "police", verdict: "take-up" };

describe("two people of different groups", () => {
  test.each(verdicts)("settle a concern when both say %s", (verdict) => {
    expect(triageRuling("waiting", [{ ...officer, verdict }], { personId: "peer", groupId: "advocacy", verdict })).toEqual({ ok: true, value: "settled" });
  });

  test("of one group, or with different wishes, leave it waiting", () => {
    expect(triageRuling("waiting", [officer], { ...officer, personId: "cit" })).toEqual({ ok: true, value: "waiting" });
    expect(triageRuling("waiting", [officer], { personId: "peer", groupId: "advocacy", verdict: "answer" })).toEqual({ ok: true, value: "waiting" });
  });

  test("nobody reads twice, and a settled concern is not read again", () => {
    expect(triageRuling("waiting", [officer], { ...officer, groupId: "advocacy" })).toMatchObject({ ok: false, status: 409 });
    expect(triageRuling("settled", [], officer)).toMatchObject({ ok: false, status: 409 });
  });
});

test.each([
  ["2026-11-23", "2026-11-23"],
  ["2026-11-24", "2026-11-23"],
  ["2026-11-29", "2026-11-23"],
  ["2027-01-01", "2026-12-28"],
])("of a concern that came on %s, only the week of %s is kept", (day, week) => {
  expect(weekOf(day)).toBe(week);
});
