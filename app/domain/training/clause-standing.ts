import { namesInARow } from "../programs/names-in-a-row";

/** What is known of one clause, for the place where it stands. */
export type ClauseFacts = {
  /** It is in the newest edition. */
  standsNow: boolean;
  /** It is or was in some edition. */
  everInEdition: boolean;
  /** Whether an open proposal that touches it is being voted on, or only written. */
  openProposal: "drafting" | "voting" | null;
  /** The agencies for which an edition with this clause is in force today. */
  inForceAt: readonly string[];
  /** Whether an agency has adopted it for a day to come. */
  coming: boolean;
  /** The agencies that were asked about it and have not answered. */
  waitingFor: readonly string[];
  taughtBy: number;
  measuredBy: number;
};

export type ClauseStation = "drafted" | "discussed" | "voted" | "decided" | "in force" | "trained" | "measured";
export type ClauseStanding = { current: ClauseStation; stopped?: { station: ClauseStation; why: string; whoseTurn?: string } };

/** Where a clause stands between being drafted and being measured, and whose turn it is where it stops. It is trained only when a module teaches it, measured only when a measure tests it. */
export function clauseStanding(facts: ClauseFacts): ClauseStanding {
  const { standsNow, everInEdition, inForceAt, waitingFor, coming, taughtBy, measuredBy } = facts;
  if (everInEdition && !standsNow && inForceAt.length === 0) return at("in force", "The newest edition no longer has this clause.");
  if (!everInEdition) return beforeEdition(facts);
  if (inForceAt.length === 0 && coming) return at("in force", "It is adopted, and its first day has not come yet.");
  if (inForceAt.length === 0 && waitingFor.length > 0) return undecided(waitingFor);
  if (inForceAt.length === 0) return at("in force", "No agency has it in force today.", "The heads of the agencies decide.");
  if (taughtBy === 0) return at("trained", "No module teaches this clause yet.", "A trainer, a drafter or a coordinator can link a module to it, on the page of a curriculum.");
  if (measuredBy === 0) return at("measured", "No measure tests this clause yet.", "A researcher, a drafter or a coordinator can link a measure to it, on the page of the measure.");
  return { current: "measured" };
}

function beforeEdition({ openProposal, waitingFor }: ClauseFacts): ClauseStanding {
  if (waitingFor.length > 0) return undecided(waitingFor);
  if (openProposal === "voting") return at("voted", "The vote on it is open.", "The voting seats of every group vote.");
  if (openProposal === "drafting") return at("discussed", "It stands in a proposal that is still written on.", "A coordinator opens the vote when the text is ready.");
  return at("drafted", "It stands in a draft only.", "Its drafters finish the text, and a coordinator sends it to the heads of the agencies.");
}

function undecided(agencies: readonly string[]): ClauseStanding {
  return at("decided", "Not every agency has decided on it.", `Waiting for the head of ${namesInARow(agencies)}.`);
}

function at(station: ClauseStation, why: string, whoseTurn?: string): ClauseStanding {
  return { current: station, stopped: { station, why, ...(whoseTurn ? { whoseTurn } : {}) } };
}
