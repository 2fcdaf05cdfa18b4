import { storedDay } from "../programs/stored-day";
import { daysBetween, monthsLater } from "../calendar/months-later";

/** Days before a review is due on which coordinators are told. */
export const reviewNotices = [90, 60, 30] as const;
export type ReviewNotice = (typeof reviewNotices)[number];

/** The shortest and the longest time between two reviews, in months. */
export const reviewMonths = { least: 1, most: 120 } as const;

export type Review = {
  /** The later of the last adoption's first day and the last review, "2026-11-24". */
  last: string;
  due: string;
  /** Days until it is due; below 0 it has expired. */
  daysLeft: number;
  /** Near enough to be told of, or past. */
  soon: boolean;
  expired: boolean;
};

/** Where the review of a document stands on a day; null while it was never adopted. Days are "2026-11-24". */
export function reviewOn(today: string, months: number, { adoptedFrom, reviewedOn }: { adoptedFrom: readonly string[]; reviewedOn: readonly string[] }): Review | null {
  if (adoptedFrom.length === 0) return null;
  const last = [...adoptedFrom, ...reviewedOn].reduce((one, other) => (one > other ? one : other));
  const due = monthsLater(last, months);
  const daysLeft = daysBetween(today, due);
  return { last, due, daysLeft, soon: daysLeft <= Math.max(...reviewNotices), expired: daysLeft < 0 };
}

/** The same, from dates as they are stored. */
export function storedReviewOn(today: string, { reviewMonths: months, adoptions, reviews }: { reviewMonths: number; adoptions: readonly { effectiveFrom: Date }[]; reviews: readonly { day: Date }[] }): Review | null {
  return reviewOn(today, months, { adoptedFrom: adoptions.map(({ effectiveFrom }) => storedDay(effectiveFrom)), reviewedOn: reviews.map(({ day }) => storedDay(day)) });
}

/**
 * The notice whose day has come, the nearest to the due day; null when none has. None that would come before the last review:
 * a text looked at every month is not told of 60 days ahead.
 */
export function reviewNoticeDue({ last, due, daysLeft, expired }: Review): ReviewNotice | null {
  if (expired) return null;
  return reviewNotices.filter((before) => daysLeft <= before && before < daysBetween(last, due)).at(-1) ?? null;
}

/** What makes a notice one: the document, the day it is due, and how long before. A new due day tells anew. */
export function reviewCause(documentId: string, due: string, before: ReviewNotice): string {
  return `review.due:${documentId}:${due}:${before}`;
}

/** How long it is until a review, as people say it. */
export function reviewInWords({ daysLeft }: Pick<Review, "daysLeft">): string {
  if (daysLeft < 0) return `Review expired ${daysLeft === -1 ? "1 day" : `${-daysLeft} days`} ago`;
  if (daysLeft === 0) return "Review due today";
  return `Review due in ${daysLeft === 1 ? "1 day" : `${daysLeft} days`}`;
}
