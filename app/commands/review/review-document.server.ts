import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { reviewMonths } from "~/domain/review/cycle";
import { dayOf } from "~/domain/voting/deadline";
import type { Database } from "~/store/database.server";
import { documentToReview, insertReview, saveReviewMonths } from "~/store/reviews.server";

async function inHand(db: Database, documentId: string) {
  const document = await documentToReview(db, documentId, true);
  return document && { thing: documentThing(document), document };
}

/** Somebody looked at a text in force and says that it is still right. What is not right becomes a proposal instead. */
export const reviewDocument = command("document.review", {
  input: z.strictObject({ documentId: z.string().min(1), note: z.string({ error: "Say what was looked at." }).trim().min(1, "Say what was looked at, and why it is still right.").max(5000, "Keep the note below 5,000 characters.") }),
  load: (db, { documentId }) => inHand(db, documentId),
  rule: ({ document }, { note }, { now }) =>
    document.adoptedFrom.length === 0 ? refused("No agency has adopted this document yet, so there is nothing to review.") : allowed({ note, day: dayOf(now, document.program.timeZone) }),
  save: async (db, review, { actor }, { document }) => {
    if (actor.kind !== "person") return refused("Only a person reviews.", 403);
    return allowed({ reviewId: await insertReview(db, { ...review, documentId: document.id, reviewedById: actor.personId }) });
  },
  record: (review, _result, { document }) => ({ subject: "document", subjectId: document.id, detail: { document: document.number, ...review } }),
});

const monthsAsked = `Write a number of months from ${reviewMonths.least} to ${reviewMonths.most}.`;

/** How many months may pass between two reviews of a document. */
export const setReviewMonths = command("document.review", {
  input: z.strictObject({
    documentId: z.string().min(1),
    months: z.string({ error: monthsAsked }).trim().regex(/^\d{1,3}$/, monthsAsked).transform(Number).refine((months) => months >= reviewMonths.least && months <= reviewMonths.most, monthsAsked),
  }),
  load: (db, { documentId }) => inHand(db, documentId),
  rule: (_loaded, { months }) => allowed({ months }),
  save: async (db, { months }, _moment, { document }) => {
    await saveReviewMonths(db, document.id, months);
    return allowed({ documentId: document.id });
  },
  record: ({ months }, _result, { document }) => ({ subject: "document", subjectId: document.id, detail: { document: document.number, from: document.reviewMonths, months } }),
});
