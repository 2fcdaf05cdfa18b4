import { assert, boolean, constantFrom, integer, property, record, array, subarray } from "fast-check";
import { expect, test } from "vitest";
import { countAgreement, type AgreementVote } from "./agreement";
import type { CharterRules } from "./charter";
import { count, type Election } from "./count";

/** How many elections are compared; set ELECTIONS=10000 for a long run. */
const numRuns = Number(process.env.ELECTIONS ?? 500);

/** An independent counter, written from the by-law: it walks the votes one by one and adds up rationals. */
type Rational = [bigint, bigint];
const plus = ([a, b]: Rational, [c, d]: Rational): Rational => [a * d + c * b, b * d];
const atLeast = ([a, b]: Rational, [c, d]: Rational) => a * d >= c * b;

function reference({ rules, roll, votes }: Election): { carried: boolean; yes: Rational; base: Rational } {
  const bodies = [undefined, ...rules.requiredGroups];
  const seatOf = (id: string) => roll.filter((seat) => seat.seatId === id && !seat.recused);
  const valid = votes.flatMap((vote) => seatOf(vote.seatId).map((seat) => ({ ...vote, ...seat })));
  let carried = true;
  let whole: [Rational, Rational] = [[0n, 1n], [0n, 1n]];
  for (const body of bodies) {
    const share = body === undefined ? rules.overallThreshold : rules.groupThreshold;
    const quorum = body === undefined ? rules.overallQuorum : rules.groupQuorum;
    let [yes, base, turnout]: [Rational, Rational, number] = [[0n, 1n], [0n, 1n], 0];
    for (const vote of valid.filter((one) => body === undefined || one.groupId === body)) {
      const siblings = valid.filter((one) => one.organizationId === vote.organizationId).length;
      const weight: Rational = siblings > rules.organizationCap ? [BigInt(rules.organizationCap), BigInt(siblings)] : [1n, 1n];
      turnout += 1;
      if (vote.choice === "consent") yes = plus(yes, weight);
      if (vote.choice !== "abstain" || rules.abstentions === "count") base = plus(base, weight);
    }
    const eligible = roll.filter((seat) => !seat.recused && (body === undefined || seat.groupId === body));
    const filled = eligible.filter((seat) => seat.filled).length;
    const seats = rules.quorumBase === "filled" ? filled : eligible.length;
    const line: Rational = [base[0] * BigInt(share.of), base[1] * BigInt(share.outOf)];
    const agreed = share.of === 0 || (base[0] > 0n && (rules.tie === "carries" ? atLeast(yes, line) : !atLeast(line, yes)));
    if (filled === 0 || turnout * quorum.outOf < seats * quorum.of || !agreed) carried = false;
    if (body === undefined) whole = [yes, base];
  }
  return { carried, yes: whole[0], base: whole[1] };
}

const shares = constantFrom({ of: 0, outOf: 1 }, { of: 1, outOf: 4 }, { of: 1, outOf: 2 }, { of: 50, outOf: 100 }, { of: 6667, outOf: 10_000 }, { of: 2, outOf: 3 });
const rulesOfAnyCharter = record<CharterRules>({
  requiredGroups: subarray(["police", "clinic", "voices"]),
  overallQuorum: shares,
  groupQuorum: shares,
  quorumBase: constantFrom("filled", "authorized"),
  overallThreshold: constantFrom({ of: 1, outOf: 2 }, { of: 60, outOf: 100 }, { of: 2, outOf: 3 }, { of: 1, outOf: 3 }),
  groupThreshold: shares,
  organizationCap: integer({ min: 1, max: 4 }),
  abstentions: constantFrom("aside", "count"),
  tie: constantFrom("carries", "fails"),
  results: constantFrom("always", "after-voting", "after-close"),
  noticeDays: integer({ min: 0, max: 30 }),
  votingDays: integer({ min: 1, max: 30 }),
  daysToDecide: integer({ min: 1, max: 60 }),
  reasons: constantFrom("optional", "required", "required-to-object"),
  opening: constantFrom("coordinators", "authors"),
  extending: constantFrom("coordinators", "authors", "nobody"),
  phoneVotes: constantFrom("recorded", "refused"),
  safetyGroups: subarray(["police", "clinic", "voices"]),
});
const seats = array(
  record({
    groupId: constantFrom("police", "clinic", "voices"),
    organizationId: constantFrom("Harbor Police", "County", "Lakeside Clinic", "Peers", "Families"),
    filled: integer({ max: 9, min: 0 }).map((roll) => roll > 0),
    recused: integer({ max: 19, min: 0 }).map((roll) => roll === 0),
    choice: constantFrom("consent", "consent", "consent", "object", "abstain", undefined),
  }),
  { maxLength: 24 },
);

