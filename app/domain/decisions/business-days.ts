/** Is it a working day? Days are "2026-11-23"; weekends and the listed holidays are not. */
export function isBusinessDay(day: string, holidays: readonly string[]): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/**
 * The first day on which a text may be in force after a notice of so many business days.
 * The day of the notice does not count; all `days` business days after it must be over.
 */
export function afterNotice(noticeOn: string, days: number, holidays: readonly string[]): string {
  let left = days;
  let day = noticeOn;
  while (left > 0) {
    day = nextDay(day);
    if (isBusinessDay(day, holidays)) left -= 1;
  }
  return nextDay(day);
}

/** The day so many calendar days later. */
export function daysOn(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** "2026-12-07" as a person reads it: "December 7, 2026". */
export function dayInWords(day: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

function nextDay(day: string): string {
  return daysOn(day, 1);
}

/** Is it a calendar day that exists, written "2026-11-23"? */
export function isDay(text: string | null): text is string {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}
