import { can } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { reviewOn } from "~/domain/review/cycle";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { documentToReview } from "~/store/reviews.server";

/** When a document was looked at, when it is due again, and by whom it may be done. */
export const reviewPage = query("document.read", async (db, { documentId }: { documentId: string }, actor) => {
  const document = await documentToReview(db, documentId);
  if (!document) return null;
  const { program, adoptedFrom, reviews, id, number, title, reviewMonths } = document;
  const today = dayOf(await databaseTime(db), program.timeZone);
  const thing = documentThing(document);
  return {
    thing,
    document: { id, number, title, months: reviewMonths },
    review: reviewOn(today, reviewMonths, { adoptedFrom, reviewedOn: reviews.map(({ day }) => day) }),
    reviews: reviews.map(({ reviewedBy, ...review }) => ({ ...review, name: reviewedBy.name, organization: reviewedBy.organization.name })),
    mayReview: can(actor, "document.review", thing),
  };
});
