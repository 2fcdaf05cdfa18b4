const DAY = 24 * 60 * 60 * 1000;

/** When an answer is due: `days` times 24 hours after it was asked for. */
export function dueAfter(askedAt: Date, days: number): Date {
  return new Date(askedAt.getTime() + days * DAY);
}

export type Clock = { overdue: boolean; days: number };

/**
 * What the decision clock shows. While time is left, `days` are the days begun and not yet over (30 on the first of 30);
 * once it is overdue, the days since, counted from 1: with 30 days to decide, day 31 is the first overdue one.
 */
export function decisionClock({ dueAt, now }: { dueAt: Date; now: Date }): Clock {
  const left = dueAt.getTime() - now.getTime();
  return left > 0 ? { overdue: false, days: Math.ceil(left / DAY) } : { overdue: true, days: Math.floor(-left / DAY) + 1 };
}

/** Who answers for an agency: "Chief, Agency A", and of a sheriff's office its sheriff. */
export function headOf(agency: string): string {
  return `${/\bsheriff/i.test(agency) ? "Sheriff" : "Chief"}, ${agency}`;
}

/** "Overdue — Chief, Agency A" or "30 days left", as it stands on the program's pages. */
export function clockInWords(clock: Clock, who: string): string {
  if (clock.overdue) return `Overdue — ${who}`;
  return clock.days === 1 ? "Last day" : `${clock.days} days left`;
}
