/** Where a proposal stands on the thread, and where it stopped and why, in words. */
export type Standing = { current: "drafted" | "discussed" | "voted" | "decided" | "in force"; stopped?: { station: string; why: string; whoseTurn?: string } };

export type Facts = {
  stage: string;
  commented: boolean;
  decisions: readonly { outcome: string; agency: string; overdue: boolean }[];
};

/** The station of a proposal. "In force" is reached when every agency asked has adopted. */
export function standingOf({ stage, commented, decisions }: Facts): Standing {
  if (stage === "withdrawn") return { current: "drafted", stopped: { station: "drafted", why: "Withdrawn." } };
  if (stage === "drafting") return { current: commented ? "discussed" : "drafted" };
  if (stage === "voting") return { current: "voted" };
  if (stage === "notCarried") return { current: "voted", stopped: { station: "voted", why: "Not carried." } };
  const waiting = decisions.filter(({ outcome }) => outcome === "pending" || outcome === "deferred");
  const overdue = waiting.filter((decision) => decision.overdue).map(({ agency }) => agency);
  if (overdue.length > 0)
    return { current: "decided", stopped: { station: "decided", why: "The decision is overdue.", whoseTurn: `Waiting for the head of ${inWords(overdue)}.` } };
  if (waiting.length > 0) return { current: "decided" };
  if (decisions.length > 0 && decisions.every(({ outcome }) => outcome === "declined"))
    return { current: "decided", stopped: { station: "decided", why: "Declined, with reasons." } };
  return { current: "in force" };
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
