import { z } from "zod";
import { command } from "~/commands/command.server";
import { can } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentFacts } from "~/store/documents.server";
import { insertClauseLink, measureFacts, newestTexts } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";

/** Says that a measure shows the working of a clause. Many clauses to a measure, many measures to a clause. */
export const linkClause = command("measure.write", {
  input: z.strictObject({ measureId: z.string(), documentId: z.string().min(1, "Choose a document."), clauseId: z.string().min(1, "Choose a clause.").max(100) }),
  load: async (db, { measureId, documentId }, actor) => {
    const measure = await measureFacts(db, measureId);
    if (!measure) return null;
    const document = await documentFacts(db, documentId);
    const seen = document && document.programId === measure.programId && can(actor, "document.read", documentThing(document)) ? document : null;
    const content = seen && ((await newestTexts(db, [seen.id])).get(seen.id) ?? null);
    return { thing: { programId: measure.programId }, measure, document: seen, content: content as DocumentNode | null };
  },
  rule: ({ measure, document, content }, { clauseId }) => {
    if (!document) return refused("Choose a document that you may read.", 422, "documentId");
    if (!content) return refused("This document has no edition yet, so its clauses may still change. Link it once there is one.", 422, "documentId");
    const clause = clausesOf(content).find(({ id }) => id === clauseId);
    return clause ? allowed({ measureId: measure.id, documentId: document.id, clauseId, words: `${document.number} ${clause.number} ${clause.title}`.trim() }) : refused("Choose a clause of this document.", 422, "clauseId");
  },
  save: async (db, { measureId, documentId, clauseId }, { actor, now }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const linked = await insertClauseLink(db, { measureId, documentId, clauseId, linkedById: actor.personId, linkedAt: now });
    return linked ? allowed({ measureId }) : refused("This clause is linked already.", 409, "clauseId");
  },
  record: ({ words, clauseId, documentId }, { measureId }) => ({ subject: "measure", subjectId: measureId, detail: { linked: words, documentId, clauseId } }),
});
