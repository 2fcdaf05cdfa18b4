import type { Frequency } from "./measure";
import { nextPeriod, periodInWords } from "./periods";

/** A measure whose next period is over and has not come in: which period that is, and whether more have passed since. Without a period none ever came in. */
export type DataDue = { id: string; name: string; period: string | null; more: number };

export type MeasureOfData = { id: string; name: string; frequency: Frequency; /** The newest period that came in; null when none has. */ newest: string | null };

/**
 * What has not come in by `today`, the longest overdue first: of measures with figures the periods that have ended since,
 * and each measure without any, which a frozen plan needs. Waves come when they come.
 */
export function dataDue(measures: readonly MeasureOfData[], today: string): DataDue[] {
  const due = measures.flatMap<DataDue & { first: string }>(({ id, name, frequency, newest }) => {
    if (frequency === "wave") return [];
    if (newest === null) return [{ id, name, first: "", period: null, more: 0 }];
    const missing = endedAfter(newest, frequency, today);
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
