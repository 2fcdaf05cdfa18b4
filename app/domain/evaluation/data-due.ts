import type { Frequency } from "./measure";
import { nextPeriod, periodInWords } from "./periods";

/** A measure whose next period is over and has not come in: which period that is, and whether more have passed since. */
export type DataDue = { id: string; name: string; period: string; more: number };

/** The measures that have figures and whose next period has ended by `today`, the longest overdue first. Waves come when they come. */
export function dataDue(measures: readonly { id: string; name: string; frequency: Frequency; newest: string }[], today: string): DataDue[] {
  const due = measures.flatMap(({ id, name, frequency, newest }) => {
    const missing = frequency === "wave" ? [] : endedAfter(newest, frequency, today);
    return missing[0] === undefined ? [] : [{ id, name, first: missing[0], period: periodInWords(missing[0], frequency), more: missing.length - 1 }];
  });
  return due.sort((one, other) => one.first.localeCompare(other.first) || one.name.localeCompare(other.name)).map(({ first: _first, ...one }) => one);
}

function endedAfter(newest: string, frequency: Frequency, today: string): string[] {
  const ended: string[] = [];
  for (let period = nextPeriod(newest, frequency); ended.length < 120; period = nextPeriod(period, frequency)) {
    // A period is over when the one after it has begun.
    if (nextPeriod(period, frequency) > today.slice(0, period.length)) break;
    ended.push(period);
  }
  return ended;
}
