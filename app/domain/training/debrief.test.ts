import { expect, test } from "vitest";
import { countSteps, debriefRuling, monthBefore, weakestStep, type DebriefInput } from "./debrief";
import { personIn } from "./person-in";

const debrief: DebriefInput = { assignment: "Patrol", shift: "Night", step1: "well", step2: "practise", step3: "unseen", step4: "well", step5: "well", well: "", practise: "" };

test.each([
  ["Good talk by Chris Delgado at the door.", "a name of a person"],
  ["Officer Vale kept his distance.", "a name of a person"],
  ["Ask Dr. Quill next time.", "a name of a person"],
  ["See case 26-0012345 for the rest.", "a case, CAD or incident number"],
  ["CAD 204417 went well.", "a case, CAD or incident number"],
  ["Call back 555-0142 next week.", "a phone number"],
  ["He lives where (312) 555-0142 rings.", "a phone number"],
  ["Subject DOB 3/14/1998.", "a date of birth"],
  ["On 2026-11-02 they waited.", "a date"],
  ["They arrived at 14:30.", "an exact time"],
  ["Wrote to pat@agency.example.", "e-mail addresses"],
  ["Scene at 410 Elm Street, porch.", "addresses"],
  ["We told John to wait.", "a name of a person"],
  ["John stayed calm.", "a name of a person"],
  ["J. Smith kept his distance.", "a name of a person"],
  ["Mr. O'Neil was heard out.", "a name of a person"],
  ["Waited behind cover with Ortiz's team.", "a name of a person"],
  ["On November 3 they waited.", "a date"],
  ["3 Nov, porch.", "a date"],
  ["The talk on the 3rd of March went well.", "a date"],
  ["The one of 3/14 went well.", "a date"],
  ["They arrived about 2 pm.", "an exact time"],
  ["They arrived at 1430 hours.", "an exact time"],
  ["As in incident no 12.", "a case, CAD or incident number"],
  ["As in IR#4417.", "a case, CAD or incident number"],
  ["As in case 12.", "a case, CAD or incident number"],
  ["The call at 410 Elm.", "an address"],
  ["The call at 5th and Main.", "an address"],
  ["The corner of Third Street.", "an address"],
  ["They waited outside apt 4B.", "an address"],
  ["They met at Lakeside.", "a name of a person"],
  ["SSN 123-45-6789.", "a social security number"],
  ["Plate ABC 1234 was read out.", "a license plate or a badge"],
])("“%s” is refused, because it holds %s", (text, why) => {
  expect(personIn(text)?.why).toBe(why);
  expect(debriefRuling({ ...debrief, practise: text })).toMatchObject({ ok: false, status: 422, field: "practise" });
});

test.each(["Slowed down, one voice at the door.", "The crisis team was called before the door was opened.", "Say the next step out loud. Ask the family.", "Mental Health Center was asked.", "Call 988 sooner.", "Ask for CIT and 911 early. Step 3 was quick.", "Half or 2/3 of the talk was listening; 24/7 help was named.", "May 2 officers speak at once? One voice.", "Somebody who speaks Spanish was asked; the Taser stayed away.", "They waited 10 minutes before 2 officers moved.", "Two officers stayed 20 feet away.", ""])("“%s” says what was done and is kept", (text) => {
  expect(personIn(text)).toBeNull();
  expect(debriefRuling({ ...debrief, well: text })).toMatchObject({ ok: true, value: { marks: ["well", "practise", "unseen", "well", "well"], well: text } });
});

test.each(["Delgado stayed calm.", "The talk by chris delgado was slow.", "Then: Marisol spoke."])("“%s” names somebody of the program and is refused", (well) => {
  const people = ["Chris Delgado", "Marisol Vance"];
  expect(debriefRuling({ ...debrief, well }, people)).toMatchObject({ ok: false, status: 422, field: "well" });
  expect(debriefRuling({ ...debrief, well: "Stayed calm. The talk was slow." }, people)).toMatchObject({ ok: true });
});

test("a debrief of which nothing was seen is not written", () => {
  const unseen = { step1: "unseen", step2: "unseen", step3: "unseen", step4: "unseen", step5: "unseen" } as const;
  expect(debriefRuling({ ...debrief, ...unseen })).toMatchObject({ ok: false, field: "step1" });
});

test("the weakest step has the largest share to practise among those who saw it", () => {
  const counts = countSteps([{ marks: ["well", "practise", "unseen", "well", "well"] }, { marks: ["practise", "practise", "practise", "well", "nonsense"] }]);
  expect(counts.map(({ well, practise, unseen }) => [well, practise, unseen])).toEqual([[1, 1, 0], [0, 2, 0], [0, 1, 1], [2, 0, 0], [1, 0, 1]]);
  expect(weakestStep(counts)?.step).toBe(2);
  expect(weakestStep(countSteps([{ marks: ["well", "well", "well", "well", "well"] }]))).toBeNull();
  expect(weakestStep([])).toBeNull();
});

test("months are counted back over the turn of the year", () => {
  expect([monthBefore("2026-11", 2), monthBefore("2026-01", 1), monthBefore("2026-02", 14)]).toEqual(["2026-09", "2025-12", "2024-12"]);
});
