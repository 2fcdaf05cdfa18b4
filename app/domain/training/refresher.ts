import { daysBetween, monthsLater } from "../calendar/months-later";

/**
 * Months after which training should be refreshed: at least every two years.
 * Source: CIT International, Crisis Intervention Team Programs: A Best Practice Guide (2019).
 */
export const refresherMonths = 24;

export type Currency = "current" | "due" | "past";

/** Where somebody stands who was last trained on a day: current, due within `soon` days, or past the 24 months. A training on its last day is still current. */
export function currencyOn(today: string, lastTrained: string, soon = 90): Currency {
  const due = monthsLater(lastTrained, refresherMonths);
  if (today > due) return "past";
  return daysBetween(today, due) <= soon ? "due" : "current";
}

export const currencyNames: Record<Currency, string> = { current: "Current", due: "Refresher due within 90 days", past: "Past 24 months" };
