import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { threadsToCarry } from "~/commands/comments/carry-threads.server";
import { command, invalid } from "~/commands/command.server";
import { replaceText } from "~/commands/drafting/replace-text.server";
import { may, type Actor } from "~/domain/access/may";
import { allowed, missing, refused, type Outcome, type Refusal } from "~/domain/access/ruling";
import { copyrights, lacksRights, readCopyright, rightsMissing } from "~/domain/documents/copyright";
import { documentThing } from "~/domain/documents/description";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { proposalDescription, proposalTitle } from "~/domain/proposals/description";
import { importFile } from "~/editor/import/import-file.server";
import { matchClauses } from "~/editor/import/match-clauses";
import { threadsFromWord, type WordThreadToKeep } from "~/editor/import/word-threads";
import { lockGuard } from "~/editor/lock-guard";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { wholeReplacement, workingDoc } from "~/editor/working-text";
import { locksOf } from "~/store/clause-locks.server";
import { database, databaseTime } from "~/store/database.server";
import { documentFacts, frozenTextContent, lockDocument, saveImport } from "~/store/documents.server";
import { keepVersion } from "~/store/draft-versions.server";
import { createDraft, draftRows, lockDraft } from "~/store/drafting.server";
import { insertProposal } from "~/store/proposals.server";
import { insertWordThreads } from "~/store/word-threads.server";
import { wordDay, type StoredImport } from "./import-document.server";

const origin = {
  copyright: z.enum(copyrights, { error: "Say whose text this is." }),
  source: z.string({ error: "Say where this text comes from." }).trim().min(1, "Say where this text comes from.").max(300, "Keep the source below 300 characters."),
};
const read = { documentId: z.string(), content: z.custom<DocumentNode>(), threads: z.custom<WordThreadToKeep[]>(), stored: z.custom<StoredImport>() };
const same = "The file says what the text says already. Nothing was changed.";

/** A vendor's text stays the vendor's: importing over it is no way around confirming the right to publish. */
function strangerText(document: { copyright: string }, said: string): Refusal | null {
  if (readCopyright(document.copyright) !== "vendor" || said === "vendor") return null;
  return refused("This document is a vendor's text, and a newer text of it stays the vendor's. Say so, or import it as a document of its own.", 422, "copyright");
}

const replaceDraft = command("draft.write", {
  input: z.strictObject({ ...origin, ...read }),
  load: async (db, { documentId }) => {
    await lockDocument(db, documentId);
    const document = await documentFacts(db, documentId);
    const draftId = document?.drafts[0]?.id;
    const locked = draftId && (await lockDraft(db, draftId));
    const rows = locked && (await draftRows(db, draftId));
    if (!document || !rows) return null;
    return { thing: documentThing(document), document, draftId: rows.id, ...workingDoc(rows), frozen: rows.frozen, locks: await locksOf(db, rows.id, await databaseTime(db)) };
  },
  rule: ({ document, draftId, doc, version, frozen, locks }, { content, threads, stored, copyright }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    if (document.editions.length > 0) return refused("This document has an edition now. Open this page again: a newer text becomes a proposal.");
    if (frozen) return refused(textIsFrozen);
    const undecided = undecidedRuling(pendingSuggestions(doc).length, "import the newer text");
    if (undecided) return undecided;
    const strange = strangerText(document, copyright);
    if (strange) return strange;
    if (document.visibility === "public" && lacksRights({ ...document, copyright })) return refused(rightsMissing, 422, "copyright");
    const matched = matchClauses(cleanText(doc), content);
    const replacement = wholeReplacement(doc, matched);
    if (!replacement) return refused(same, 422, "file");
    const held = lockGuard(locks, actor.personId, () => now.getTime())(doc, replacement.doc);
    if (held) return refused(`${held}. Import the text once it is open again.`);
    return allowed({ documentId: document.id, programId: document.programId, draftId, before: version, personId: actor.personId, matched, threads: placed(threads, content, matched), stored, copyright });
  },
  save: async (db, { documentId, programId, draftId, before, personId, matched, threads, stored, copyright }, { now }) => {
    const kept = { draftId, name: null, createdById: personId, at: now };
    await keepVersion(db, { ...kept, version: before, note: "Before a newer text was imported" });
    const version = await replaceText(db, { draftId, content: matched, authorId: personId });
    await insertWordThreads(db, { programId, draftId, personId, atVersion: version, at: now, threads });
    await keepVersion(db, { ...kept, version, note: `Imported from “${stored.fileName}”` });
    await saveImport(db, documentId, { source: stored.source, copyright, importReport: stored });
    return allowed({ draftId, from: before, to: version });
  },
  record: ({ documentId, stored, copyright }, { draftId, to }) => ({ subject: "document", subjectId: documentId, detail: { ...kept(stored, copyright), draftId, version: to } }),
});

