import { allowed, refused, type Ruling } from "../access/ruling";
import { lacksRights, rightsMissing } from "../documents/copyright";
import { instantOf } from "../voting/deadline";

export const mostRounds = 2;
export const shortestRound = 7;
export const longestRound = 120;

const DAY = 24 * 60 * 60 * 1000;

export type OpeningFacts = {
  document: { copyright: string; rightsConfirmedAt: Date | null; visibility: string; editions: number };
  proposalStage: string | null;
  frozen: boolean;
  /** The rounds on the same text so far, without those withdrawn before they began. */
  earlier: readonly { closed: boolean }[];
  words: string;
  undecided: number;
  today: string;
  now: Date;
  timeZone: string;
};

/** Whether a round of public comment may be opened from one day to another (YYYY-MM-DD, in the program's zone), and its number and moments. It ends at 11:59 p.m. of its last day. */
export function commentOpeningRuling(facts: OpeningFacts, { opensOn, closesOn }: { opensOn: string; closesOn: string }): Ruling<{ number: number; opensAt: Date; closesAt: Date }> {
  const { document, proposalStage, earlier, today, now, timeZone } = facts;
  if (document.visibility === "organization") return refused("This text is open to one organization only. Share it with the program before the public is asked.");
  if (lacksRights(document)) return refused(rightsMissing);
  if (proposalStage !== null && proposalStage !== "drafting") return refused("The public is asked before the vote opens, while the text can still change.");
  if (proposalStage === null && document.editions > 0) return refused("This document has an edition. Open a proposal, and ask the public about that.");
  if (facts.frozen) return refused("This text is frozen. The public is asked while it can still change.");
  if (facts.words.trim() === "") return refused("There is no text to comment on yet.");
  if (facts.undecided > 0) return refused("Suggestions wait in this text. Accept or reject them first, so that the public reads one text.");
  if (earlier.some(({ closed }) => !closed)) return refused("The first round is not closed yet. Answer its comments and close it first.");
  if (earlier.length >= mostRounds) return refused("Both rounds of public comment have been held on this text.");
  return datesRuling({ opensOn, closesOn, today, now, timeZone }, earlier.length + 1);
}

function datesRuling({ opensOn, closesOn, today, now, timeZone }: { opensOn: string; closesOn: string; today: string; now: Date; timeZone: string }, number: number): Ruling<{ number: number; opensAt: Date; closesAt: Date }> {
  if (opensOn < today) return refused("Choose today or a later day.", 422, "opensOn");
  const start = opensOn === today ? allowed(now) : instantOf(`${opensOn}T00:00`, timeZone, "opensOn");
  if (!start.ok) return start;
  const end = endOf(closesOn, timeZone);
  if (!end.ok) return end;
  const days = Math.round((Date.parse(closesOn) - Date.parse(opensOn)) / DAY);
  if (days < shortestRound) return refused(`Give the public at least ${shortestRound} days.`, 422, "closesOn");
  if (days > longestRound) return refused(`Choose a day within ${longestRound} days.`, 422, "closesOn");
  return allowed({ number, opensAt: start.value, closesAt: end.value });
}

/** A later last day; never an earlier one, because the public was told the first. */
export function extensionRuling({ closesOn, closesAt, opensAt, timeZone }: { closesOn: string; closesAt: Date; opensAt: Date; timeZone: string }): Ruling<Date> {
  const end = endOf(closesOn, timeZone);
  if (!end.ok) return end;
  if (end.value <= closesAt) return refused("Choose a later last day than the one that the public was told.", 422, "closesOn");
  if (end.value.getTime() - opensAt.getTime() > (longestRound + 1) * DAY) return refused(`Choose a day within ${longestRound} days of the first.`, 422, "closesOn");
  return allowed(end.value);
}

function endOf(day: string, timeZone: string): Ruling<Date> {
  return instantOf(`${day}T23:59`, timeZone, "closesOn");
}
