import { shownTerms } from "~/queries/glossary/shown-terms.server";
import { plainReading } from "~/queries/plain-texts/plain-reading.server";
import { query } from "~/queries/query.server";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import type { DocumentNode } from "~/editor/schema/document-node";
import { dayIn, inForceOn } from "~/domain/library/in-force";
import { storedReviewOn } from "~/domain/review/cycle";
import type { Visibility } from "~/domain/access/may";
import { databaseTime } from "~/store/database.server";
import { decisionRecord, documentOnShelf, frozenContent, groupFaces } from "~/store/library.server";

/** One edition as the public reads it: by number, or without one the newest in force today. */
export const libraryDocument = query("edition.read", async (db, { number, edition, plain = null }: { number: string; edition: number | null; plain?: PlainLanguage | null }) => {
  const document = await documentOnShelf(db, number);
  if (!document) return null;
  const now = await databaseTime(db);
  const today = dayIn(document.program.timeZone, now);
  const adoptions = document.adoptions.map(({ editionId, organization, effectiveFrom, until }) => ({
    editionId,
    organizationId: organization.id,
    agency: organization.name,
    from: effectiveFrom.toISOString().slice(0, 10),
    until: until?.toISOString().slice(0, 10) ?? null,
  }));
  const agencies = [...new Map(adoptions.map((adoption) => [adoption.organizationId, adoption.agency]))].map(([organizationId, agency]) => {
    const now = inForceOn(adoptions, organizationId, today);
    return { agency, editionId: now?.editionId ?? null, since: now?.from ?? null };
  });
  const current = document.editions.find(({ id }) => agencies.some(({ editionId }) => editionId === id));
  const chosen = edition === null ? current : document.editions.find((one) => one.number === edition);
  if (!chosen) return null;
  const before = document.editions.find((one) => one.number === chosen.number - 1) ?? null;
  const [content, contentBefore, record, faces, terms] = await Promise.all([
    frozenContent(db, chosen.frozenTextId),
    before ? frozenContent(db, before.frozenTextId) : null,
    decisionRecord(db, chosen.frozenTextId),
    groupFaces(db, document.programId),
    shownTerms(db, document.programId, chosen.createdAt),
  ]);
  const reading = await plainReading(db, { documentId: document.id, content: content as DocumentNode, language: plain });
  return {
    thing: { programId: document.programId, organizationId: document.organizationId, visibility: document.visibility as Visibility },
    document,
    edition: chosen,
    before,
    content,
    terms,
    reading,
    contentBefore,
    record,
    faces,
    agencies,
    starts: adoptions.filter(({ editionId }) => editionId === chosen.id),
    review: storedReviewOn(today, document),
    today,
    now,
  };
});
