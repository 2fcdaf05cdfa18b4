import { describe, expect, test } from "vitest";
import { passwordRuling } from "./password";

const context = ["Rosa Alvarez", "rosa.alvarez@rivertonpd.example", "Riverton Police Department", "Riverton CIT"];
const reason = (password: string) => {
  const ruling = passwordRuling(password, context);
  return ruling.ok ? "" : ruling.reason;
};

describe("a password", () => {
  test.each(["teal harbor wagon lantern", "môj tichý večerný vlak", "日本語でとても長い合言葉です東京", "kd8Fq!2mZ9#pLx7", "x".repeat(3) + " quiet lantern harbor ".repeat(8), "the old Riverton bridge hums at noon"])("%s is taken", (password) => {
    expect(reason(password)).toBe("");
  });

  test("needs 15 characters as people count them, and may have 128 and more", () => {
    expect(reason("short lantern")).toContain("at least 15 characters; this has 13");
    expect(reason("😀".repeat(14))).toContain("this has 14");
    expect(reason(`${"quiet harbor lantern wagon ".repeat(5)}`)).toBe("");
    expect(reason("ab cd ef gh ".repeat(100))).toContain("at most 1,000");
  });

  test.each(["passwordpassword", "P@ssw0rdP@ssw0rd", "password123456789", "Welcome2026!!!!!!", "correcthorsebatterystaple", "iloveyouiloveyou1", "Administrator2026!"])("%s is what others try first", (password) => {
    expect(reason(password)).toMatch(/mostly|same few/);
  });

  test.each(["RivertonPolice2026", "rosaalvarez12345", "Riv3rt0n-D3partm3nt", "ConcordConcord2026!", "rosa.alvarez@rivertonpd"])("%s is mostly words that stand around the person", (password) => {
    expect(reason(password)).toMatch(/mostly|same few/);
  });

  test.each(["aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "123123123123123"])("%s repeats itself", (password) => {
    expect(reason(password)).toContain("repeats");
  });

  test.each(["123456789012345", "abcdefghijklmnop", "qwertyuiopasdfgh", "0987654321098765", "1qaz2wsx3edc4rfv"])("%s is a row", (password) => {
    expect(reason(password)).toContain("row");
  });
});
