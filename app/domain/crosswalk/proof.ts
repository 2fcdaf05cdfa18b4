/** What a proof is worth today. */
export type ProofState = "stands" | "changed" | "gone" | "reworded";

/** Whether a proof still stands: its clause in the newest edition is the proven one, and the requirement has the words it was proven for. */
export function proofState({ clauseHash, presentHash, provenAt, wordedAt }: { clauseHash: string; presentHash: string; provenAt: Date; wordedAt: Date }): ProofState {
  if (presentHash === "") return "gone";
  if (presentHash !== clauseHash) return "changed";
  return wordedAt > provenAt ? "reworded" : "stands";
}

/** The state as a reader of the crosswalk needs it. */
export const proofStateInWords: Record<ProofState, string> = {
  stands: "Stands",
  changed: "Stale: the clause has changed since",
  gone: "Stale: the clause is no longer in the text",
  reworded: "Stale: the requirement has other words since",
};

/** What may be asked to be shown of a standard. */
export const requirementFilters = ["all", "gaps", "stale"] as const;
export type RequirementFilter = (typeof requirementFilters)[number];

export const filterNames: Record<RequirementFilter, string> = {
  all: "All requirements",
  gaps: "Gaps: no clause",
  stale: "With a stale proof",
};
