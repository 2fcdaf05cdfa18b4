import { sees } from "~/domain/access/may";
import { proofState } from "~/domain/crosswalk/proof";
import { documentThing } from "~/domain/documents/description";
import { changeOfClause, clauseAlone } from "~/editor/clause-in-text";
import { clauseNumbers } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { clausesToCite } from "~/queries/documents/clauses-to-cite.server";
import { query } from "~/queries/query.server";
import { proofById, requirementById } from "~/store/crosswalk.server";
import { databaseTime } from "~/store/database.server";
import { latestEdition } from "~/store/decisions.server";
import { editionText } from "~/store/editions.server";

/** The documents and clauses that may answer a requirement. */
export const proofForm = query("proof.write", async (db, { requirementId, documentId }: { requirementId: string; documentId: string }, actor) => {
  const requirement = await requirementById(db, requirementId);
  if (!requirement || actor.kind !== "person") return null;
  const { standard, id, reference, words } = requirement;
  return { thing: { programId: standard.programId }, requirement: { id, reference, words }, standard: { id: standard.id, name: standard.name }, choice: await clausesToCite(db, { programId: standard.programId, organizationId: actor.organizationId }, documentId) };
});

/** A stale proof: the clause as it was proven, and as it stands now. */
export const renewalForm = query("proof.write", async (db, { proofId }: { proofId: string }, actor) => {
  const proof = await proofById(db, proofId);
  if (!proof || !sees(actor, documentThing(proof.document))) return null;
  const { requirement, document, documentId, clauseId, clauseName, note, edition } = proof;
  const [proven, newest] = [await editionText(db, edition.id), await latestEdition(db, documentId)];
  const content = newest ? (newest.frozenText.content as DocumentNode) : null;
  const present = content && clauseAlone(content, clauseId);
  return {
    thing: { programId: requirement.standard.programId },
    proof: { id: proof.id, clauseName, note, edition: edition.number, state: proofState({ ...proof, wordedAt: requirement.wordedAt, now: await databaseTime(db) }) },
    document: { id: documentId, number: document.number, title: document.title },
    requirement: { id: requirement.id, reference: requirement.reference, words: requirement.words },
    standard: { id: requirement.standard.id, name: requirement.standard.name },
    newest: newest?.number ?? null,
    text: present ? { content: present.content, numbers: [...clauseNumbers(content)] } : null,
    change: proven && content ? changeOfClause(proven.content as DocumentNode, content, clauseId) : null,
  };
});
