import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { command, invalid } from "~/commands/command.server";
import { may, type Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome, type Ruling } from "~/domain/access/ruling";
import { copyrights } from "~/domain/documents/copyright";
import { documentDescription } from "~/domain/documents/description";
import { importFile } from "~/editor/import/import-file.server";
import { threadsFromWord, type WordThreadToKeep } from "~/editor/import/word-threads";
import type { ImportReport } from "~/editor/import/import-report";
import type { DocumentNode } from "~/editor/schema/document-node";
import { agenciesOf, type NewDocument } from "~/store/documents.server";
import { draftIdOf } from "~/store/drafting.server";
import { insertWordThreads } from "~/store/word-threads.server";
import { saveDocument, strangeAgency } from "./create-document.server";

const asked = z.strictObject({
  ...documentDescription,
  title: z.string().trim().max(200, "Keep the title below 200 characters.").default(""),
  copyright: z.enum(copyrights, { error: "Say whose text this is." }),
  source: z.string({ error: "Say where this text comes from." }).trim().min(1, "Say where this text comes from.").max(300, "Keep the source below 300 characters."),
});

/** What is kept with an imported document: where it came from, and what was understood of it. */
export type StoredImport = { source: string; fileName: string; fileHash: string; report: ImportReport };

const input = asked.extend({ title: documentDescription.title, content: z.custom<DocumentNode>(), threads: z.custom<WordThreadToKeep[]>(), stored: z.custom<StoredImport>() });

const storeImport = command("document.import", {
  input,
  load: async (db, _input, actor) =>
    actor.kind === "person"
      ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, actor, agencies: await agenciesOf(db, actor.programId) }
      : { thing: { programId: null }, actor: null, agencies: [] },
  rule: ({ actor, agencies }, { content, threads, stored, ...described }): Ruling<{ document: NewDocument; content: DocumentNode; threads: WordThreadToKeep[]; stored: StoredImport; personId: string }> => {
    const strange = strangeAgency(described.agencyIds, agencies);
    if (!actor || strange) return strange ?? refused("Sign in to do this.", 401);
    if (described.visibility === "public" && described.copyright === "vendor") return refused("A vendor's text may not be published until somebody confirms the right to it. Share it with the program first.", 422, "visibility");
    const document = { ...described, programId: actor.programId, organizationId: actor.organizationId, createdById: actor.personId, importReport: stored };
    return allowed({ document, content, threads, stored, personId: actor.personId });
  },
  save: async (db, { document, content, threads, personId }, { now }) => {
    const saved = await saveDocument(db, document, content);
    const draftId = saved.ok && threads.length > 0 ? await draftIdOf(db, { documentId: saved.value.id }) : null;
    if (draftId) await insertWordThreads(db, { programId: document.programId, draftId, personId, atVersion: 0, at: now, threads });
    return saved;
  },
  record: ({ document, stored }, { id }) => ({
    subject: "document",
    subjectId: id,
    detail: { number: document.number, title: document.title, kind: document.kind, visibility: document.visibility, source: stored.source, copyright: document.copyright, fileName: stored.fileName, fileHash: stored.fileHash },
  }),
});

/** Makes a draft from a Word file or a PDF. The file is read before anything is stored; whatever is wrong with it is said at its field. */
export async function importDocument(actor: Actor, values: Record<string, unknown>, file: { name: string; bytes: Uint8Array } | null): Promise<Outcome<{ id: string }>> {
  const permission = may(actor, "document.import", { programId: actor.kind === "person" ? actor.programId : null });
  if (!permission.ok) return permission;
  const parsed = asked.safeParse(values);
  const fault = file ? null : refused("Choose the Word file or PDF to import.", 422, "file");
  if (!parsed.success) {
    const refusal = invalid(parsed.error);
    return fault ? { ...refusal, fields: { ...fault.fields, ...refusal.fields } } : refusal;
  }
  if (!file) return fault ?? refused("Choose the Word file or PDF to import.", 422, "file");
  const read = await importFile(file.bytes);
  if (!read.ok) return refused(read.reason, 422, "file");
  const title = parsed.data.title || read.report.title || "";
  if (!title) return refused("No title was found in the file. Give the document a title.", 422, "title");
  const fileHash = createHash("sha256").update(file.bytes).digest("hex");
  const stored = { source: parsed.data.source, fileName: fileName(file.name), fileHash, report: read.report };
  return storeImport(actor, { ...parsed.data, title: title.slice(0, 200), ...threadsFromWord(read.content, read.comments, randomUUID, wordDay), stored });
}

/** The day that a Word file gives, which knows no time zone of ours. */
export function wordDay(at: string): string {
  return new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", year: "numeric", timeZone: "UTC" }).format(new Date(at));
}

/** The name without folders, and short. */
function fileName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? "").slice(0, 200);
}
