import { clauseHashes } from "~/editor/clause-hashes.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { followClauses } from "~/store/crosswalk.server";
import type { Database } from "~/store/database.server";
import { tell } from "~/store/notices.server";

/** When an edition is made, what was proven or cited by its clauses follows them, and who proved a clause that has other words now is told. */
export async function followEdition(db: Database, { programId, number }: { programId: string; number: string }, { documentId, edition, content }: { documentId: string; edition: number; content: DocumentNode }): Promise<void> {
  for (const { requirementId, provenById, reference, standard, standardId } of await followClauses(db, documentId, clauseHashes(content)))
    await tell(db, {
      programId,
      personIds: [provenById],
      body: `${number}, edition ${edition}: the clause that answers ${standard}, ${reference}, has changed. Look at the proof again.`,
      path: `/standards/${standardId}?show=stale#requirement-${requirementId}`,
      cause: `proof.stale:${requirementId}:${documentId}:${edition}`,
    });
}
