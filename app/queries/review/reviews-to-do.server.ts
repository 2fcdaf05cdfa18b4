import { can, type Actor } from "~/domain/access/may";
import { storedDay } from "~/domain/programs/stored-day";
import { reviewOn } from "~/domain/review/cycle";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { reviewsWithin } from "~/store/reviews.server";

/** The reviews ahead or past that this person may do, the most urgent first. Who may do none is not asked for any. */
export async function reviewsToDo(db: Database, actor: Extract<Actor, { kind: "person" }>) {
  const { programId, organizationId } = actor;
  if (!can(actor, "document.review", { programId, organizationId })) return [];
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  const today = dayOf(now, timeZone);
  const rows = await reviewsWithin(db, programId, today, organizationId);
  return rows.flatMap(({ months, last, ...document }) => {
    const review = reviewOn(today, months, { adoptedFrom: [storedDay(last)], reviewedOn: [] });
    const asked = can(actor, "document.review", { programId, organizationId: document.organizationId });
    return review && asked ? [{ ...document, due: review.due, daysLeft: review.daysLeft, expired: review.expired }] : [];
  });
}
