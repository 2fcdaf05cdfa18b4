import { positions, type BallotTerms } from "./kinds";
import type { PollTally } from "./poll";

/** The outcome of a question in one sentence: "Sam Whitaker leads with 5 of 9." */
export function pollInWords(terms: BallotTerms, tally: PollTally): string {
  const { voters, leaders } = tally;
  if (voters === 0) return "Nobody answered.";
  if (leaders.length === 0) return "No option was chosen.";
  const names = leaders.map((id) => optionLabel(terms, id));
  if (names.length > 1) return `It is a tie between ${names.slice(0, -1).join(", ")} and ${names.at(-1)}.`;
  return `${names[0]} leads${behind(tally, leaders[0] ?? "")}.`;
}

export function optionLabel(terms: BallotTerms, id: string): string {
  if (terms.kind === "sense") return positions.sense.find(({ value }) => value === id)?.label ?? id;
  return terms.options.find((option) => option.id === id)?.label ?? id;
}

function behind(tally: PollTally, id: string): string {
  const { voters } = tally;
  const of = (votes: number) => ` with ${votes} of ${voters}`;
  switch (tally.kind) {
    case "sense":
    case "single":
    case "multiple":
      return of(tally.options.find((option) => option.id === id)?.votes ?? 0);
    case "score":
      return ` with ${tally.options.find((option) => option.id === id)?.points ?? 0} points`;
    case "time": {
      const found = tally.options.find((option) => option.id === id);
      return `: it suits ${(found?.yes ?? 0) + (found?.maybe ?? 0)} of ${voters}`;
    }
    case "ranked": {
      const last = tally.runoff.rounds.at(-1)?.standing.find((option) => option.id === id)?.votes ?? 0;
      const rounds = tally.runoff.rounds.length;
      return `${of(last)} after ${rounds} ${rounds === 1 ? "round" : "rounds"}`;
    }
  }
}
