import { documentThing } from "~/domain/documents/description";
import { can, type Actor } from "~/domain/access/may";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { query } from "~/queries/query.server";
import { concernById } from "~/store/concerns.server";
import type { Database } from "~/store/database.server";
import { documentFacts, frozenTextContent } from "~/store/documents.server";

/** The clause that a proposal begins at, and the document around it. */
export const newProposal = query("proposal.open", async (db, { documentId, clauseId, concernId = "" }: { documentId: string; clauseId: string; concernId?: string }, actor) => {
  const document = await documentFacts(db, documentId);
  if (!document) return null;
  const thing = documentThing(document);
  const base = document.editions[0] ?? null;
  const content = base && can(actor, "proposal.open", thing) ? ((await frozenTextContent(db, base.frozenTextId)) as DocumentNode) : null;
  const clauses = content ? clausesOf(content) : [];
  return {
    thing,
    document: { id: document.id, number: document.number, title: document.title, isCharter: document.kind === "charter" },
    edition: base?.number ?? null,
    clauses: clauses.map(({ id, number, title, depth }) => ({ id, number, title, depth })),
    concern: concernId ? await concernToTakeUp(db, concernId, actor) : null,
    clause: clauses.find(({ id }) => id === clauseId) ?? null,
  };
});

/** The concern that the proposal would take up, for those who read concerns. */
async function concernToTakeUp(db: Database, concernId: string, actor: Actor) {
  const concern = await concernById(db, concernId);
  return concern && can(actor, "concern.triage", { programId: concern.programId }) ? { id: concern.id, body: concern.body } : null;
}
