import { revisionDays } from "./charter";
import { daysLater } from "./deadline";

export type Counted = {
  carried: boolean;
  /** Objections that stand and say that somebody would come to harm. */
  safetyObjections: number;
  /** Whether this proposal was held before: it is held once. */
  revisedBefore: boolean;
  /** Rules of the charter are not revised, they are proposed anew. */
  isCharter: boolean;
  closedAt: Date;
  timeZone: string;
};

/**
 * Until when a counted vote is held for a revision of its text, or null when its result stands.
 * An objection of safety is no veto: it gives what would carry one revision and a second vote by the same rules.
 */
export function holdUntil({ carried, safetyObjections, revisedBefore, isCharter, closedAt, timeZone }: Counted): Date | null {
  if (!carried || safetyObjections === 0 || revisedBefore || isCharter) return null;
  return daysLater(closedAt, revisionDays, timeZone);
}

export const heldInWords = `It would have carried, but an objection of safety holds it. The text is revised for up to ${revisionDays} days, and then there is a second vote.`;
