/** What a proof is worth today. */
export type ProofState = "stands" | "changed" | "gone" | "reworded" | "old";

/** After so many months somebody looks again whether a clause still answers, also when no word has changed. */
const proofMonths = 12;

/** A proof that was given, or given again, before this moment is too old. */
export function oldBefore(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - proofMonths, now.getUTCDate(), now.getUTCHours(), now.getUTCMinutes()));
}

/** Whether a proof still stands: its clause in the newest edition is the proven one, the requirement has the words it was proven for, and somebody looked within the year. */
export function proofState({ clauseHash, presentHash, provenAt, wordedAt, now }: { clauseHash: string; presentHash: string; provenAt: Date; wordedAt: Date; now: Date }): ProofState {
  if (presentHash === "") return "gone";
  if (presentHash !== clauseHash) return "changed";
  if (wordedAt > provenAt) return "reworded";
  return provenAt < oldBefore(now) ? "old" : "stands";
}

/** The state as a reader of the crosswalk needs it. */
export const proofStateInWords: Record<ProofState, string> = {
  stands: "Stands",
  changed: "Stale: the clause has changed since",
  gone: "Stale: the clause is no longer in the text",
  reworded: "Stale: the requirement has other words since",
  old: "Stale: nobody has looked at it for a year",
};

/** What may be asked to be shown of a standard. */
export const requirementFilters = ["all", "gaps", "stale"] as const;
export type RequirementFilter = (typeof requirementFilters)[number];

export const filterNames: Record<RequirementFilter, string> = {
  all: "All requirements",
  gaps: "Gaps: no clause",
  stale: "With a stale proof",
};
