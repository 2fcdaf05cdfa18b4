import { dueAfter } from "../decisions/clock";

/** How long after the close a coordinator has to say what a vote means, in days. */
export const outcomeDays = 3;

/** When the outcome statement of a closed vote is due. */
export function outcomeDueAt(closedAt: Date): Date {
  return dueAfter(closedAt, outcomeDays);
}
