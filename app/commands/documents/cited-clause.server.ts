import { can, type Actor } from "~/domain/access/may";
import { allowed, refused, type Ruling } from "~/domain/access/ruling";
import { isCitable, type CitedClause } from "~/domain/documents/cited-clause";
import { documentThing } from "~/domain/documents/description";
import { clauseHashes } from "~/editor/clause-hashes.server";
import { clauseName } from "~/editor/clause-name";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import type { Database } from "~/store/database.server";
import { latestEdition } from "~/store/decisions.server";
import { lockDocument } from "~/store/document-lock.server";
import { documentFacts } from "~/store/documents.server";

/** A document that somebody wants to rely on, held so that no edition comes between; null when it is not theirs to see, or another program's. */
export async function documentToCite(db: Database, documentId: string, { programId, actor }: { programId: string; actor: Actor }) {
  await lockDocument(db, documentId);
  const document = await documentFacts(db, documentId);
  if (!document || document.programId !== programId || !can(actor, "document.read", documentThing(document))) return null;
  return { document, edition: await latestEdition(db, documentId) };
}

/** The clause as it stands in the newest edition, or the sentence at its field. */
export function citedClause(found: Awaited<ReturnType<typeof documentToCite>>, clauseId: string): Ruling<CitedClause & { words: string }> {
  if (!found || !isCitable(found.document.kind)) return refused("Choose a document that you may read.", 422, "documentId");
  const { document, edition } = found;
  if (!edition) return refused("This document has no edition yet, so its clauses may still change. Link it once there is one.", 422, "documentId");
  const content = edition.frozenText.content as DocumentNode;
  const clause = clausesOf(content).find(({ id }) => id === clauseId);
  if (!clause) return refused("Choose a clause of this document.", 422, "clauseId");
  const name = clauseName(clause);
  return allowed({ documentId: document.id, clauseId, editionId: edition.id, clauseName: name, clauseHash: clauseHashes(content).get(clauseId) ?? "", words: `${document.number} ${name}, edition ${edition.number}` });
}
