import { decisionClock } from "~/domain/decisions/clock";
import { isOpenDecision } from "~/domain/decisions/stages";
import { can, type Actor } from "~/domain/access/may";
import { documentThing } from "~/domain/documents/description";
import { standingOn } from "~/domain/documents/in-force";
import { isDecided, readKind } from "~/domain/documents/kinds";
import { documentState } from "~/domain/documents/standing";
import { dayIn } from "~/domain/library/in-force";
import { storedReviewOn } from "~/domain/review/cycle";
import type { PlainLanguage } from "~/domain/plain-texts/languages";
import type { DocumentNode } from "~/editor/schema/document-node";
import { textAsked } from "~/domain/library/text-asked";
import { workingText } from "~/editor/working-text";
import { shownTerms } from "~/queries/glossary/shown-terms.server";
import { commentRoundsOf } from "~/queries/public-comment/comment-rounds-of.server";
import { plainReading } from "~/queries/plain-texts/plain-reading.server";
import { undecidedIn } from "~/queries/drafting/undecided.server";
import { adoptedTexts, ownTextShown } from "~/queries/library/own-text.server";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { documentOnPage, frozenTextContent } from "~/store/documents.server";
import { draftRows } from "~/store/drafting.server";
import { openAnswers } from "~/store/library.server";
import { carriedOnto } from "~/store/threads.server";
import { editionRecord } from "./edition-record.server";
import { adoptedEditions } from "./document-list.server";
import { textBeforeFreezing } from "./text-before-freezing.server";

type Asked = { documentId: string; edition: number | null; plain?: PlainLanguage | null; agencyId?: string | null; asOf?: string | null };

/** One document: an edition by its number, or the latest, for an agency or a day the text that it held; before the first edition, the draft. */
export const documentPage = query("document.read", async (db, { documentId, edition, plain = null, agencyId = null, asOf = null }: Asked, actor) => {
  const document = await documentOnPage(db, documentId);
  if (!document) return null;
  const now = await databaseTime(db);
  const today = dayIn(document.program.timeZone, now);
  const adopted = adoptedTexts(document.adoptions);
  const agencies = standingOn(today, document.appliesTo.map(({ organization }) => organization), adoptedEditions(document.adoptions));
  const agency = agencyId === null ? null : agencies.find(({ organizationId }) => organizationId === agencyId);
  if (agency === undefined) return null;
  const held = agency || asOf ? textAsked({ edition, agencyId, day: asOf ?? today }, document.editions, adopted) : null;
  const chosen = held?.edition ?? (edition === null ? (document.editions[0] ?? null) : document.editions.find(({ number }) => number === edition));
  if (chosen === undefined || (agency && edition !== null && !held)) return null;
  const draft = document.drafts[0] ?? null;
  const thing = documentThing(document);
  // The text is read after the right to it is known.
  const readable = can(actor, "document.read", thing);
  const carried = !readable ? null : chosen ? ((await frozenTextContent(db, chosen.frozenTextId)) as DocumentNode) : await draftText(db, draft?.id);
  const own = carried && (await ownTextShown(db, held?.adoption ?? null, carried));
  const isShown = held !== null || (asOf === null && agency === null);
  const content = isShown ? (own?.content ?? carried) : null;
  const terms = content ? await shownTerms(db, document.programId, chosen?.createdAt ?? null) : [];
  const reading = content && (await plainReading(db, { documentId, content, language: plain }));
  const check = content && draft && !chosen ? await textBeforeFreezing(db, { draftId: draft.id, kind: document.kind, content, terms }) : null;
  const { adoptions, appliesTo: _appliesTo, decisions, program, kind, reviewMonths, reviews, ...shown } = document;
  const pending = decisions.filter(({ outcome }) => isOpenDecision(outcome));
  const hasEdition = document.editions.length > 0;
  return {
    thing,
    document: { ...shown, kind: readKind(kind), visibility: thing.visibility },
    edition: chosen,
    draft,
    content,
    textFor: agency || asOf ? { agency: agency && { id: agency.organizationId, name: agency.organizationName }, asOf, found: held !== null } : null,
    own: own && { hash: own.hash, differences: own.differences, redline: own.redline },
    acknowledgedAt: acknowledgementsOf(document.adoptions, chosen?.id, actor),
    record: chosen && isShown ? await editionRecord(db, chosen, thing, actor) : null,
    owed: readable ? (await openAnswers(db, documentId)).map((answer) => ({ ...answer, clock: decisionClock({ dueAt: answer.dueAt, now }) })) : [],
    today,
    terms,
    reading,
    check,
    agencies,
    review: storedReviewOn(today, { reviewMonths, adoptions, reviews }),
    state: documentState({ editions: document.editions.length, pendingDecisions: pending.length, closedDecisions: decisions.length - pending.length, agencies }),
    asked: pending,
    declined: decisions.filter(({ outcome }) => outcome === "declined"),
    timeZone: program.timeZone,
    undecided: readable && !hasEdition && !draft?.frozen ? await undecidedIn(db, draft?.id) : null,
    carried: readable && can(actor, "draft.read", thing) ? await carriedOnto(db, documentId) : [],
    now,
    commentRounds: await commentRoundsOf(db, documentId, now),
    may: {
      askPublic: document.editions.length === 0 && can(actor, "comment-round.open", thing),
      bundle: can(actor, "bundle.take", thing),
      propose: hasEdition && can(actor, "proposal.open", thing),
      write: !hasEdition && draft !== null && !draft.frozen && can(actor, "draft.write", thing),
      suggest: !hasEdition && draft !== null && !draft.frozen && can(actor, "draft.suggest", thing),
      plainText: can(actor, "plain-text.write", thing),
      submit: isDecided(readKind(kind)) && !hasEdition && pending.length === 0 && can(actor, "document.submit", thing),
      share: can(actor, "document.share", thing),
      rights: can(actor, "rights.confirm", thing),
    },
  };
});

/** Where this person reads who has acknowledged an edition: the page of their own agency's adoption, if they may. */
function acknowledgementsOf(adoptions: readonly { id: string; editionId: string; organization: { id: string } }[], editionId: string | undefined, actor: Actor): string | null {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const own = adoptions.findLast((adoption) => adoption.editionId === editionId && adoption.organization.id === organizationId);
  return own && can(actor, "acknowledgement.read", { programId, organizationId, visibility: "organization" }) ? own.id : null;
}

async function draftText(db: Database, draftId: string | undefined): Promise<DocumentNode | null> {
  const rows = draftId ? await draftRows(db, draftId) : null;
  return rows && workingText(rows).content;
}
