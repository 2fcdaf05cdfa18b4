import { describe, expect, test } from "vitest";
import { checkRuling, dialogueEnd, embargoRuling, publicationRuling } from "./dialogue";
import type { Analysis } from "./analysis";
import { contentFault, effectInWords, type FindingContent } from "./finding";
import { contentFrom } from "./finding-result";

const whole: FindingContent = {
  question: "Does force fall?", answer: "No detectable change.", design: "Interrupted series.", n: "36", nUnit: "months", result: "none",
  effectName: "Jump", effect: "0.94", low: "0.8", high: "1.1", limits: "One agency.", wentWrong: "", notShown: "Nothing on injuries.", method: "",
};
const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe("what a finding must say before others see it", () => {
  test("a finding of no change, of a benefit and of harm are asked for the same", () => {
    for (const result of ["benefit", "none", "harm"] as const) {
      expect(contentFault({ ...whole, result })).toBeNull();
      expect(contentFault({ ...whole, result, n: "" })?.fields).toHaveProperty("n");
      expect(contentFault({ ...whole, result, limits: "" })?.fields).toHaveProperty("limits");
    }
  });

  test("an effect comes with its interval, and lies in it", () => {
    expect(contentFault({ ...whole, low: "" })?.fields).toHaveProperty("low");
    expect(contentFault({ ...whole, effect: "" })?.fields).toHaveProperty("effect");
    expect(contentFault({ ...whole, effect: "1.2" })?.fields).toHaveProperty("effect");
    expect(contentFault({ ...whole, effect: "", low: "", high: "" })).toBeNull();
    expect(effectInWords(whole)).toBe("0.94 (0.8 to 1.1)");
  });
});

describe("a second analysis takes the place of the first", () => {
  const analysed = (change: Partial<Analysis>) => ({
    leftOut: [],
    analysis: { method: "rate-ratio", outcome: "benefit", reading: "Force fell by a third.", n: [{ label: "events", value: 300 }], effect: { name: "Rate ratio", kind: "ratio", value: 0.7, low: 0.6, high: 0.8, level: 0.95, none: 1, unit: "" }, assumptions: [{ id: "spread", verdict: "warning", sentence: "Counts spread wide." }], figures: [], ...change } as Analysis,
  });
  const draft: FindingContent = { ...whole, answer: "", limits: "One agency.", nUnit: "", effect: "", low: "", high: "", effectName: "" };
  const first = analysed({});
  const written = contentFrom(first, draft, null);

  test("with its effect, what it rests on, its answer and its warnings", () => {
    expect(written).toMatchObject({ result: "benefit", effect: "0.7", n: "300", nUnit: "events", answer: "Force fell by a third.", limits: "One agency.\n\nCounts spread wide." });
    const chart = analysed({ outcome: "descriptive", reading: "Force stayed steady.", n: [{ label: "periods", value: 36 }], effect: null, assumptions: [] });
    expect(contentFrom(chart, written, first)).toMatchObject({ result: "none", effectName: "", effect: "", low: "", high: "", n: "36", nUnit: "periods", answer: "Force stayed steady.", limits: "One agency." });
  });

  test("an effect without an end to its interval leaves no other figure standing", () => {
    const endless = analysed({ outcome: "harm", effect: { ...first.analysis.effect!, value: Infinity, low: 300, high: Infinity } });
    expect(contentFrom(endless, written, first)).toMatchObject({ result: "harm", effect: "", low: "", high: "" });
  });

  test("but never of what the researcher wrote", () => {
    expect(contentFrom(analysed({ reading: "Otherwise." }), { ...written, answer: "My own words.", limits: "Mine." }, first)).toMatchObject({ answer: "My own words.", limits: "Mine.\n\nCounts spread wide." });
  });
});

describe("the dialogue", () => {
  const talking = { state: "dialogue", dialogueEndsAt: at("2026-06-30") } as const;

  test("ends when its days are over and every comment is answered", () => {
    expect(dialogueEnd(talking, { unanswered: 0, now: at("2026-06-29") })).toMatchObject({ ok: false, reason: expect.stringContaining("still have time") });
    expect(dialogueEnd(talking, { unanswered: 2, now: at("2026-07-01") })).toMatchObject({ ok: false, reason: expect.stringContaining("2 comments wait") });
    expect(dialogueEnd(talking, { unanswered: 0, now: at("2026-07-01") })).toMatchObject({ ok: true, value: "ready" });
  });
});

describe("publication", () => {
  const ready = { state: "ready", authorId: "researcher", checkedById: null } as const;

  test("needs a second person, never the author", () => {
    expect(checkRuling(ready, "researcher")).toMatchObject({ ok: false, status: 403 });
    expect(checkRuling(ready, "coordinator")).toMatchObject({ ok: true });
    expect(publicationRuling(ready, { until: null, now: at("2026-07-01") })).toMatchObject({ ok: false, reason: expect.stringContaining("second person") });
    expect(publicationRuling({ ...ready, checkedById: "coordinator" }, { until: null, now: at("2026-07-01") })).toMatchObject({ ok: true, value: "published" });
  });

  test("an embargo is moved while it lasts and not once it is over", () => {
    const held = { state: "embargoed", embargoUntil: at("2026-07-10") } as const;
    expect(embargoRuling(held, { until: at("2026-07-20"), now: at("2026-07-09") })).toMatchObject({ ok: true });
    expect(embargoRuling(held, { until: at("2026-07-20"), now: at("2026-07-10") })).toMatchObject({ ok: false, reason: expect.stringContaining("is over") });
    expect(embargoRuling(held, { until: at("2026-07-01"), now: at("2026-07-09") })).toMatchObject({ ok: false, status: 422 });
  });
});
