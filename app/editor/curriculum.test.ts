import { describe, expect, test } from "vitest";
import { modulesIn, moduleClause, withFacts } from "./curriculum-text";
import { certificateRuling, enrollmentRuling, nextInLine } from "~/domain/training/enrollment";
import { courseDays } from "~/domain/training/course-days";
import { courseMoves, courseStages, moveCourse, movesFrom } from "~/domain/training/course-stages";
import { coverageInWords, coverageOf } from "~/domain/training/coverage";
import { curriculumKinds, curriculumStarts } from "~/domain/training/curriculum-kinds";
import { checkCurriculum, type Minimum } from "~/domain/training/curriculum-check";
import { hoursInWords, minutesOfHours } from "~/domain/training/hours";
import { loweredMinimums, minimumChangeRuling, minimumRefusals, minimumsRuling } from "~/domain/training/minimums";
import { readSlot } from "~/domain/training/module-facts";
import { monthsLater } from "~/domain/calendar/months-later";
import { currencyOn } from "~/domain/training/refresher";
import { videoRuling } from "~/domain/training/scenario";
import { startingModules } from "~/domain/training/starting-modules";

const docOf = (kind: (typeof curriculumKinds)[number]) => ({ type: "doc", content: startingModules(kind).map((module, at) => moduleClause({ id: `m${at}`, ...module })) });
const ruleOf = (kind: (typeof curriculumKinds)[number], minimums: Minimum[] = []) => ({ minutes: curriculumStarts[kind].hours * 60, topics: curriculumStarts[kind].topics, minimums });
const lived: Minimum = { topic: "Lived experience", minutes: 180, groupId: "advocacy", groupName: "Lived experience and advocacy" };

describe("a curriculum to begin with", () => {
  test.each(curriculumKinds)("%s sums to its hours, names every required topic, and nothing overlaps", (kind) => {
    const { modules, problems } = modulesIn(docOf(kind));
    expect(checkCurriculum(modules, problems, ruleOf(kind)).sentences).toEqual([]);
  });

  test("the 40-hour week sums to 40.0", () => {
    const { modules, problems } = modulesIn(docOf("cit"));
    const check = checkCurriculum(modules, problems, ruleOf("cit", [lived]));
    expect(hoursInWords(check.total)).toBe("40");
    expect(check).toMatchObject({ missing: [], below: [], overlaps: [], unplaced: [] });
  });
});

describe("a week that is changed", () => {
  const week = docOf("cit");
  const panels = modulesIn(week).modules.find(({ topic }) => topic === "Lived experience")!;

  test("says what it is short of, which topic is missing, what overlaps, and what cannot be read", () => {
    const shorter = modulesIn(withFacts(week, panels.id, { hours: "2", when: "Tuesday 8:30", topic: "Panels" })!);
    expect(checkCurriculum(shorter.modules, shorter.problems, ruleOf("cit", [lived])).sentences).toEqual([
      "The modules sum to 39.0 h: 1 h short of 40.0 h.",
      "No module teaches “Lived experience”.",
      "“Medication and its effects” and “Lived-experience and family panels” overlap on Tuesday.",
      "“Lived experience” has 0.0 h, below the 3.0 h that Lived experience and advocacy protects.",
    ]);
    const unread = modulesIn(withFacts(week, panels.id, { hours: "a while", method: "Magic", steps: "9" })!);
    expect(unread.problems.map(({ reason }) => reason)).toEqual(["“a while” is not a number of hours such as 1.5.", expect.stringContaining("“Magic” is not one of"), "“9” names a step that the model does not have. Its steps are 1 to 5."]);
  });

  test("changes one row and leaves every other node as it was", () => {
    const moved = withFacts(week, panels.id, { when: "Friday 8:00" })!;
    expect(moved.content?.filter((clause, at) => JSON.stringify(clause) !== JSON.stringify(week.content[at]))).toHaveLength(1);
    expect(modulesIn(moved).modules.find(({ id }) => id === panels.id)?.slot).toEqual({ day: "Friday", start: 480 });
    expect(withFacts(week, "nobody", { hours: "1" })).toBeNull();
  });
});

