export type SignerAnswer = "approved" | "declined" | null;

/** How a review of a plan ended, or that it has not. */
export const reviewOutcomes = ["open", "approved", "declined", "lapsed", "recalled"] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

export const reviewOutcomeNames: Record<ReviewOutcome, string> = {
  open: "Waiting for answers",
  approved: "Approved by all",
  declined: "Not approved: a signer declined",
  lapsed: "Not approved: not all had answered in time",
  recalled: "Taken back",
};

/**
 * Where the answers stand at a moment. All must approve; one no ends it; whoever has not answered by `answerBy` has not approved,
 * and so the plan is not approved. An answer at the very instant is too late.
 */
export function reviewOutcome(answers: readonly SignerAnswer[], { now, answerBy }: { now: Date; answerBy: Date }): Exclude<ReviewOutcome, "recalled"> {
  if (answers.some((answer) => answer === "declined")) return "declined";
  if (answers.length > 0 && answers.every((answer) => answer === "approved")) return "approved";
  return now >= answerBy ? "lapsed" : "open";
}

/** "Needs 3 of 3; 1 has approved; no answer by May 12, 2026 = not approved", as the page says it. `day` is the last day in words. */
export function silenceRule(answers: readonly SignerAnswer[], day: string): string {
  const approved = answers.filter((answer) => answer === "approved").length;
  const all = answers.length;
  const so = approved === 0 ? "" : ` ${approved} ${approved === 1 ? "has" : "have"} approved;`;
  return `Needs ${all} of ${all};${so} no answer by ${day} = not approved.`;
}

export function readReviewOutcome(stored: string): ReviewOutcome {
  const outcome = reviewOutcomes.find((known) => known === stored);
  if (!outcome) throw new Error(`A review of a plan has the unknown outcome ${stored}.`);
  return outcome;
}
