import { describe, expect, test } from "vitest";
import { type CharterRules, defaultRules } from "./charter";
import { conditionsInWords, outcomeInWords } from "./conditions";
import { type Choice, count, type RollSeat, type Vote } from "./count";

const groups = [
  { id: "police", name: "Law enforcement" },
  { id: "clinic", name: "Behavioral health" },
  { id: "voices", name: "Advocacy" },
];
const rules = defaultRules(["police", "clinic", "voices"]);

/** One letter a seat: y consents, n objects, a abstains, . has not voted, v is vacant. Organizations hold at most three seats each. */
type Box = { police?: string; clinic?: string; voices?: string };
const CHOICES: Record<string, Choice> = { y: "consent", n: "object", a: "abstain" };

function election(box: Box, change: Partial<CharterRules> = {}, organization = (group: string, index: number) => `${group}-${Math.floor(index / 3)}`) {
  const roll: RollSeat[] = [];
  const votes: Vote[] = [];
  for (const [groupId, letters] of Object.entries(box)) {
    [...letters].forEach((letter, index) => {
      const seatId = `${groupId}${index}@demonstration.example`;
      roll.push({ seatId, groupId, organizationId: organization(groupId, index), filled: letter !== "v" });
      const choice = CHOICES[letter];
      if (choice) votes.push({ seatId, choice });
    });
  }
  return { rules: { ...rules, ...change }, groups, roll, votes };
}

function tallyOf(box: Box, change?: Partial<CharterRules>) {
  return count(election(box, change));
}

describe("the worked cases of the charter", () => {
  test("police 12-0, clinicians 0-2, advocates 0-2 is 75 % yes and not carried", () => {
    const tally = tallyOf({ police: "yyyyyyyyyyyy", clinic: "nn", voices: "nn" });
    expect(tally.overall.capped).toMatchObject({ consent: "12", object: "4", consentShare: "3/4", consentPercent: "75 %" });
    expect(tally.overall.threshold.met).toBe(true);
    expect(tally.cappedOrganizations).toEqual([]);
    expect(tally.carried).toBe(false);
    expect(outcomeInWords(tally)).toBe("Not carried: behavioral health 0 %, advocacy 0 %");
    expect(conditionsInWords(tally)).toEqual([
      "Behavioral health stands at 0 % consent and needs 50 %",
      "Advocacy stands at 0 % consent and needs 50 %",
    ]);
  });

  test("police 6-6, clinicians 4-0, advocates 4-0 is carried with police at exactly half", () => {
    const tally = tallyOf({ police: "yyyyyynnnnnn", clinic: "yyyy", voices: "yyyy" });
    expect(tally.overall.capped.consentPercent).toBe("70 %");
    expect(tally.groups[0]?.capped.consentShare).toBe("1/2");
    expect(tally.carried).toBe(true);
    expect(outcomeInWords(tally)).toBe("Carried");
    expect(conditionsInWords(tally)).toEqual([]);
  });

  test("one of four advocates voting fails the quorum though all said yes", () => {
    const tally = tallyOf({ police: "yyyy", clinic: "yyyy", voices: "y..." });
    expect(tally.overall.capped.consentPercent).toBe("100 %");
    expect(tally.groups[2]?.quorum).toEqual({ needed: 2, have: 1, met: false });
    expect(tally.carried).toBe(false);
    expect(conditionsInWords(tally)).toEqual(["Needs 1 more advocacy vote for quorum"]);
    expect(outcomeInWords(tally)).toBe("Not carried: advocacy without quorum");
  });
});

