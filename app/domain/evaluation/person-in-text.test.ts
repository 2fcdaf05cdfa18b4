import { expect, test } from "vitest";
import { personInText } from "./person-in-text";

test.each([
  ["Told by the family, call (555) 010-4477.", "phone numbers"],
  ["Ask 555 010 4477 or 555-010-4477.", "phone numbers"],
  ["The file of 123-45-6789 was left out.", "social security numbers"],
  ["Write to jo.rivers@demo.concord.example.", "e-mail addresses"],
  ["His chart, MRN 0048213, says more.", "medical record numbers"],
  ["The call began at 14:05.", "exact times"],
  ["See report 2026-004417 for more.", "case, CAD or incident numbers"],
])("%s", (text, why) => expect(personInText(text)).toBe(why));

test("what a finding is made of is no person", () => {
  for (const text of ["24 months before the court changed its way, 150 to 4,000 contacts a month (95% interval 0.8 to 1.1).", "Edition 2 of 2026-03, in force since March 3, 2026; n = 1234567.", "Dial 988 or 911, in 2025 and 2026."]) expect([text, personInText(text)]).toEqual([text, null]);
});
