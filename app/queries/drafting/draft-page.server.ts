import { can } from "~/domain/access/may";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { hasSuggestions } from "~/editor/suggestions/suggestion-parts";
import { workingDoc } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { penOf } from "./working-room.server";
import { draftIdOf, draftPlace, draftRows } from "~/store/drafting.server";
import { authorsAmong } from "~/store/suggestions.server";

/** The working text of a document or of a proposal, for the page on which it is written. */
export const draftPage = query("draft.read", async (db, of: { documentId: string } | { proposalId: string }, actor) => {
  const draftId = await draftIdOf(db, of);
  const place = draftId && (await draftPlace(db, draftId));
  const rows = draftId && (await draftRows(db, draftId));
  if (!place || !rows) return null;
  const { thing, document, proposal, frozen } = place;
  const { version, doc } = workingDoc(rows);
  const clean = hasSuggestions(doc) ? cleanText(doc) : null;
  return {
    thing,
    draftId: place.id,
    frozen,
    ...penOf(place, actor),
    mayName: can(actor, "version.name", thing),
    document: { id: document.id, number: document.number, title: document.title },
    proposal,
    version,
    content: doc.toJSON() as DocumentNode,
    /** What readers see, where it is not the content itself. */
    clean,
    timeZone: document.program.timeZone,
    mayDecide: can(actor, "suggestion.decide", thing),
    // Whoever reads may suggest next, and is named on their own suggestions too.
    authors: await authorsAmong(db, document.programId, [...pendingSuggestions(doc).map(({ author }) => author), ...(actor.kind === "person" ? [actor.personId] : [])]),
  };
});
