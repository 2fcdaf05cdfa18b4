import { randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { calledBy, readersOf } from "~/domain/comments/callable";
import { commentBody, longestQuote } from "~/domain/comments/comment-body";
import { anchorWords, clauseAt } from "~/editor/comments/anchors";
import { beginPlace } from "~/editor/comments/begin-place";
import { clausePlaces } from "~/editor/comments/find-words";
import { suggestionPlaces } from "~/editor/comments/thread-places";
import { onOneLine } from "~/editor/comments/words";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { appendServerSteps, draftPlace, draftRows, lockDraft, stepsAfter } from "~/store/drafting.server";
import { insertRemark, insertThread, membersOf } from "~/store/threads.server";
import { tellOfRemark } from "./tell-of-remark.server";

const place = z.coerce.number({ error: "The place in the text was not understood." }).int().min(0).max(1_000_000_000);

const input = z.strictObject({
  draftId: z.string().min(1),
  /** The version of the text on which the words were chosen, and where they stood in it. Without them, the words are looked for in their clause. */
  version: place.optional(),
  from: place.optional(),
  to: place.optional(),
  quote: z.string().max(longestQuote, "Choose fewer words: a comment is about 5,000 characters at most.").default(""),
  clauseId: z.string().max(64).default(""),
  /** The suggestion it is about, instead of words. */
  suggestionId: z.string().max(64).default(""),
  body: commentBody,
});

type About = { threadId: string; draftId: string; body: string; atVersion: number; quote: string; clauseId: string | null; suggestionId: string | null; suggestedBy: string | null; steps: unknown[] };

const gone = "These words are no longer in the text: somebody changed them a moment ago. Choose the words again; what you wrote is kept.";

/**
 * Begins a thread on words, on a whole clause or on a suggestion, for everybody who may comment, with or without the pen. The anchor is put
 * on the words in the same transaction. A frozen text takes no anchor: the thread stands on its quoted words until the text is opened again.
 */
export const beginThread = command("comment.write", {
  input,
  load: async (db, { draftId, version }) => {
    const locked = await lockDraft(db, draftId);
    const draft = locked && (await draftPlace(db, draftId));
    const rows = draft && (await draftRows(db, draftId));
    if (!draft || !rows) return null;
    const since = version === undefined ? [] : await stepsAfter(db, draftId, version, draft.version);
    return { thing: draft.thing, draft, since, members: await membersOf(db, draft.document.programId), ...workingDoc(rows) };
  },
  rule: ({ doc, version, draft, since }, input) => {
    const { suggestionId, clauseId, body } = input;
    const quote = onOneLine(input.quote);
    const about: About = { draftId: draft.id, body, atVersion: version, quote, clauseId: clauseId || null, suggestionId: null, suggestedBy: null, steps: [], threadId: randomUUID() };
    if (suggestionId) {
      const at = suggestionPlaces(doc).get(suggestionId);
      if (at === undefined) return refused("This suggestion has been decided already.", 409, "suggestionId");
      const suggestedBy = pendingSuggestions(doc).find(({ id }) => id === suggestionId)?.author ?? null;
      return allowed({ ...about, suggestionId, suggestedBy, clauseId: clauseAt(doc.resolve(at)) || String(doc.nodeAt(at)?.attrs.id ?? "") || null, quote: "" });
    }
    const chosen = input.from !== undefined && input.to !== undefined && input.version !== undefined;
    if (quote === "") {
      if (chosen || !clauseId) return refused("Choose the words that your comment is about first.", 422, "quote");
      return clausePlaces(doc).has(clauseId) ? allowed(about) : refused("This clause is no longer in the text. Choose another one.", 422, "clauseId");
    }
    if (input.version !== undefined && input.version > version) return refused("This page is ahead of the text that is stored. Wait a moment and send it again.");
    const { from = 0, to = 0 } = chosen ? input : {};
    const found = beginPlace(doc, { from, to, quote, clauseId, since: since.map(({ step }) => step) });
    if (!found) return refused(chosen ? gone : "These words are not in this clause. Copy them from the text as they stand there.", chosen ? 409 : 422, "quote");
    const steps = draft.frozen ? [] : anchorWords(doc, found, about.threadId).steps.map((step) => step.toJSON() as unknown);
    return allowed({ ...about, clauseId: found.clauseId, steps });
  },
  save: async (db, { threadId, draftId, body, steps, atVersion, suggestedBy, ...about }, { actor, now }, { draft, thing, members }) => {
    if (actor.kind !== "person") return refused("Only a person comments.", 403);
    const { programId } = draft.document;
    await insertThread(db, { id: threadId, programId, draftId, atVersion, ...about, startedById: actor.personId, startedAt: now });
    const readers = readersOf(members.people, thing);
    const called = calledBy(body, readers, members.groups);
    const comment = await insertRemark(db, { programId, threadId, authorId: actor.personId, body, at: now, personIds: called.personIds, groupIds: called.groupIds });
    if (steps.length > 0) await appendServerSteps(db, { draftId, after: atVersion, authorId: actor.personId, batchId: randomUUID(), steps });
    await tellOfRemark(db, { draft, threadId, commentId: comment.id, writer: actor, called: called.reached, listeners: readers.map(({ personId }) => personId).filter((id) => id === suggestedBy) });
    return allowed({ threadId, draftId });
  },
  record: ({ draftId }, { threadId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId } }),
  announce: ({ draftId }) => [{ kind: "threads.changed", draftId }],
});
