import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import { reviewNotices } from "~/domain/review/cycle";
import type { Database } from "./database.server";
import { lockDocument } from "./document-lock.server";

/** What the time of a document's next review is read from. */
export const reviewFacts = { reviewMonths: true, reviews: { orderBy: { day: "desc" }, take: 1, select: { day: true } } } as const;

export type ReviewRow = { documentId: string; number: string; title: string; organizationId: string; months: number; last: Date };

/** Documents of a program whose review is due within the time of the first notice, or past; for a reader, those that the reader may see. */
export async function reviewsWithin(db: Database, programId: string, today: string, readerOrganizationId: string | null, most = 100): Promise<ReviewRow[]> {
  return db.$queryRaw<ReviewRow[]>`
    select * from (
      select document.id as "documentId", document.number, document.title, document."organizationId", document."reviewMonths" as months,
        greatest(
          (select max(adoption."effectiveFrom") from "Adoption" adoption where adoption."documentId" = document.id),
          (select max(review.day) from "DocumentReview" review where review."documentId" = document.id)
        ) as last
      from "Document" document
      where document."programId" = ${programId}
        and exists (select 1 from "Adoption" adoption where adoption."documentId" = document.id)
        and (${readerOrganizationId}::text is null or document.visibility <> 'organization' or document."organizationId" = ${readerOrganizationId})
    ) looked
    where (looked.last + make_interval(months => looked.months))::date <= ${today}::date + ${Math.max(...reviewNotices)}::int
    order by looked.last + make_interval(months => looked.months), looked.number limit ${most}`;
}

export async function programZones(db: Database): Promise<{ id: string; timeZone: string }[]> {
  return db.program.findMany({ select: { id: true, timeZone: true } });
}

/** A document with what its review depends on, held to the end of the transaction when `lock`. */
export async function documentToReview(db: Database, id: string, lock = false) {
  if (lock) await lockDocument(db, id);
  const document = await db.document.findUnique({
    where: { id },
    select: {
      id: true, programId: true, organizationId: true, visibility: true, createdById: true, number: true, title: true, reviewMonths: true,
      program: { select: { timeZone: true } },
      adoptions: { select: { effectiveFrom: true } },
      reviews: { orderBy: { id: "desc" }, take: 50, select: { id: true, day: true, note: true, reviewedBy: { select: { name: true, organization: { select: { name: true } } } } } },
    },
  });
  return document && { ...document, reviews: document.reviews.map((review) => ({ ...review, day: storedDay(review.day) })), adoptedFrom: document.adoptions.map(({ effectiveFrom }) => storedDay(effectiveFrom)) };
}

export async function insertReview(db: Database, { day, ...review }: { documentId: string; day: string; note: string; reviewedById: string }): Promise<string> {
  return (await db.documentReview.create({ data: { ...review, day: dayToStore(day) }, select: { id: true } })).id;
}

export async function saveReviewMonths(db: Database, id: string, reviewMonths: number): Promise<void> {
  await db.document.update({ where: { id }, data: { reviewMonths } });
}

/** The coordinators who see the document, of its own organization and of every partner, and were not told of this cause. */
export async function coordinatorsToTell(db: Database, document: { programId: string; organizationId: string; visibility: string }, cause: string): Promise<string[]> {
  const people = await db.person.findMany({
    where: {
      programId: document.programId,
      roles: { has: "coordinator" },
      suspendedAt: null,
      notices: { none: { cause } },
      ...(document.visibility === "organization" ? { organizationId: document.organizationId } : {}),
    },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
