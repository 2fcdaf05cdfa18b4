/** A date that somebody keeps: when, what, and where it is read. It never says how anything came out. */
export type CalendarEntry = {
  /** The same for as long as there is such a thing. */
  id: string;
  at: Date;
  /** A deadline has no length. */
  until?: Date;
  title: string;
  place?: string;
  path: string;
  sequence: number;
  cancelled: boolean;
};

/**
 * How often a date has changed, for calendars: a number that only grows (RFC 5545, 3.8.7.4).
 * A deadline is only ever moved later, so the whole minutes from its beginning to it grow with every change; calling it off is one more.
 */
export function sequenceOf({ begun, at, cancelled }: { begun: Date; at: Date; cancelled: boolean }): number {
  return Math.max(0, Math.floor((at.getTime() - begun.getTime()) / 60_000)) + (cancelled ? 1 : 0);
}
