import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { reviewCause, reviewInWords, reviewNoticeDue, reviewOn } from "~/domain/review/cycle";
import { dayOf } from "~/domain/voting/deadline";
import { database, databaseTime } from "~/store/database.server";
import { tell } from "~/store/notices.server";
import { coordinatorsToTell, documentToReview, programZones, reviewsWithin } from "~/store/reviews.server";

/** Tells the coordinators of every organization that sees the document of its review: 90, 60 and 30 days before, once each. */
const remindOfReview = command("review.remind", {
  input: z.strictObject({ documentId: z.string().min(1) }),
  load: async (db, { documentId }) => {
    const document = await documentToReview(db, documentId, true);
    return document && { thing: documentThing(document), document };
  },
  rule: ({ document }, _input, { now }) => {
    const review = reviewOn(dayOf(now, document.program.timeZone), document.reviewMonths, { adoptedFrom: document.adoptedFrom, reviewedOn: document.reviews.map(({ day }) => day) });
    const before = review && reviewNoticeDue(review);
    return review && before ? allowed({ review, before, cause: reviewCause(document.id, review.due, before) }) : refused("No notice is due.", 422);
  },
  save: async (db, { review, cause }, _moment, { document }) => {
    const { id, programId, number, title } = document;
    const personIds = await coordinatorsToTell(db, document, cause);
    if (personIds.length === 0) return refused("Everybody was told.", 422);
    await tell(db, { programId, personIds, body: `${reviewInWords(review)}: ${number}, ${title}.`, path: `/documents/${id}/review`, cause });
    return allowed({ told: personIds.length });
  },
  record: ({ review, before }, { told }, { document }) => ({ subject: "document", subjectId: document.id, detail: { document: document.number, due: review.due, daysBefore: before, told } }),
});

/** Every notice of a review that is due now. Gives the number of documents that somebody was told of. */
export async function remindReviews(): Promise<number> {
  const db = database();
  const now = await databaseTime(db);
  let told = 0;
  for (const { id: programId, timeZone } of await programZones(db))
    for (const { documentId } of await reviewsWithin(db, programId, dayOf(now, timeZone), null, 10_000)) {
      const outcome = await remindOfReview({ kind: "clock", programId }, { documentId });
      if (outcome.ok) told += 1;
    }
  return told;
}
