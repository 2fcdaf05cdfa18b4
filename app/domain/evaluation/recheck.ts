import { allowed, refused, type Ruling } from "../access/ruling";
import { isPublic, type FindingState } from "./finding-stages";

/** What is out is read again every three months. */
export const recheckMonths = 3;

/** The moment by which a finding is to be read again: three months after it came out or was last read. A day that a month does not have is its last. */
export function recheckDue(last: Date): Date {
  const due = new Date(last);
  due.setUTCDate(1);
  due.setUTCMonth(due.getUTCMonth() + recheckMonths);
  const days = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(last.getUTCDate(), days));
  return due;
}

/** Whether somebody may read a finding again for the program: it is out, and not their own. */
export function recheckRuling({ state, authorId }: { state: FindingState; authorId: string }, personId: string): Ruling<null> {
  if (state === "retracted") return refused("This finding was retracted. Nothing about it changes any more.");
  if (!isPublic(state)) return refused("This finding is not published, so there is nothing to read again.");
  return authorId === personId ? refused("You wrote this finding, so somebody else reads it again.", 403) : allowed(null);
}
