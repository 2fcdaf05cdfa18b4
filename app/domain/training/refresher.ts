/**
 * Months after which training should be refreshed: at least every two years.
 * Source: CIT International, Crisis Intervention Team Programs: A Best Practice Guide (2019).
 */
export const refresherMonths = 24;

/** The day so many months later, "2026-02-28" for two years after "2024-02-29": the last day of the month where the day does not exist. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

export type Currency = "current" | "due" | "past";

/** Where somebody stands who was last trained on a day: current, due within `soon` days, or past the 24 months. A training on its last day is still current. */
export function currencyOn(today: string, lastTrained: string, soon = 90): Currency {
  const due = monthsLater(lastTrained, refresherMonths);
  if (today > due) return "past";
  const ahead = (Date.parse(`${due}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000;
  return ahead <= soon ? "due" : "current";
}

export const currencyNames: Record<Currency, string> = { current: "Current", due: "Refresher due within 90 days", past: "Past 24 months" };
