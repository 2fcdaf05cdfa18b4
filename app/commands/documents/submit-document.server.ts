import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed } from "~/domain/access/ruling";
import { dueAfter } from "~/domain/decisions/clock";
import { documentThing } from "~/domain/documents/description";
import { readKind } from "~/domain/documents/kinds";
import { submissionRuling } from "~/domain/documents/submission";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { hashOf } from "~/editor/canonical.server";
import { plainText } from "~/editor/plain-text";
import { textProblems } from "~/editor/text-problems";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { textBegunWith } from "~/store/draft-starts.server";
import { askHeads, daysToDecide, documentFacts, headsOf, insertFrozenText, lockDocument, pendingFirstDecisions } from "~/store/documents.server";
import { draftRows, lockDraft, setFrozen } from "~/store/drafting.server";
import { tell } from "~/store/notices.server";

/** Sends the text of a new document to the head of each agency it applies to. The text stays as it is until they answer. */
export const submitDocument = command("document.submit", {
  input: z.strictObject({ documentId: z.string() }),
  load: async (db, { documentId }) => {
    await lockDocument(db, documentId);
    const document = await documentFacts(db, documentId);
    const draftId = document?.drafts[0]?.id;
    if (!document || !draftId) return null;
    await lockDraft(db, draftId);
    const rows = await draftRows(db, draftId);
    if (!rows) return null;
    const { doc } = workingDoc(rows);
    const agencies = document.appliesTo.map(({ organization }) => organization);
    const heads = await headsOf(db, agencies.map(({ id }) => id));
    const pending = await pendingFirstDecisions(db, documentId);
    const days = await daysToDecide(db, document.programId);
    return { thing: documentThing(document), document, draftId, content: cleanText(doc), undecided: pendingSuggestions(doc).length, agencies, heads, pending, days, begun: await textBegunWith(db, draftId) };
  },
  rule: ({ thing, document, draftId, content, undecided, agencies, heads, pending, days, begun }, _input, { now }) => {
    const waiting = undecidedRuling(undecided, "send the text");
    if (waiting) return waiting;
    const headed = agencies.map(({ id, name }) => ({ id, name, heads: heads.filter(({ organizationId }) => organizationId === id).length }));
    const ruling = submissionRuling({ editions: document.editions.length, pendingDecisions: pending, organizationId: document.organizationId, visibility: thing.visibility, agencies: headed, words: plainText(content), kind: readKind(document.kind), problems: textProblems(document.kind, begun, content) });
    if (!ruling.ok) return ruling;
    return allowed({ draftId, content, hash: hashOf(content), organizationIds: agencies.map(({ id }) => id), askedAt: now, dueAt: dueAfter(now, days) });
  },
  save: async (db, { draftId, content, hash, organizationIds, askedAt, dueAt }, _moment, { document, heads }) => {
    const { id: documentId, programId, number, title } = document;
    await setFrozen(db, draftId, true);
    const frozenTextId = await insertFrozenText(db, { documentId, content, hash, at: askedAt });
    await askHeads(db, { programId, documentId, frozenTextId, organizationIds, askedAt, dueAt });
    await tell(db, { programId, personIds: heads.map(({ id }) => id), body: `${number}, ${title}, waits for your decision.`, path: "/decisions", cause: `submission:${frozenTextId}` });
    return allowed({ documentId, frozenTextId });
  },
  record: ({ hash, dueAt, organizationIds }, { documentId, frozenTextId }) => ({ subject: "document", subjectId: documentId, detail: { frozenTextId, hash, dueAt, organizationIds } }),
  announce: ({ draftId }) => [{ kind: "draft.frozen", draftId, reason: "This text was sent to the agency head, so it can only be read." }],
});
