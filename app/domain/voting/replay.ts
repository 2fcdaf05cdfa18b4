import type { CharterRules } from "./charter";
import { outcomeInWords } from "./conditions";
import { countDecision, type BallotBox } from "./count-decision";
import type { DecidingKind } from "./kinds";

/** A past ballot as it lay in the box, with the rules that it was counted under. */
export type PastBallot = { id: string; proposalId: string; number: number; title: string; kind: DecidingKind; rules: CharterRules; box: BallotBox };

export type Difference = { id: string; proposalId: string; number: number; title: string; was: string; wouldBe: string };
export type Replay = { counted: number; differences: Difference[] };

/** What past ballots would have come to under other rules: those whose outcome would differ, in the order given. Nothing that was decided changes. */
export function replay(ballots: readonly PastBallot[], rules: CharterRules): Replay {
  const differences = ballots.flatMap(({ id, proposalId, number, title, kind, rules: then, box }): Difference[] => {
    const was = countDecision({ kind, rules: then, secret: false }, box);
    const wouldBe = countDecision({ kind, rules, secret: false }, box);
    return was.carried === wouldBe.carried ? [] : [{ id, proposalId, number, title, was: outcomeInWords(was), wouldBe: outcomeInWords(wouldBe) }];
  });
  return { counted: ballots.length, differences };
}

/** "Under these rules, 2 of your last 9 outcomes would differ." */
export function replayInWords({ counted, differences }: Replay): string {
  if (counted === 0) return "There is no past vote to try these rules on.";
  const last = counted === 1 ? "your one past vote" : `your last ${counted} outcomes`;
  if (differences.length === 0) return counted === 1 ? "Under these rules, your one past vote would come out the same." : `Under these rules, none of ${last} would differ.`;
  return counted === 1 ? "Under these rules, your one past vote would come out differently." : `Under these rules, ${differences.length} of ${last} would differ.`;
}
