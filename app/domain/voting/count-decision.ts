import { countAgreement, type AgreementVote } from "./agreement";
import type { CharterRules } from "./charter";
import { count, type Choice, type Group, type RollSeat } from "./count";
import type { DecidingKind } from "./kinds";
import { seatSecretVotes, withheld, type SecretVote } from "./secrecy";
import type { Tally } from "./tally";

/** What lies in the box of a round: open votes by seat, or secret ballots that name none. Choices are as `readMarks` gives them. */
export type BallotBox = {
  groups: Group[];
  roll: (RollSeat & { hasVoted: boolean })[];
  votes: { seatId: string; choice: string }[];
  secretVotes: SecretVote<string>[];
};

/** Counts a vote that decides, by the rule of its kind; of a secret one only what may be shown. */
export function countDecision({ kind, rules, secret }: { kind: DecidingKind; rules: CharterRules; secret: boolean }, box: BallotBox): Tally {
  const votes = secret ? seatSecretVotes(kind, rules, box.roll, box.secretVotes) : box.votes;
  const { groups } = box;
  const roll = box.roll.map(({ hasVoted: _, ...seat }): RollSeat => seat);
  const tally =
    kind === "agreement"
      ? countAgreement({ rules, groups, roll, votes: votes.map(({ seatId, choice }) => ({ seatId, choice: readAgreement(choice) })) })
      : count({ rules, groups, roll, votes: votes.map(({ seatId, choice }) => ({ seatId, choice: readConsent(choice) })) });
  return secret ? withheld(tally) : tally;
}

function readConsent(word: string): Choice {
  if (word === "consent" || word === "object" || word === "abstain") return word;
  throw new Error(`Unknown choice ${word}`);
}

function readAgreement(word: string): AgreementVote["choice"] {
  if (word === "agree" || word === "disagree" || word === "abstain" || word === "block") return word;
  throw new Error(`Unknown choice ${word}`);
}
