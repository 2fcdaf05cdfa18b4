import { count, type Choice, type Election } from "./count";
import type { Tally } from "./tally";

export type AgreementVote = { seatId: string; choice: "agree" | "disagree" | "abstain" | "block" };

const asChoice: Record<AgreementVote["choice"], Choice> = { agree: "consent", disagree: "object", abstain: "abstain", block: "object" };

/** Counts agree, disagree and abstain as the charter counts consent, objection and abstention. A block counts as a disagreement, and one block of a seat that is not recused stops the vote. */
export function countAgreement({ votes, ...election }: Omit<Election, "votes"> & { votes: readonly AgreementVote[] }): Tally {
  const tally: Tally = { ...count({ ...election, votes: votes.map(({ seatId, choice }) => ({ seatId, choice: asChoice[choice] })) }), agreement: true };
  const recused = new Set(election.roll.filter((seat) => seat.recused).map(({ seatId }) => seatId));
  const blocks = votes.filter(({ seatId, choice }) => choice === "block" && !recused.has(seatId)).length;
  if (blocks === 0) return tally;
  return { ...tally, carried: false, unmet: [...tally.unmet, { kind: "blocked", group: null, blocks }] };
}
