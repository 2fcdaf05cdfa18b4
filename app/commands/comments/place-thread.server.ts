import { randomUUID } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { longestQuote } from "~/domain/comments/comment-body";
import { anchorsOf, anchorWords } from "~/editor/comments/anchors";
import { beginPlace } from "~/editor/comments/begin-place";
import { clausePlaces } from "~/editor/comments/find-words";
import { onOneLine } from "~/editor/comments/words";
import { workingDoc } from "~/editor/working-text";
import { appendServerSteps, draftRows, lockDraft, stepsAfter } from "~/store/drafting.server";
import { setPlace } from "~/store/threads.server";
import { loadThread } from "./load-thread.server";

const place = z.coerce.number({ error: "The place in the text was not understood." }).int().min(0).max(1_000_000_000);

/** Gives a thread whose text was removed a new place: on words, or on a whole clause. */
export const placeThread = command("comment.write", {
  input: z.strictObject({
    threadId: z.string().min(1),
    version: place.optional(),
    from: place.optional(),
    to: place.optional(),
    quote: z.string().max(longestQuote, "Choose fewer words.").default(""),
    clauseId: z.string().max(64).default(""),
  }),
  load: async (db, { threadId, version }) => {
    const loaded = await loadThread(db, threadId);
    if (!loaded) return null;
    await lockDraft(db, loaded.draft.id);
    const rows = await draftRows(db, loaded.draft.id);
    return rows && { ...loaded, since: version === undefined ? [] : await stepsAfter(db, loaded.draft.id, version, rows.version), frozen: rows.frozen, ...workingDoc(rows) };
  },
  rule: ({ thread, doc, version, since, frozen }, { from = 0, to = 0, clauseId, ...input }) => {
    if (thread.suggestionId) return refused("This thread is about a suggestion, not about words.");
    if (anchorsOf(doc).some((anchor) => anchor.thread === thread.id)) return refused("This thread has its place in the text.");
    const quote = onOneLine(input.quote);
    const here = { threadId: thread.id, draftId: thread.draftId, version, quote, clauseId, steps: [] as unknown[] };
    if (quote === "") return clausePlaces(doc).has(clauseId) ? allowed(here) : refused("Choose the words, or the clause, that it is about now.", 422, "clauseId");
    const found = beginPlace(doc, { from, to, quote, clauseId, since: since.map(({ step }) => step) });
    if (!found) return refused("These words are not in this clause. Copy them from the text as they stand there.", 422, "quote");
    return allowed({ ...here, clauseId: found.clauseId, steps: frozen ? [] : anchorWords(doc, found, thread.id).steps.map((step) => step.toJSON() as unknown) });
  },
  save: async (db, { threadId, draftId, version, quote, clauseId, steps }, { actor }) => {
    if (actor.kind !== "person") return refused("Only a person gives a thread its place.", 403);
    await setPlace(db, threadId, { clauseId, quote, atVersion: version });
    if (steps.length > 0) await appendServerSteps(db, { draftId, after: version, authorId: actor.personId, batchId: randomUUID(), steps });
    return allowed({ threadId, draftId });
  },
  record: (_change, { threadId, draftId }) => ({ subject: "draft", subjectId: draftId, detail: { threadId, placed: true } }),
  announce: (_change, { draftId }) => [{ kind: "threads.changed", draftId }],
});
