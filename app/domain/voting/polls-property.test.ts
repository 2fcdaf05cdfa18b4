import { array, assert, constantFrom, integer, property, record, shuffledSubarray, subarray } from "fast-check";
import { expect, test } from "vitest";
import { condorcet } from "./condorcet";
import { instantRunoff } from "./instant-runoff";
import type { BallotTerms, QuestionKind } from "./kinds";
import { countPoll } from "./poll";

/** How many elections of each kind are compared; set ELECTIONS=10000 for a long run. */
const numRuns = Number(process.env.ELECTIONS ?? 300);
const names = ["o1", "o2", "o3", "o4", "o5"];
const ballotsOf = integer({ min: 2, max: 5 }).map((size) => names.slice(0, size));

function terms(kind: QuestionKind, ids: readonly string[]): BallotTerms {
  return { kind, options: ids.map((id) => ({ id, label: id })), mostChoices: ids.length, highestScore: 5 };
}

/** Whoever has the largest number, found by sorting the names by it. */
function best(numbers: Record<string, number>): string[] {
  const [first] = Object.values(numbers).sort((one, other) => other - one);
  return first ? Object.keys(numbers).filter((id) => numbers[id] === first) : [];
}

const votesFor = (ids: readonly string[]) => array(subarray([...ids], { minLength: 1 }), { maxLength: 20 });
const withVotes = ballotsOf.chain((ids) => record({ ids: constantFrom(ids), votes: votesFor(ids) }));
const ordersFor = (ids: readonly string[]) => array(shuffledSubarray([...ids], { minLength: 1 }), { maxLength: 25 });
const withOrders = ballotsOf.chain((ids) => record({ ids: constantFrom(ids), orders: ordersFor(ids) }));

test("a choice of one or of several comes out as tally marks on paper do", () => {
  assert(
    property(withVotes, ({ ids, votes }) => {
      const marks = Object.fromEntries(ids.map((id) => [id, votes.flat().filter((voted) => voted === id).length]));
      const several = countPoll(terms("multiple", ids), votes.map((vote) => JSON.stringify(vote)));
      expect(several).toEqual({ kind: "multiple", voters: votes.length, options: ids.map((id) => ({ id, votes: marks[id] })), leaders: best(marks) });
      const firsts = votes.map(([first]) => first ?? "");
      const single = countPoll(terms("single", ids), firsts);
      const piles = Object.fromEntries(ids.map((id) => [id, firsts.filter((first) => first === id).length]));
      expect(single).toEqual({ kind: "single", voters: votes.length, options: ids.map((id) => ({ id, votes: piles[id] })), leaders: best(piles) });
    }),
    { numRuns },
  );
});

test("a sense check comes out as counting hands does", () => {
  const hands = array(constantFrom("support", "unsure", "concern"), { maxLength: 20 });
  assert(
    property(hands, (raised) => {
      const counted = Object.fromEntries(["support", "unsure", "concern"].map((hand) => [hand, raised.filter((one) => one === hand).length]));
      expect(countPoll(terms("sense", []), raised)).toMatchObject({ voters: raised.length, options: Object.entries(counted).map(([id, votes]) => ({ id, votes })), leaders: best(counted) });
    }),
    { numRuns },
  );
});

test("scores come out as the columns of a sheet add up", () => {
  const sheets = ballotsOf.chain((ids) => record({ ids: constantFrom(ids), rows: array(array(integer({ min: -1, max: 5 }), { minLength: ids.length, maxLength: ids.length }), { maxLength: 15 }) }));
  assert(
    property(sheets, ({ ids, rows }) => {
      const ballots = rows.map((row) => JSON.stringify(Object.fromEntries(row.flatMap((points, at) => (points < 0 ? [] : [[ids[at] ?? "", points]])))));
      const sums = Object.fromEntries(ids.map((id, at) => [id, rows.reduce((sum, row) => sum + Math.max(0, row[at] ?? 0), 0)]));
      const tally = countPoll(terms("score", ids), ballots);
      expect(tally.leaders).toEqual(best(sums));
      expect(tally.kind === "score" && tally.options.map(({ points }) => points)).toEqual(ids.map((id) => sums[id]));
    }),
    { numRuns },
  );
});

test("the time that suits most leads, and of two that suit as many the one that suits better", () => {
  const polls = ballotsOf.chain((ids) => record({ ids: constantFrom(ids), rows: array(array(constantFrom("yes", "maybe", "no"), { minLength: ids.length, maxLength: ids.length }), { maxLength: 15 }) }));
  assert(
    property(polls, ({ ids, rows }) => {
      const ballots = rows.map((row) => JSON.stringify(Object.fromEntries(row.flatMap((answer, at) => (answer === "no" ? [] : [[ids[at] ?? "", answer]])))));
      // Whoever can come counts a thousand, whoever is glad to come one more.
      const worth = (answer: string | undefined) => (answer === "yes" ? 1001 : answer === "maybe" ? 1000 : 0);
      const suits = Object.fromEntries(ids.map((id, at) => [id, rows.reduce((sum, row) => sum + worth(row[at]), 0)]));
      const tally = countPoll(terms("time", ids), ballots);
      expect(tally.leaders).toEqual(best(suits));
      const column = (at: number, answer: string) => rows.filter((row) => row[at] === answer).length;
      expect(tally.kind === "time" && tally.options).toEqual(ids.map((id, at) => ({ id, yes: column(at, "yes"), maybe: column(at, "maybe"), no: column(at, "no") })));
    }),
    { numRuns },
  );
});

/** The run-off told again: strike names from every paper until one name leads more than half of the papers that still have one. */
function runoffByHand(papers: readonly (readonly string[])[], running: readonly string[]): string[] {
  const standing = papers.map((paper) => paper.filter((name) => running.includes(name))).filter((paper) => paper.length > 0);
  if (standing.length === 0) return [];
  const piles = new Map(running.map((name) => [name, standing.filter(([top]) => top === name).length]));
  const sizes = [...piles.values()];
  const winner = running.find((name) => (piles.get(name) ?? 0) > standing.length / 2);
  if (winner) return [winner];
  const smallest = Math.min(...sizes);
  const rest = running.filter((name) => (piles.get(name) ?? 0) > smallest);
  return rest.length === 0 ? [...running] : runoffByHand(standing, rest);
}

test("an instant run-off comes out as striking names from papers by hand does", () => {
  assert(
    property(withOrders, ({ ids, orders }) => {
      expect(instantRunoff(ids, orders).winners).toEqual(runoffByHand(orders, ids));
      const tally = countPoll(terms("ranked", ids), orders.map((order) => JSON.stringify(order)));
      expect(tally).toMatchObject({ voters: orders.length, leaders: runoffByHand(orders, ids) });
    }),
    { numRuns },
  );
});

test("every pair comes out as asking each voter about each pair does, and a winner of all pairs is never last", () => {
  assert(
    property(withOrders, ({ ids, orders }) => {
      const asked = (one: string, other: string) => orders.filter((order) => order.includes(one) && (!order.includes(other) || order.indexOf(one) < order.indexOf(other))).length;
      const { pairs, winner } = condorcet(ids, orders);
      for (const { one, other, forOne, forOther } of pairs) expect([forOne, forOther]).toEqual([asked(one, other), asked(other, one)]);
      expect(pairs).toHaveLength((ids.length * (ids.length - 1)) / 2);
      const unbeaten = ids.filter((id) => ids.every((other) => other === id || asked(id, other) > asked(other, id)));
      expect(winner).toBe(unbeaten[0] ?? null);
    }),
    { numRuns },
  );
});
