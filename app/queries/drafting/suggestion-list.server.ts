import { can } from "~/domain/access/may";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { authorsAmong, decidedIn } from "~/store/suggestions.server";
import { threadsOf } from "~/store/threads.server";

const mostDecided = 200;

/** The suggestions in a text, to be read and decided one after the other without the editor. */
export const suggestionList = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  const rows = place && (await draftRows(db, draftId));
  if (!place || !rows) return null;
  const { thing, document, proposal, frozen } = place;
  const { doc } = workingDoc(rows);
  const pending = pendingSuggestions(doc);
  const decided = await decidedIn(db, draftId, mostDecided);
  return {
    thing,
    draftId: place.id,
    path: proposal ? `/proposals/${proposal.id}/draft` : `/documents/${document.id}/draft`,
    title: proposal ? `Proposal ${proposal.number}: ${proposal.title}` : `${document.number} ${document.title}`,
    frozen,
    now: await databaseTime(db),
    timeZone: document.program.timeZone,
    personId: actor.kind === "person" ? actor.personId : "",
    clauses: Object.fromEntries(clausesOf(doc.toJSON() as DocumentNode).map(({ id, number, title }) => [id, `${number} ${title}`.trim()])),
    pending: pending.map(({ id, author, at, clauseId, words }) => ({ id, author, at, clauseId, words })),
    decided,
    threads: (await threadsOf(db, draftId)).filter(({ suggestionId }) => suggestionId !== null).map(({ id, suggestionId, resolvedAt, comments }) => ({ id, suggestionId, resolvedAt, comments: comments.map(({ id: remark, body, author }) => ({ id: remark, body, author })) })),
    authors: await authorsAmong(db, document.programId, [...pending.map(({ author }) => author), ...decided.map(({ authorId }) => authorId)]),
    may: { decide: !frozen && can(actor, "suggestion.decide", thing), withdraw: !frozen && can(actor, "draft.suggest", thing), reply: can(actor, "comment.write", thing) },
  };
});

export type SuggestionList = Extract<Awaited<ReturnType<typeof suggestionList>>, { ok: true }>["value"];
