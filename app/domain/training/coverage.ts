/** People of an agency on a shift: how many serve there, how many of them were trained. */
export type ShiftCount = { shift: string; staff: number; trained: number };

/** What may be shown of a count of people: the number, or that it is too small to show. */
export type ShownCount = { shown: true; count: number } | { shown: false };

export type Coverage = {
  staff: ShownCount;
  trained: ShownCount;
  /** Percent of staff, rounded; null where a count is not shown or nobody serves there. */
  percent: number | null;
  /** Null where a shift would show fewer than the threshold: then no shift is shown, because the others would give it away. */
  shifts: { shift: string; staff: number; trained: number; percent: number }[] | null;
};

/**
 * Counts of an agency for people outside it. A count from 1 to `threshold` - 1 is not shown, nor one that differs
 * from its whole by so few; where any shift would have to be hidden, only the agency's sum is shown.
 */
export function coverageOf(shifts: readonly ShiftCount[], threshold: number): Coverage {
  const staff = shifts.reduce((sum, shift) => sum + shift.staff, 0);
  const trained = shifts.reduce((sum, shift) => sum + Math.min(shift.trained, shift.staff), 0);
  const open = safe(staff, trained, threshold);
  const shiftsOpen = open && shifts.every((shift) => safe(shift.staff, Math.min(shift.trained, shift.staff), threshold));
  return {
    staff: staff === 0 || staff >= threshold ? { shown: true, count: staff } : { shown: false },
    trained: open ? { shown: true, count: trained } : { shown: false },
    percent: open && staff > 0 ? percentOf(trained, staff) : null,
    shifts: shiftsOpen ? shifts.map(({ shift, staff: all, trained: some }) => ({ shift, staff: all, trained: Math.min(some, all), percent: percentOf(Math.min(some, all), all) })) : null,
  };
}

/** A count that is not too small to show: null from 1 to `threshold` - 1. */
export function unlessFew(count: number, threshold: number): number | null {
  return count > 0 && count < threshold ? null : count;
}

/** "34 of 90 trained (38 %)", or what may be said instead. */
export function coverageInWords({ staff, trained, percent }: Pick<Coverage, "staff" | "trained" | "percent">, threshold: number): string {
  if (!staff.shown) return `Fewer than ${threshold} people`;
  if (staff.count === 0) return "No headcount given";
  if (!trained.shown) return `${staff.count} people; the trained are not shown, because fewer than ${threshold} could be told apart`;
  return `${trained.count} of ${staff.count} trained (${percent} %)`;
}

function safe(whole: number, part: number, threshold: number): boolean {
  const small = (count: number) => count > 0 && count < threshold;
  return !small(whole) && !small(part) && !small(whole - part);
}

function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}