const groups = ["police", "clinic", "voices"].map((id) => ({ id, name: id }));
const elections = record({ rules: rulesOfAnyCharter, seats }).map(({ rules, seats: drawn }): Election => {
  const numbered = drawn.map((seat, index) => ({ ...seat, seatId: `seat ${index}` }));
  const roll = numbered.map(({ choice: _, ...seat }) => seat);
  const votes = numbered.flatMap(({ seatId, filled, choice }) => (filled && choice ? [{ seatId, choice }] : []));
  return { rules, groups, roll, votes };
});

const asRational = (written: string): Rational => {
  const [top = "", bottom = "1"] = written.split("/");
  return [BigInt(top), BigInt(bottom)];
};

test("random elections under random charters come out as an independent counter counts them", () => {
  let carriedElections = 0;
  assert(
    property(elections, (election) => {
      const tally = count(election);
      const expected = reference(election);
      expect(tally.carried).toBe(expected.carried);
      const [consent, one] = asRational(tally.overall.capped.consent);
      expect(consent * expected.yes[1]).toBe(one * expected.yes[0]);
      const share = tally.overall.capped.consentShare;
      expect(share === null).toBe(expected.base[0] === 0n);
      if (share !== null) {
        const [part, whole] = asRational(share);
        expect(part * expected.yes[1] * expected.base[0]).toBe(whole * expected.yes[0] * expected.base[1]);
      }
      if (tally.carried) carriedElections += 1;
    }),
    { numRuns },
  );
  // A comparison in which nothing ever carries would prove little.
  expect(carriedElections).toBeGreaterThan(numRuns / 20);
});

test("agree, disagree or block: carried exactly when the same votes as consent and objection are and nobody with a vote blocks", () => {
  const words = { consent: "agree", object: "disagree", abstain: "abstain" } as const;
  let [carried, stopped] = [0, 0];
  assert(
    property(elections, array(integer({ min: 0, max: 11 }), { minLength: 24, maxLength: 24 }), (election, drawn) => {
      const votes = election.votes.map(({ seatId, choice }, at): AgreementVote => ({ seatId, choice: choice === "object" && drawn[at] === 0 ? "block" : words[choice] }));
      const blocked = votes.some(({ seatId, choice }) => choice === "block" && election.roll.some((seat) => seat.seatId === seatId && !seat.recused));
      const expected = reference(election).carried;
      expect(countAgreement({ ...election, votes }).carried).toBe(expected && !blocked);
      if (expected) blocked ? (stopped += 1) : (carried += 1);
    }),
    { numRuns },
  );
  expect(carried).toBeGreaterThan(numRuns / 20);
  expect(stopped).toBeGreaterThan(0);
});

test("the order of seats and votes does not matter, and what carried stays carried when an objector consents", () => {
  assert(
    property(elections, boolean(), (election, reversed) => {
      const tally = count(election);
      if (reversed) {
        const other = count({ ...election, roll: election.roll.toReversed(), votes: election.votes.toReversed() });
        expect(other.overall).toEqual(tally.overall);
        expect(other.unmet).toEqual(tally.unmet);
      }
      const first = election.votes.findIndex((vote) => vote.choice === "object");
      const persuaded = election.votes.map((vote, index) => (index === first ? { ...vote, choice: "consent" as const } : vote));
      if (tally.carried) expect(count({ ...election, votes: persuaded }).carried).toBe(true);
    }),
    { numRuns },
  );
});
