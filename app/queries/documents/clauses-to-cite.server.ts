import { clauseName } from "~/editor/clause-name";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Database } from "~/store/database.server";
import { citableDocuments, newestTexts } from "~/store/measures.server";

export type ClausesToCite = Awaited<ReturnType<typeof clausesToCite>>;

/** The documents whose clauses somebody may link to something, and the clauses of the one that was chosen. Only its text is read. */
export async function clausesToCite(db: Database, { programId, organizationId }: { programId: string; organizationId: string }, documentId: string) {
  const documents = await citableDocuments(db, { programId, organizationId });
  const chosen = documents.find(({ id }) => id === documentId);
  const content = chosen && ((await newestTexts(db, [chosen.id])).get(chosen.id) as DocumentNode | undefined);
  return { documents, documentId: chosen?.id ?? null, clauses: content ? clausesOf(content).map((clause) => ({ id: clause.id, name: clauseName(clause) })) : [] };
}
