import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { documentDescription } from "~/domain/documents/description";
import { firstTexts } from "~/domain/documents/templates";
import { newClauseId } from "~/editor/schema/clause-id";
import type { DocumentNode } from "~/editor/schema/document-node";
import { emptyDocument, schemaVersion } from "~/editor/schema/document-schema";
import { templateText } from "~/editor/template-text";
import { agenciesOf, insertDocument, type NewDocument } from "~/store/documents.server";
import { createDraft } from "~/store/drafting.server";
import type { Database } from "~/store/database.server";
import { insertPlan } from "~/store/plans.server";

const input = z.strictObject({ ...documentDescription, begin: z.enum(firstTexts, { error: "Choose what the draft begins with." }).default("empty") });

/** Starts a document with a draft of its own: the sections of its kind, or an empty page. */
export const createDocument = command("document.create", {
  input,
  load: async (db, _input, actor) =>
    actor.kind === "person"
      ? { thing: { programId: actor.programId, organizationId: actor.organizationId }, actor, agencies: await agenciesOf(db, actor.programId) }
      : { thing: { programId: null }, actor: null, agencies: [] },
  rule: ({ actor, agencies }, { begin, ...described }): Ruling<{ document: NewDocument; content: DocumentNode }> => {
    const strange = strangeAgency(described.agencyIds, agencies);
    if (!actor || strange) return strange ?? refused("Sign in to do this.", 401);
    const document = { ...described, programId: actor.programId, organizationId: actor.organizationId, createdById: actor.personId };
    return allowed({ document, content: begin === "sections" ? templateText(described.kind) : emptyDocument(newClauseId()) });
  },
  save: async (db, { document, content }) => saveDocument(db, document, content),
  record: ({ document: { number, title, kind, visibility } }, { id }) => ({ subject: "document", subjectId: id, detail: { number, title, kind, visibility } }),
});

/** Writes the document, its draft and the parts of a plan, or refuses a number that is taken. */
export async function saveDocument(db: Database, document: NewDocument, content: unknown): Promise<Ruling<{ id: string }>> {
  const id = await insertDocument(db, document);
  if (!id) return refused(`The number ${document.number} is taken. Choose another one.`, 422, "number");
  await createDraft(db, { documentId: id, content, schemaVersion });
  if (document.kind === "evaluation-plan") await insertPlan(db, { programId: document.programId, documentId: id });
  return allowed({ id });
}

/** A refusal when one of the agencies is not an agency of the program. */
export function strangeAgency(chosen: readonly string[], agencies: readonly { id: string }[]) {
  const known = new Set(agencies.map(({ id }) => id));
  return chosen.every((id) => known.has(id)) ? null : refused("Choose among the agencies of this program.", 422, "agencyIds");
}
