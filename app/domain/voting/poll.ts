import type { BallotTerms } from "./kinds";
import { positions } from "./kinds";
import { listOf, marksOf } from "./marks";
import { condorcet, type Pairs } from "./condorcet";
import { instantRunoff, type Runoff } from "./instant-runoff";

export type OptionVotes = { id: string; votes: number };
export type OptionScore = { id: string; points: number; scored: number };
export type OptionTime = { id: string; yes: number; maybe: number; no: number };

/** A counted ballot that decides nothing by itself. Options stand in the ballot's own order; `leaders` are several in a tie, and none without votes. */
export type PollTally = { voters: number } & (
  | { kind: "sense" | "single" | "multiple"; options: OptionVotes[]; leaders: string[] }
  | { kind: "score"; highestScore: number; options: OptionScore[]; leaders: string[] }
  | { kind: "ranked"; runoff: Runoff; pairs: Pairs; leaders: string[] }
  | { kind: "time"; options: OptionTime[]; leaders: string[] }
);

/**
 * Counts ballots (see `readMarks`) of a kind that stands on a question of its own, in whole numbers.
 * Scores are added up and an option without a score gets none; times lead by yes and if-needed together, then by yes;
 * ranked ballots lead by instant run-off, and the winner of every pair (Condorcet) is shown beside it.
 */
export function countPoll(terms: BallotTerms, ballots: readonly string[]): PollTally {
  const voters = ballots.length;
  const ids = terms.options.map(({ id }) => id);
  switch (terms.kind) {
    case "sense":
      return { kind: "sense", voters, ...mostVotes(positions.sense.map(({ value }) => value), ballots.map((ballot) => [ballot])) };
    case "single":
      return { kind: "single", voters, ...mostVotes(ids, ballots.map((ballot) => [ballot])) };
    case "multiple":
      return { kind: "multiple", voters, ...mostVotes(ids, ballots.map(listOf)) };
    case "score":
      return { kind: "score", voters, highestScore: terms.highestScore, ...mostPoints(ids, ballots.map(marksOf)) };
    case "ranked": {
      const orders = ballots.map(listOf);
      const runoff = instantRunoff(ids, orders);
      return { kind: "ranked", voters, runoff, pairs: condorcet(ids, orders), leaders: runoff.winners };
    }
    case "time":
      return { kind: "time", voters, ...bestTime(ids, ballots.map(marksOf)) };
    case "consent":
    case "agreement":
      throw new Error("A vote that decides is counted under the charter.");
  }
}

function mostVotes(ids: readonly string[], ballots: readonly (readonly string[])[]): { options: OptionVotes[]; leaders: string[] } {
  const votes = new Map(ids.map((id) => [id, 0]));
  for (const ballot of ballots) for (const id of ballot) votes.set(id, known(votes, id) + 1);
  const options = ids.map((id) => ({ id, votes: known(votes, id) }));
  return { options, leaders: leadersBy(options, ({ votes }) => [votes]) };
}

function mostPoints(ids: readonly string[], ballots: readonly Record<string, string>[]): { options: OptionScore[]; leaders: string[] } {
  const options = ids.map((id) => {
    const given = ballots.flatMap((ballot) => (ballot[id] === undefined ? [] : [Number(ballot[id])]));
    return { id, points: given.reduce((sum, points) => sum + points, 0), scored: given.length };
  });
  return { options, leaders: leadersBy(options, ({ points }) => [points]) };
}

function bestTime(ids: readonly string[], ballots: readonly Record<string, string>[]): { options: OptionTime[]; leaders: string[] } {
  const options = ids.map((id) => {
    const yes = ballots.filter((ballot) => ballot[id] === "yes").length;
    const maybe = ballots.filter((ballot) => ballot[id] === "maybe").length;
    return { id, yes, maybe, no: ballots.length - yes - maybe };
  });
  return { options, leaders: leadersBy(options, ({ yes, maybe }) => [yes + maybe, yes]) };
}

function leadersBy<Option extends { id: string }>(options: readonly Option[], standing: (option: Option) => number[]): string[] {
  const compare = (one: number[], other: number[]) => one.reduce((found, value, at) => found || value - (other[at] ?? 0), 0);
  const best = options.map(standing).sort((one, other) => compare(other, one))[0];
  if (!best || best[0] === 0) return [];
  return options.filter((option) => compare(standing(option), best) === 0).map(({ id }) => id);
}

function known(votes: Map<string, number>, id: string): number {
  const found = votes.get(id);
  if (found === undefined) throw new Error(`A ballot names ${id}, which is not an option.`);
  return found;
}