describe("quorum", () => {
  test("with no votes at all, everything is still to do and nothing divides by zero", () => {
    const tally = tallyOf({ police: "....", clinic: "..", voices: ".." });
    expect(tally.overall.capped).toMatchObject({ consent: "0", consentShare: null, consentPercent: null });
    expect(conditionsInWords(tally)).toEqual([
      "Needs 4 more votes overall for quorum",
      "The whole vote has no vote for or against yet and needs 60 % consent",
      "Needs 2 more law enforcement votes for quorum",
      "Law enforcement has no vote for or against yet and needs 50 % consent",
      "Needs 1 more behavioral health vote for quorum",
      "Behavioral health has no vote for or against yet and needs 50 % consent",
      "Needs 1 more advocacy vote for quorum",
      "Advocacy has no vote for or against yet and needs 50 % consent",
    ]);
  });

  test("nobody voting does not carry, even in a charter without any quorum", () => {
    const none = { of: 0, outOf: 1 };
    expect(tallyOf({ police: ".", clinic: ".", voices: "." }, { overallQuorum: none, groupQuorum: none, groupThreshold: none }).carried).toBe(false);
  });

  test("two of four advocacy seats are vacant: of filled seats one vote is enough, of authorized seats it is not", () => {
    const box = { police: "yy", clinic: "yy", voices: "y.vv" };
    expect(tallyOf(box).groups[2]).toMatchObject({ seats: 2, filled: 2, authorized: 4, quorum: { needed: 1, met: true } });
    const authorized = tallyOf(box, { quorumBase: "authorized" });
    expect(authorized.groups[2]).toMatchObject({ seats: 4, quorum: { needed: 2, met: false } });
  });

  test("when too few filled seats are left to reach the quorum, the sentence says so", () => {
    const words = (voices: string) => conditionsInWords(tallyOf({ police: "yyyy", clinic: "yyyy", voices }, { quorumBase: "authorized", groupQuorum: { of: 3, outOf: 4 } }));
    expect(words("yyvv")).toEqual(["Needs 1 more advocacy vote for quorum, but no filled seat is yet to vote"]);
    expect(words("y.vv")).toEqual(["Needs 2 more advocacy votes for quorum, but only 1 filled seat is yet to vote"]);
  });

  test("a required group without a filled seat has no quorum, said in words", () => {
    const none = { of: 0, outOf: 1 };
    for (const change of [{}, { groupQuorum: none, groupThreshold: none }]) {
      expect(conditionsInWords(tallyOf({ police: "yy", clinic: "yy", voices: "vv" }, change))).toEqual(["Advocacy has no filled seat (2 vacant), so there is no quorum"]);
    }
    const empty = tallyOf({ police: "yy", clinic: "yy" });
    expect(empty.carried).toBe(false);
    expect(outcomeInWords(empty)).toBe("Not carried: advocacy has no filled seat");
    expect(conditionsInWords(empty)).toEqual(["Advocacy has no seat that can vote, so there is no quorum"]);
  });

  test("a required group that was left out of the round cannot be skipped that way", () => {
    const tally = count({ ...election({ police: "yy", clinic: "yy" }), groups: groups.slice(0, 2) });
    expect(tally.carried).toBe(false);
    expect(tally.groups[2]).toMatchObject({ id: "voices", required: true, seats: 0 });
  });

  test("an empty roll does not carry", () => {
    const tally = count({ rules: { ...rules, requiredGroups: [] }, groups: [], roll: [], votes: [] });
    expect(conditionsInWords(tally)).toEqual(["The roll has no seat that can vote, so there is no quorum"]);
  });

  test("a group that is not required is counted but stops nothing", () => {
    const tally = tallyOf({ police: "yyyy", clinic: "yyyy", voices: "n..." }, { requiredGroups: ["police", "clinic"] });
    expect(tally.groups[2]).toMatchObject({ required: false, object: 1 });
    expect(tally.carried).toBe(true);
  });

  test("a recused seat leaves the quorum base and its vote is set aside", () => {
    const box = election({ police: "yy", clinic: "yy", voices: "ny" });
    const roll = box.roll.map((seat) => ({ ...seat, recused: seat.seatId.startsWith("voices0") }));
    const tally = count({ ...box, roll });
    expect(tally.recusedVotes).toBe(1);
    expect(tally.groups[2]).toMatchObject({ seats: 1, voted: 1, consent: 1, object: 0 });
    expect(tally.carried).toBe(true);
  });
});

describe("abstentions and ties", () => {
  test("when all abstain the quorum is met, but nobody has agreed", () => {
    const tally = tallyOf({ police: "aa", clinic: "aa", voices: "aa" });
    expect(tally.overall.quorum.met).toBe(true);
    expect(tally.carried).toBe(false);
    expect(outcomeInWords(tally)).toContain("overall without a vote for or against");
    expect(tallyOf({ police: "aa", clinic: "aa", voices: "aa" }, { abstentions: "count" }).overall.capped.consentPercent).toBe("0 %");
  });

  test("abstentions set aside do not lower consent; abstentions that count do", () => {
    const box = { police: "yyaa", clinic: "yyaa", voices: "yyaa" };
    expect(tallyOf(box).overall.capped.consentPercent).toBe("100 %");
    const counted = tallyOf(box, { abstentions: "count" });
    expect(counted.overall.capped.consentPercent).toBe("50 %");
    expect(conditionsInWords(counted)).toEqual(["The whole vote stands at 50 % consent and needs 60 %"]);
  });

  test("a tie carries or fails as the charter says", () => {
    const box = { police: "yn", clinic: "yy", voices: "yy" };
    expect(tallyOf(box).carried).toBe(true);
    const strict = tallyOf(box, { tie: "fails" });
    expect(strict.carried).toBe(false);
    expect(conditionsInWords(strict)).toEqual(["Law enforcement stands at 50 % consent and needs more than that"]);
    expect(conditionsInWords(tallyOf({ police: "nn", clinic: "yyyy", voices: "yyyy" }, { tie: "fails" }))).toEqual([
      "Law enforcement stands at 0 % consent and needs more than 50 %",
    ]);
  });

  test("two thirds is exactly two thirds, and a hair under 66.67 %", () => {
    const box = { police: "yyn", clinic: "yyn", voices: "yyn" };
    expect(tallyOf(box, { overallThreshold: { of: 2, outOf: 3 } }).carried).toBe(true);
    const rounded = tallyOf(box, { overallThreshold: { of: 6667, outOf: 10_000 } });
    expect(rounded.carried).toBe(false);
    expect(conditionsInWords(rounded)).toEqual(["The whole vote stands just under 66.67 % consent and needs at least that"]);
    expect(outcomeInWords(rounded)).toBe("Not carried: overall just under 66.67 %");
  });
});