describe("a protected minimum", () => {
  const before = modulesIn(docOf("cit")).modules;
  const after = before.map((module) => (module.topic === "Lived experience" ? { ...module, minutes: 120 } : module));

  test("is lowered only with the consent of the group that it protects", () => {
    const lowered = loweredMinimums(before, after, [lived]);
    expect(lowered).toMatchObject([{ topic: "Lived experience", from: 180, to: 120 }]);
    expect(minimumsRuling(lowered, [{ id: "advocacy", consent: 1, object: 2 }])).toMatchObject({ ok: false, reason: expect.stringContaining("only Lived experience and advocacy can lower it") });
    expect(minimumsRuling(lowered, [{ id: "advocacy", consent: 1, object: 1 }])).toMatchObject({ ok: false });
    expect(minimumsRuling(lowered, [{ id: "police", consent: 12, object: 0 }])).toMatchObject({ ok: false });
    expect(minimumsRuling(lowered, [{ id: "advocacy", consent: 2, object: 1 }])).toMatchObject({ ok: true });
    expect(minimumsRuling(loweredMinimums(before, before, [lived]), [])).toMatchObject({ ok: true });
  });

  test("binds a first edition, which nobody votes on, and what a head changes after the vote", () => {
    const fewer = modulesIn(withFacts(docOf("cit"), before.find(({ topic }) => topic === "Lived experience")!.id, { hours: "1" })!).modules;
    const consented = [{ id: "advocacy", consent: 2, object: 0 }];
    expect(minimumRefusals({ before: null, carried: fewer, changed: null, minimums: [lived], groups: [] })).toMatchObject({ carried: expect.stringContaining("lowers “Lived experience” to 1.0 h"), changed: null });
    expect(minimumRefusals({ before: null, carried: before, changed: null, minimums: [lived], groups: [] })).toEqual({ carried: null, changed: null });
    expect(minimumRefusals({ before, carried: before, changed: fewer, minimums: [lived], groups: consented })).toMatchObject({ carried: null, changed: expect.stringContaining("did not consent") });
    expect(minimumRefusals({ before, carried: fewer, changed: fewer, minimums: [lived], groups: consented })).toEqual({ carried: null, changed: null });
  });

  test("may be raised by all, and lowered or handed on by its own group only", () => {
    expect(minimumChangeRuling(lived, { minutes: 240, groupId: "advocacy" }, "police")).toMatchObject({ ok: true });
    expect(minimumChangeRuling(lived, { minutes: 120, groupId: "advocacy" }, "police")).toMatchObject({ ok: false, status: 403, field: "hours" });
    expect(minimumChangeRuling(lived, { minutes: 180, groupId: "police" }, "police")).toMatchObject({ ok: false, status: 403, field: "groupId" });
    expect(minimumChangeRuling(lived, { minutes: 0, groupId: "advocacy" }, "advocacy")).toMatchObject({ ok: true });
  });
});

describe("hours, days and slots", () => {
  test("are read exactly, and nothing else is", () => {
    expect(["1.5", "0.67", "4", "2 h", "0.25 hours"].map(minutesOfHours)).toEqual([90, 40, 240, 120, 15]);
    expect(["", "0", "-1", "25", "1,5", "one", "1.555"].map(minutesOfHours)).toEqual(Array(7).fill(null));
    expect(["Monday 9:00", "mon 13:30", "Friday 24:00", "Mon 9:60", "9:00"].map(readSlot)).toEqual([{ day: "Monday", start: 540 }, { day: "Monday", start: 810 }, null, null, null]);
    expect(courseDays("2027-03-02\n2027-03-01")).toEqual({ ok: true, value: ["2027-03-01", "2027-03-02"] });
    for (const wrong of ["", "2027-02-29", "2027-03-01, 2027-03-01", "tomorrow"]) expect(courseDays(wrong)).toMatchObject({ ok: false, field: "days" });
  });

  test("a refresher is due 24 months later, also across leap years", () => {
    expect([monthsLater("2024-02-29", 24), monthsLater("2022-02-28", 24), monthsLater("2025-08-31", 6), monthsLater("2026-12-31", 2)]).toEqual(["2026-02-28", "2024-02-28", "2026-02-28", "2027-02-28"]);
    expect([currencyOn("2026-02-28", "2024-02-29"), currencyOn("2026-03-01", "2024-02-29"), currencyOn("2025-11-29", "2024-02-29")]).toEqual(["due", "past", "current"]);
  });
});

