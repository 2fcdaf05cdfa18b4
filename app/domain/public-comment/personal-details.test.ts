import { describe, expect, test } from "vitest";
import { personalDetails, personalDetailsRuling } from "./personal-details";

describe("a comment that tells who a person is", () => {
  test.each([
    ["write to me at river.song@example.org", "an e-mail address"],
    ["my number is 123-45-6789", "a Social Security number"],
    ["call (555) 201-3344 or 555.201.3344", "a phone number"],
    ["he was born on 4/12/1988", "a date of birth"],
    ["DOB: 04/12/88", "a date of birth"],
    ["see case no. 24-1187", "the number of a case or an incident"],
    ["Incident #2025-00412 shows it", "the number of a case or an incident"],
    ["CAD 20251187442", "the number of a case or an incident"],
    ["the one with badge 4471", "the number of a badge"],
    ["plate ABC 1234", "a license plate"],
    ["it happened at 412 Oak Street", "a street address"],
  ])("is refused: %s", (text, what) => {
    expect(personalDetails(text)).toContainEqual(expect.objectContaining({ what, certain: true }));
    expect(personalDetailsRuling(text, true)).toMatchObject({ ok: false, status: 422, field: "body" });
  });

  test.each(["Officer Delgado was kind", "Sgt. O’Neill should read this", "my brother Tomás was alone", "On March 3, 2025 they came twice"])("is asked about first: %s", (text) => {
    expect(personalDetailsRuling(text, false)).toMatchObject({ ok: false, status: 422, field: "checked" });
    expect(personalDetailsRuling(text, true)).toMatchObject({ ok: true });
  });

  test.each([
    "Call 988 first, and 911 only when somebody is in danger.",
    "Officer Safety and Officer Training come up in section 4.2.1 and in 2026.",
    "The Sheriff's Office should wait 30 minutes, not 10.",
    "In case 2 people answer, who leads? Report it within 24 hours.",
    "My son was in crisis and nobody asked him what helps.",
    "On weekends there are 12-15 calls. The place is at the end of the road.",
  ])("is not seen where there is none: %s", (text) => expect(personalDetails(text)).toEqual([]));
});
