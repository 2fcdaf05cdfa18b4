import { namesInARow } from "../programs/names-in-a-row";
import { isOpenDecision } from "../decisions/stages";

/** Where a proposal stands on the thread, and where it stopped and why, in words. */
export type Standing = {
  /** The state in two or three words, for lists. */
  words: string;
  current: "drafted" | "discussed" | "voted" | "decided" | "in force";
  stopped?: { station: string; why: string; whoseTurn?: string };
};

export type Facts = {
  stage: string;
  commented: boolean;
  decisions: readonly { outcome: string; agency: string; overdue: boolean }[];
};

/** The station of a proposal. "In force" is reached when every agency asked has adopted. */
export function standingOf({ stage, commented, decisions }: Facts): Standing {
  if (stage === "withdrawn") return { words: "Withdrawn", current: "drafted", stopped: { station: "drafted", why: "Withdrawn." } };
  if (stage === "drafting") return commented ? { words: "In discussion", current: "discussed" } : { words: "In drafting", current: "drafted" };
  if (stage === "voting") return { words: "Vote open", current: "voted" };
  if (stage === "notCarried") return { words: "Not carried", current: "voted", stopped: { station: "voted", why: "Not carried." } };
  const waiting = decisions.filter(({ outcome }) => isOpenDecision(outcome));
  const overdue = waiting.filter((decision) => decision.overdue).map(({ agency }) => agency);
  if (overdue.length > 0)
    return { words: "Decision overdue", current: "decided", stopped: { station: "decided", why: "The decision is overdue.", whoseTurn: `Waiting for the head of ${namesInARow(overdue)}.` } };
  if (waiting.length > 0) return { words: "Carried, to be decided", current: "decided" };
  if (decisions.length > 0 && decisions.every(({ outcome }) => outcome === "declined"))
    return { words: "Declined", current: "decided", stopped: { station: "decided", why: "Declined, with reasons." } };
  return { words: "Adopted", current: "in force" };
}
