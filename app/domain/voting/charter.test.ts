import { describe, expect, test } from "vitest";
import { charterRules, defaultRules, describeRules } from "./charter";

const names = { police: "Law enforcement", clinic: "Behavioral health", voices: "Advocacy" };
const rules = defaultRules(["police", "clinic", "voices"]);

describe("the charter", () => {
  test("a new program starts with rules that are allowed", () => {
    expect(charterRules.parse(rules)).toEqual(rules);
  });

  test("a share is two whole numbers, so two thirds stays two thirds", () => {
    const twoThirds = { ...rules, overallThreshold: { of: 2, outOf: 3 } };
    expect(charterRules.parse(twoThirds).overallThreshold).toEqual({ of: 2, outOf: 3 });
  });

  test.each([
    ["a share above 100 %", { overallQuorum: { of: 3, outOf: 2 } }],
    ["a share of nothing", { overallQuorum: { of: 0, outOf: 0 } }],
    ["a share that is not whole numbers", { groupThreshold: { of: 0.5, outOf: 1 } }],
    ["a negative share", { groupThreshold: { of: -1, outOf: 2 } }],
    ["a vote that needs no consent", { overallThreshold: { of: 0, outOf: 1 } }],
    ["a cap below one vote", { organizationCap: 0 }],
    ["a cap of half votes", { organizationCap: 1.5 }],
    ["a required group named twice", { requiredGroups: ["police", "police"] }],
    ["a line nobody can pass", { tie: "fails", groupThreshold: { of: 1, outOf: 1 } }],
    ["a vote that is open for no time", { votingDays: 0 }],
    ["a rule nobody knows", { veto: true }],
  ])("the charter refuses %s", (_, change) => {
    expect(charterRules.safeParse({ ...rules, ...change }).success).toBe(false);
  });

  test("a charter written before a rule was known reads with what held then", () => {
    const { opening: _opening, extending: _extending, phoneVotes: _phone, safetyGroups: _safety, ...older } = rules;
    expect(charterRules.parse(older)).toEqual(rules);
  });

  test("unanimity is allowed when a tie carries", () => {
    expect(charterRules.safeParse({ ...rules, overallThreshold: { of: 1, outOf: 1 } }).success).toBe(true);
  });
});

describe("the charter in plain words", () => {
  test("a citizen reads the default rules from opening to decision", () => {
    expect(describeRules(rules, names)).toEqual([
      "A coordinator opens each vote.",
      "Voting stays open for 14 days. A coordinator may extend it, with a reason that every voter reads.",
      "At least 50 % of all voting seats that are filled must vote. A member who abstains counts as having voted.",
      "In each of these groups, at least 50 % of its voting seats that are filled must vote: Law enforcement, Behavioral health and Advocacy.",
      "To carry, at least 60 % of the votes must be consent. Members who abstain are left out of this share.",
      "Each of the groups named above must also agree: at least 50 % of its own votes must be consent.",
      "A vote that lands exactly on the line carries.",
      "No organization counts for more than 3 votes. If it casts more, each of its votes counts for less.",
      "A member who objects must give a reason. Other members may.",
      "Everyone who can see the vote can see the count at any time.",
      "A coordinator may record the vote of a member who calls. The member is told at once and can overturn it until the vote closes.",
      "If the vote carries, each agency head has 30 days to decide and must give reasons.",
    ]);
  });

  test("every other choice is said in its own words", () => {
    const strict = describeRules(
      {
        ...rules,
        quorumBase: "authorized",
        overallThreshold: { of: 2, outOf: 3 },
        abstentions: "count",
        tie: "fails",
        organizationCap: 1,
        noticeDays: 7,
        votingDays: 1,
        reasons: "required",
        results: "after-close",
        opening: "authors",
        extending: "nobody",
        phoneVotes: "refused",
        safetyGroups: ["voices"],
      },
      {},
    ).join("\n");
    expect(strict).toContain("Members can read a proposal for at least 7 days before its vote opens.\nA coordinator or the author of the proposal opens a vote.\nVoting stays open for 1 day. Nobody can extend it.");
    expect(strict).toContain("Nobody records it for them.");
    expect(strict).toContain("A member of voices who objects may say that somebody would come to harm.");
    expect(strict).toContain("voting seats, filled or vacant must vote: police, clinic and voices.");
    expect(strict).toContain("more than 66.67 % (exactly 2 in 3) of the votes must be consent. A vote to abstain counts as a vote that is not consent.");
    expect(strict).toContain("A vote that lands exactly on the line does not carry.");
    expect(strict).toContain("No organization counts for more than 1 vote.");
    expect(strict).toContain("Every vote must come with a reason.");
    expect(strict).toContain("Nobody sees the count until voting closes.");
  });

  test("a charter without required groups, minimum turnout or group shares does not pretend to have them", () => {
    const open = describeRules({ ...rules, requiredGroups: [], overallQuorum: { of: 0, outOf: 1 }, results: "after-voting", reasons: "optional" }, names);
    expect(open).toContain("There is no minimum turnout overall.");
    expect(open).toContain("No single group can stop a vote.");
    expect(open.join(" ")).not.toContain("named above");
    const seatsOnly = describeRules({ ...rules, groupQuorum: { of: 0, outOf: 1 }, groupThreshold: { of: 0, outOf: 1 } }, names);
    expect(seatsOnly).toContain("Each of these groups must have a filled voting seat: Law enforcement, Behavioral health and Advocacy.");
    expect(seatsOnly.join(" ")).not.toContain("named above");
  });
});
