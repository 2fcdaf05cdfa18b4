import { can } from "~/domain/access/may";
import { hashOf } from "~/editor/canonical.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, draftRows } from "~/store/drafting.server";
import { namesOf } from "~/store/people.server";
import { threadsOf } from "~/store/threads.server";

/** A working text to take along with what is suggested and said about it, for somebody who answers in Word. */
export const draftWord = query("draft.read", async (db, { draftId }: { draftId: string }, actor) => {
  const draft = await draftPlace(db, draftId);
  if (!draft) return null;
  const { thing, proposal, document } = draft;
  // The text is read after the right to it is known.
  const rows = can(actor, "draft.read", thing) ? await draftRows(db, draftId) : null;
  const text = rows && workingDoc(rows);
  const threads = text ? await threadsOf(db, draftId) : [];
  const clean: DocumentNode = text ? cleanText(text.doc) : { type: "doc" };
  const authors = text ? [...new Set(pendingSuggestions(text.doc).map(({ author }) => author))].filter((author) => !author.startsWith("word:")) : [];
  return {
    thing,
    document: { number: document.number, title: document.title, program: document.program },
    proposal: proposal && { number: proposal.number, title: proposal.title },
    version: text?.version ?? 0,
    content: clean,
    hash: text ? hashOf(clean) : "",
    now: await databaseTime(db),
    discussed: {
      content: text ? (text.doc.toJSON() as DocumentNode) : clean,
      names: await namesOf(db, authors),
      threads: threads
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map(({ id, clauseId, quote, comments }) => ({ id, clauseId, quote, comments: comments.map(({ author, at, body }) => ({ author: author.name, at: at.toISOString(), body })) })),
      origin: text ? { draftId, version: text.version } : null,
    },
  };
});
