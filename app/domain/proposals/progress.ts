import type { ProposalStage } from "./stages";

/** Where a proposal stands on the thread, and when it stopped, why and whose turn it is. */
export type Progress = { station: string; stopped: { why: string; whoseTurn?: string } | null };

export type ProgressFacts = { stage: ProposalStage; comments: number; decisions: readonly { outcome: string; overdue: boolean; organizationName: string }[]; inForce: boolean };

/** The station of a proposal from what has happened to it. */
export function progressOf({ stage, comments, decisions, inForce }: ProgressFacts): Progress {
  if (stage === "withdrawn") return { station: comments > 0 ? "discussed" : "drafted", stopped: { why: "Withdrawn by its author or a coordinator." } };
  if (stage === "notCarried") return { station: "voted", stopped: { why: "The vote did not carry." } };
  if (stage === "drafting") return { station: comments > 0 ? "discussed" : "drafted", stopped: null };
  if (stage === "voting") return { station: "voted", stopped: null };
  if (inForce) return { station: "in force", stopped: null };
  const late = decisions.filter(({ overdue, outcome }) => overdue && outcome === "pending");
  if (late.length > 0) return { station: "decided", stopped: { why: "The decision is overdue.", whoseTurn: `It is the turn of the head of ${late.map(({ organizationName }) => organizationName).join(" and ")}.` } };
  const declined = decisions.length > 0 && decisions.every(({ outcome }) => outcome === "declined");
  return declined ? { station: "decided", stopped: { why: "Declined by the agency head." } } : { station: "decided", stopped: null };
}
