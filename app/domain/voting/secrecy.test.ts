import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { defaultRules } from "./charter";
import { count, type Choice } from "./count";
import { countDecision } from "./count-decision";
import { secrecyOf, secretPlace } from "./secrecy";

const groups = ["police", "clinic", "voices", "dispatch"].map((id) => ({ id, name: id }));
const rules = { ...defaultRules(["police", "clinic", "voices"]), organizationCap: 3 };
const seat = (seatId: string, groupId: string, organizationId: string) => ({ seatId, groupId, organizationId, filled: true });
const roll = [
  ...[1, 2, 3, 4, 5].map((n) => seat(`p${n}`, "police", "Riverton Police")),
  ...[1, 2].map((n) => seat(`c${n}`, "clinic", `clinic ${n}`)),
  ...[1, 2, 3].map((n) => seat(`v${n}`, "voices", "Alliance")),
  ...[1, 2, 3].map((n) => seat(`d${n}`, "dispatch", "911 Center")),
];

function secretly(choices: Record<string, Choice>) {
  const voted = roll.map((one) => ({ ...one, hasVoted: one.seatId in choices }));
  const secretVotes = roll.flatMap((one) => {
    const choice = choices[one.seatId];
    return choice ? [{ ...secretPlace("consent", rules, roll, one), choice }] : [];
  });
  return countDecision({ kind: "consent", rules, secret: true }, { groups, roll: voted, votes: [], secretVotes });
}

test("a secret ballot keeps its group only where the charter asks that group, its organization only above the cap, and nothing for a question", () => {
  expect(secretPlace("consent", rules, roll, { groupId: "police", organizationId: "Riverton Police" })).toEqual({ groupId: "police", organizationId: "Riverton Police" });
  expect(secretPlace("consent", rules, roll, { groupId: "voices", organizationId: "Alliance" })).toEqual({ groupId: "voices", organizationId: null });
  expect(secretPlace("consent", rules, roll, { groupId: "dispatch", organizationId: "911 Center" })).toEqual({ groupId: null, organizationId: null });
  expect(secretPlace("ranked", rules, roll, { groupId: "police", organizationId: "Riverton Police" })).toEqual({ groupId: null, organizationId: null });
});

test("whatever is chosen, a secret vote is carried exactly when the same vote in the open is", () => {
  const anyChoices = array(constantFrom<Choice | null>("consent", "consent", "object", "abstain", null), { minLength: roll.length, maxLength: roll.length });
  assert(
    property(anyChoices, (cast) => {
      const choices = Object.fromEntries(roll.flatMap(({ seatId }, at) => (cast[at] ? [[seatId, cast[at]]] : []))) as Record<string, Choice>;
      const open = count({ rules, groups, roll, votes: Object.entries(choices).map(([seatId, choice]) => ({ seatId, choice })) });
      const secret = secretly(choices);
      expect(secret.carried).toBe(open.carried);
      expect(secret.overall).toEqual(open.overall);
      for (const [at, group] of secret.groups.entries()) {
        const truth = open.groups[at];
        expect(group.threshold.met).toBe(truth?.threshold.met ?? group.threshold.met);
        if (!group.withheld) expect({ ...group }).toEqual(truth);
      }
    }),
    { numRuns: Number(process.env.ELECTIONS ?? 300) },
  );
});

test("a group of which two voted shows whether it agreed and not how, and cannot be found by subtraction", () => {
  const tally = secretly({ p1: "consent", p2: "consent", p3: "object", p4: "consent", c1: "object", c2: "object", v1: "consent", v2: "consent", v3: "object" });
  const [police, clinic, voices] = tally.groups;
  expect(clinic).toMatchObject({ withheld: true, voted: 2, object: 0, threshold: { met: false } });
  expect(voices).toMatchObject({ withheld: true });
  expect(police).toMatchObject({ consent: 3, object: 1 });
  expect(tally.unmet.filter(({ group }) => group !== null).map(({ kind }) => kind)).toEqual(["withheld"]);
  expect(tally.unmet).toContainEqual(expect.objectContaining({ kind: "withheld", group: { id: "clinic", name: "clinic" } }));
});

test("a vote is not secret where one voter stands alone, and few are warned", () => {
  const names = Object.fromEntries(groups.map(({ id, name }) => [id, name]));
  const alone = roll.filter(({ seatId }) => seatId !== "c2");
  expect(secrecyOf("consent", rules, alone, names).refused).toMatch(/^clinic has only one voter here/);
  expect(secrecyOf("ranked", rules, alone, names)).toEqual({ refused: null, warnings: [] });
  expect(secrecyOf("consent", rules, roll, names).warnings).toEqual(expect.arrayContaining([expect.stringMatching(/^clinic has only 2 voters/)]));
  expect(secrecyOf("single", rules, roll.slice(0, 2), names).refused).toMatch(/at least 3 voters/);
});
