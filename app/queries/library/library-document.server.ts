import { shownTerms } from "~/queries/glossary/shown-terms.server";
import { plainReading } from "~/queries/plain-texts/plain-reading.server";
import { query } from "~/queries/query.server";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import type { DocumentNode } from "~/editor/schema/document-node";
import { dayIn, inForceOn } from "~/domain/library/in-force";
import { textAsked } from "~/domain/library/text-asked";
import { storedReviewOn } from "~/domain/review/cycle";
import type { Visibility } from "~/domain/access/may";
import { databaseTime } from "~/store/database.server";
import { carriedTextOf, decisionRecord, documentOnShelf, frozenContent, groupFaces, openAnswers } from "~/store/library.server";
import { adoptedTexts, ownTextShown } from "./own-text.server";

type Asked = { number: string; edition: number | null; plain?: PlainLanguage | null; agencyId?: string | null; asOf?: string | null };

/** One edition as the public reads it: by number, or without one what is in force today or on a day; for an agency its own text where it has one. */
export const libraryDocument = query("edition.read", async (db, { number, edition, plain = null, agencyId = null, asOf = null }: Asked) => {
  const document = await documentOnShelf(db, number);
  if (!document) return null;
  const now = await databaseTime(db);
  const today = dayIn(document.program.timeZone, now);
  const day = asOf ?? today;
  const adoptions = adoptedTexts(document.adoptions);
  const names = new Map(adoptions.map((adoption) => [adoption.organizationId, adoption.agency]));
  const agency = agencyId === null ? null : { id: agencyId, name: names.get(agencyId) };
  if (agency && agency.name === undefined) return null;
  const agencies = [...names].map(([organizationId, name]) => {
    const held = inForceOn(adoptions, organizationId, day);
    return { id: organizationId, agency: name, editionId: held?.editionId ?? null, since: held?.from ?? null, until: held?.until ?? null, own: Boolean(held?.ownTextId) };
  });
  const asked = textAsked({ edition, agencyId, day }, document.editions, adoptions);
  // A day on which nothing was in force has an answer; an edition that nobody made has none.
  if (!asked && (edition !== null || (asOf === null && agencyId === null))) return null;
  const owed = await openAnswers(db, document.id);
  const shelf = {
    thing: { programId: document.programId, organizationId: document.organizationId, visibility: document.visibility as Visibility },
    document,
    agencies,
    agency: agency && { id: agency.id, name: agency.name ?? "" },
    owed,
    asOf,
    today,
    now,
    review: storedReviewOn(today, document),
  };
  if (!asked) return { ...shelf, text: null };
  const { edition: chosen, adoption } = asked;
  const before = document.editions.find((one) => one.number === chosen.number - 1) ?? null;
  const [carried, contentBefore, record, faces, terms] = await Promise.all([
    frozenContent(db, chosen.frozenTextId),
    before ? frozenContent(db, before.frozenTextId) : null,
    carriedTextOf(db, chosen).then((frozenTextId) => decisionRecord(db, frozenTextId)),
    groupFaces(db, document.programId),
    shownTerms(db, document.programId, chosen.createdAt),
  ]);
  const own = await ownTextShown(db, adoption, carried as DocumentNode);
  const content = own?.content ?? (carried as DocumentNode);
  const reading = await plainReading(db, { documentId: document.id, content, language: plain });
  const starts = adoptions.filter(({ editionId }) => editionId === chosen.id);
  return { ...shelf, text: { edition: chosen, adoption, own, content, terms, reading, contentBefore, record, faces, starts } };
});
