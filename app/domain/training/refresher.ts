import { daysBetween, monthsLater } from "../calendar/months-later";
import { daysOn } from "../decisions/business-days";

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

/** The last day on which a training may have ended for somebody to be past the 24 months; and the last one for a refresher to be due within `soon` days. */
export function refresherSpans(today: string, soon = 90): { past: string; due: string } {
  const near = (day: string) => [4, 3, 2, 1, 0, -1, -2, -3, -4].map((days) => daysOn(monthsLater(day, -refresherMonths), days));
  const lastWith = (days: readonly string[], holds: (day: string) => boolean) => days.find(holds) ?? days.at(-1) ?? today;
  return { past: lastWith(near(today), (day) => currencyOn(today, day, soon) === "past"), due: lastWith(near(daysOn(today, soon)), (day) => currencyOn(today, day, soon) !== "current") };
}

export const currencyNames: Record<Currency, string> = { current: "Current", due: "Refresher due within 90 days", past: "Past 24 months" };