describe("the cap on one organization", () => {
  const oneDepartment = (group: string, index: number) => (group === "police" ? "Harbor Police" : `${group}-${index}`);

  test("nine seats of one police department count as three votes, shown beside the votes as cast", () => {
    const tally = count(election({ police: "yyyyyynna", clinic: "nn", voices: "nn" }, {}, oneDepartment));
    expect(tally.groups[0]?.raw).toMatchObject({ consent: "6", object: "2", abstain: "1" });
    expect(tally.groups[0]?.capped).toEqual({ consent: "2", object: "2/3", abstain: "1/3", consentShare: "3/4", consentPercent: "75 %" });
    expect(tally.overall.raw).toMatchObject({ consentShare: "1/2", consentPercent: "50 %" });
    expect(tally.overall.capped).toMatchObject({ consent: "2", object: "14/3", consentShare: "3/10", consentPercent: "30 %" });
    expect(tally.overall).toMatchObject({ voted: 13, consent: 6, object: 6, abstain: 1 });
    expect(tally.cappedOrganizations).toEqual([
      {
        organizationId: "Harbor Police",
        name: "Harbor Police",
        cast: 9,
        countedAs: 3,
        note: "Harbor Police cast 9 votes. They count as 3, because no organization counts for more than 3 votes.",
      },
    ]);
  });

  test("the cap turns a majority of heads into a minority of organizations", () => {
    const box = election({ police: "yyyyyyyyy", clinic: "nny", voices: "nny" }, { groupThreshold: { of: 0, outOf: 1 } }, oneDepartment);
    expect(count({ ...box, rules: { ...box.rules, organizationCap: 9 } }).carried).toBe(true);
    expect(count(box).overall.capped.consentPercent).toBe("55.56 %");
    expect(count(box).carried).toBe(false);
  });

  test("three votes reach the cap and keep their full weight", () => {
    expect(count(election({ police: "yyy......", clinic: "y", voices: "y" }, {}, oneDepartment)).cappedOrganizations).toEqual([]);
  });

  test("an organization with seats in two groups has one cap for both", () => {
    const county = count(election({ police: "yyy", clinic: "nnn", voices: "y" }, {}, (group) => (group === "voices" ? "Peers" : "County")));
    expect(county.overall.capped).toMatchObject({ consent: "5/2", object: "3/2" });
    expect(county.groups.map((group) => group.capped.consent)).toEqual(["3/2", "0", "1"]);
  });

  test("the cap does not take quorum away from those who voted", () => {
    expect(count(election({ police: "yyyyy....", clinic: "y", voices: "y" }, {}, oneDepartment)).groups[0]?.quorum).toEqual({ needed: 5, have: 5, met: true });
  });
});

describe("a ballot box that contradicts its roll is never counted", () => {
  const box = election({ police: "yv" });
  const vote = (seatId: string): Vote => ({ seatId, choice: "consent" });
  test.each([
    ["a seat votes twice", { votes: [...box.votes, ...box.votes] }],
    ["a stranger votes", { votes: [vote("stranger@demonstration.example")] }],
    ["a vacant seat votes", { votes: [vote("police1@demonstration.example")] }],
    ["a seat is on the roll twice", { roll: [...box.roll, ...box.roll] }],
    ["a seat is in an unknown group", { groups: [] }],
    ["a group is listed twice", { groups: [...groups, ...groups] }],
  ])("%s", (_, change) => {
    expect(() => count({ ...box, ...change })).toThrow();
  });
});

describe("names in sentences", () => {
  test("acronyms and proper names keep their capitals", () => {
    const named = ["EMS", "Native Nations", "peers"].map((name, index) => ({ id: groups[index]?.id ?? "", name }));
    expect(conditionsInWords(count({ ...election({ police: "y...", clinic: "y...", voices: "n" }), groups: named })).slice(-3)).toEqual([
      "Needs 1 more EMS vote for quorum",
      "Needs 1 more Native Nations vote for quorum",
      "Peers stands at 0 % consent and needs 50 %",
    ]);
  });
});