const proposeText = command("proposal.open", {
  input: z.strictObject({ ...origin, ...proposalDescription, ...read }),
  load: async (db, { documentId }) => {
    const document = await documentFacts(db, documentId);
    const base = document?.editions[0];
    const before = base && ((await frozenTextContent(db, base.frozenTextId)) as DocumentNode | null);
    return document && base && before ? { thing: documentThing(document), document, base, before } : null;
  },
  rule: ({ document, base, before }, { content, threads, stored, copyright, title, documentId, source: _source, ...said }, { actor }) => {
    if (actor.kind !== "person") return refused("Sign in to do this.", 401);
    const strange = strangerText(document, copyright);
    if (strange) return strange;
    if (copyright === "vendor" && readCopyright(document.copyright) !== "vendor") return refused("The edition of this document is no vendor's text. Import the vendor's text as a document of its own.", 422, "copyright");
    if (document.visibility === "public" && lacksRights(document)) return refused(rightsMissing, 422, "copyright");
    const matched = matchClauses(before, content);
    const evidence = said.evidence || `Imported from “${stored.fileName}”. Source: ${stored.source}`;
    const proposal = { ...said, evidence, documentId, programId: document.programId, clauseId: null, title: proposalTitle(title, document, null), authorId: actor.personId, baseEditionId: base.id };
    return allowed({ proposal, before, matched, threads: placed(threads, content, matched), stored, copyright });
  },
  save: async (db, { proposal, before, matched, threads }, { now }) => {
    const carried = await threadsToCarry(db, proposal.baseEditionId, before, null);
    const { id: draftId } = await createDraft(db, { documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, content: carried.content, schemaVersion });
    await lockDraft(db, draftId);
    await carried.save({ draftId, atVersion: 0, at: now });
    const version = await replaceText(db, { draftId, content: matched, authorId: proposal.authorId });
    if (version === 0) return refused(same, 422, "file");
    await insertWordThreads(db, { programId: proposal.programId, draftId, personId: proposal.authorId, atVersion: version, at: now, threads });
    return allowed(await insertProposal(db, { ...proposal, draftId }));
  },
  record: ({ proposal, stored, copyright }, { id, number }) => ({
    subject: "proposal",
    subjectId: id,
    detail: { number, title: proposal.title, documentId: proposal.documentId, baseEditionId: proposal.baseEditionId, ...kept(stored, copyright) },
  }),
});

/** Takes a newer text of a document from a Word file or a PDF: into its draft while it has no edition, as a proposal from then on. Clauses that are the same keep their ids. */
export async function importNewerText(actor: Actor, documentId: string, values: Record<string, unknown>, file: { name: string; bytes: Uint8Array } | null): Promise<Outcome<{ address: string }>> {
  const document = await documentFacts(database(), documentId);
  if (!document) return missing;
  const proposes = document.editions.length > 0;
  const permission = may(actor, proposes ? "proposal.open" : "draft.write", documentThing(document));
  if (!permission.ok) return permission;
  const parsed = z.strictObject({ ...origin, ...(proposes ? proposalDescription : {}) }).safeParse(values);
  const fault = refused("Choose the Word file or PDF to import.", 422, "file");
  if (!parsed.success) {
    const refusal = invalid(parsed.error);
    return file ? refusal : { ...refusal, fields: { ...fault.fields, ...refusal.fields } };
  }
  if (!file) return fault;
  const imported = await importFile(file.bytes);
  if (!imported.ok) return refused(imported.reason, 422, "file");
  const fileName = (file.name.split(/[\\/]/).at(-1) ?? "").slice(0, 200);
  const stored: StoredImport = { source: parsed.data.source, fileName, fileHash: createHash("sha256").update(file.bytes).digest("hex"), report: imported.report };
  const input = { ...parsed.data, documentId, ...threadsFromWord(imported.content, imported.comments, randomUUID, wordDay), stored };
  if (proposes) {
    const opened = await proposeText(actor, input);
    return opened.ok ? allowed({ address: `/proposals/${opened.value.id}` }) : opened;
  }
  const replaced = await replaceDraft(actor, input);
  return replaced.ok ? allowed({ address: `/drafts/${replaced.value.draftId}/compare?from=${replaced.value.from}&to=${replaced.value.to}` }) : replaced;
}

/** The remarks of the file at the ids that their clauses have now. */
function placed(threads: readonly WordThreadToKeep[], content: DocumentNode, matched: DocumentNode): WordThreadToKeep[] {
  const ids = new Map<string, string>();
  const walk = (one: DocumentNode, other: DocumentNode | undefined) => {
    if (typeof one.attrs?.id === "string" && typeof other?.attrs?.id === "string") ids.set(one.attrs.id, other.attrs.id);
    one.content?.forEach((child, at) => walk(child, other?.content?.[at]));
  };
  walk(content, matched);
  return threads.map((thread) => ({ ...thread, clauseId: thread.clauseId && (ids.get(thread.clauseId) ?? thread.clauseId) }));
}

function kept({ source, fileName, fileHash }: StoredImport, copyright: string) {
  return { source, copyright, fileName, fileHash };
}