describe("a course", () => {
  test("goes from plan to end; every move that is not named is refused with a sentence", () => {
    const ways = Object.fromEntries(courseStages.map((stage) => [stage, courseMoves.filter((move) => moveCourse(stage, move).ok)]));
    expect(ways).toEqual({ planned: ["open", "cancel"], open: ["begin", "cancel"], running: ["complete", "cancel"], completed: [], cancelled: [] });
    for (const stage of courseStages) {
      expect(movesFrom(stage)).toEqual(ways[stage]);
      for (const move of courseMoves) {
        const ruling = moveCourse(stage, move);
        if (!ruling.ok) expect(ruling.reason).toMatch(/^[A-Z].+\.$/);
      }
    }
  });

  test("gives the last place once, and then a place on the waiting list, from which the first moves up", () => {
    expect(enrollmentRuling({ stage: "open", capacity: 2, taken: 1, already: null })).toMatchObject({ value: "enrolled" });
    expect(enrollmentRuling({ stage: "open", capacity: 2, taken: 2, already: "withdrawn" })).toMatchObject({ value: "waiting" });
    expect(enrollmentRuling({ stage: "open", capacity: 2, taken: 1, already: "waiting" })).toMatchObject({ ok: false });
    for (const stage of ["planned", "completed", "cancelled"] as const) expect(enrollmentRuling({ stage, capacity: 2, taken: 0, already: null })).toMatchObject({ ok: false });
    const line = [{ id: "late", state: "waiting", at: new Date(2) }, { id: "first", state: "waiting", at: new Date(1) }, { id: "in", state: "enrolled", at: new Date(0) }];
    expect(nextInLine(line, 2)?.id).toBe("first");
    expect(nextInLine(line, 1)).toBeNull();
  });

  test("certifies only who was there every day of a completed course", () => {
    const whole = { stage: "completed", state: "enrolled", days: ["2027-03-01", "2027-03-02"], attended: ["2027-03-01", "2027-03-02"] } as const;
    expect(certificateRuling(whole)).toMatchObject({ ok: true });
    expect(certificateRuling({ ...whole, attended: ["2027-03-01"] })).toMatchObject({ ok: false, reason: expect.stringContaining("2027-03-02") });
    expect(certificateRuling({ ...whole, stage: "running" })).toMatchObject({ ok: false });
    expect(certificateRuling({ ...whole, state: "waiting" })).toMatchObject({ ok: false });
  });
});

describe("coverage", () => {
  test("shows counts of people, and none that tells fewer than five apart", () => {
    const whole = coverageOf([{ shift: "Day", staff: 50, trained: 20 }, { shift: "Night", staff: 40, trained: 14 }], 5);
    expect(coverageInWords(whole, 5)).toBe("34 of 90 trained (38 %)");
    expect(whole.shifts).toHaveLength(2);
    expect(coverageOf([{ shift: "Day", staff: 50, trained: 20 }, { shift: "Night", staff: 40, trained: 3 }], 5).shifts).toBeNull();
    expect(coverageOf([{ shift: "Day", staff: 50, trained: 47 }], 5).trained).toEqual({ shown: false });
    expect(coverageOf([{ shift: "Day", staff: 4, trained: 4 }], 5).staff).toEqual({ shown: false });
    expect(coverageInWords(coverageOf([{ shift: "Day", staff: 50, trained: 2 }], 5), 5)).not.toMatch(/\b2\b/);
  });
});

test("a video is an https address of an acted scene with a title", () => {
  const video = { videoUrl: "https://video.example.org/scene", videoTitle: "A man on a bridge, acted", acted: "yes" };
  expect(videoRuling(video)).toMatchObject({ ok: true, value: { url: "https://video.example.org/scene" } });
  for (const videoUrl of ["javascript:alert(1)", "http://video.example.org", "video", "https://u:p@video.example.org/", "https://localhost/x"]) expect(videoRuling({ ...video, videoUrl })).toMatchObject({ ok: false, field: "videoUrl" });
  expect(videoRuling({ ...video, acted: undefined })).toMatchObject({ ok: false, field: "acted" });
  expect(videoRuling({ videoUrl: "", videoTitle: "" })).toEqual({ ok: true, value: null });
});
