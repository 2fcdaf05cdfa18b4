import { createHash } from "node:crypto";
import { z } from "zod";
import { command, invalid } from "~/commands/command.server";
import { may, type Actor } from "~/domain/access/may";
import { allowed, refused, type Outcome, type Ruling } from "~/domain/access/ruling";
import { documentDescription } from "~/domain/documents/description";
import { importDocx } from "~/editor/import/docx";
import type { ImportReport } from "~/editor/import/import-report";
import type { DocumentNode } from "~/editor/schema/document-node";
import { agenciesOf, type NewDocument } from "~/store/documents.server";
import { saveDocument, strangeAgency } from "./create-document.server";

const asked = z.strictObject({
  ...documentDescription,
  title: z.string().trim().max(200, "Keep the title below 200 characters.").default(""),
  source: z.string({ error: "Say where this text comes from." }).trim().min(1, "Say where this text comes from.").max(300, "Keep the source below 300 characters."),
});

/** What is kept with an imported document: where it came from, and what was understood of it. */
export type StoredImport = { source: string; fileName: string; fileHash: string; report: ImportReport };

const input = asked.extend({ title: documentDescription.title, content: z.custom<DocumentNode>(), stored: z.custom<StoredImport>() });

const storeImport = command("document.import", {
  input,
  load: async (db, _input, actor) =>
    actor.kind === "person"
      ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, actor, agencies: await agenciesOf(db, actor.programId) }
      : { thing: { programId: null }, actor: null, agencies: [] },
  rule: ({ actor, agencies }, { content, stored, source: _source, ...described }): Ruling<{ document: NewDocument; content: DocumentNode; stored: StoredImport }> => {
    const strange = strangeAgency(described.agencyIds, agencies);
    if (!actor || strange) return strange ?? refused("Sign in to do this.", 401);
    const document = { ...described, programId: actor.programId, organizationId: actor.organizationId, createdById: actor.personId, importReport: stored };
    return allowed({ document, content, stored });
  },
  save: async (db, { document, content }) => saveDocument(db, document, content),
  record: ({ document, stored }, { id }) => ({
    subject: "document",
    subjectId: id,
    detail: { number: document.number, title: document.title, kind: document.kind, visibility: document.visibility, source: stored.source, fileName: stored.fileName, fileHash: stored.fileHash },
  }),
});

/** Makes a draft from a Word file. The file is read before anything is stored; whatever is wrong with it is said at its field. */
export async function importDocument(actor: Actor, values: Record<string, unknown>, file: { name: string; bytes: Uint8Array } | null): Promise<Outcome<{ id: string }>> {
  const permission = may(actor, "document.import", { programId: actor.kind === "person" ? actor.programId : null });
  if (!permission.ok) return permission;
  const parsed = asked.safeParse(values);
  const fault = file ? null : refused("Choose the Word file to import.", 422, "file");
  if (!parsed.success) {
    const refusal = invalid(parsed.error);
    return fault ? { ...refusal, fields: { ...fault.fields, ...refusal.fields } } : refusal;
  }
  if (!file) return fault ?? refused("Choose the Word file to import.", 422, "file");
  const read = await importDocx(file.bytes);
  if (!read.ok) return refused(read.reason, 422, "file");
  const title = parsed.data.title || read.report.title || "";
  if (!title) return refused("No title was found in the file. Give the document a title.", 422, "title");
  const fileHash = createHash("sha256").update(file.bytes).digest("hex");
  const stored = { source: parsed.data.source, fileName: fileName(file.name), fileHash, report: read.report };
  return storeImport(actor, { ...parsed.data, title: title.slice(0, 200), content: read.content, stored });
}

/** The name without folders, and short. */
function fileName(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? "").slice(0, 200);
}
