import { z } from "zod";
import { command } from "~/commands/command.server";
import { citedClause, documentToCite } from "~/commands/documents/cited-clause.server";
import { allowed, refused } from "~/domain/access/ruling";
import { insertClauseLink, measureFacts } from "~/store/measures.server";
import { isPerson } from "~/store/voting.server";

/** Says that a measure shows the working of a clause. Many clauses to a measure, many measures to a clause. */
export const linkClause = command("measure.write", {
  input: z.strictObject({ measureId: z.string(), documentId: z.string().min(1, "Choose a document."), clauseId: z.string().min(1, "Choose a clause.").max(100) }),
  load: async (db, { measureId, documentId }, actor) => {
    const measure = await measureFacts(db, measureId);
    return measure && { thing: { programId: measure.programId }, measure, cited: await documentToCite(db, documentId, { programId: measure.programId, actor }) };
  },
  rule: ({ measure, cited }, { clauseId }) => {
    const clause = citedClause(cited, clauseId);
    return clause.ok ? allowed({ measureId: measure.id, documentId: clause.value.documentId, clauseId, words: clause.value.words }) : clause;
  },
  save: async (db, { measureId, documentId, clauseId }, { actor, now }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const linked = await insertClauseLink(db, { measureId, documentId, clauseId, linkedById: actor.personId, linkedAt: now });
    return linked ? allowed({ measureId }) : refused("This clause is linked already.", 409, "clauseId");
  },
  record: ({ words, clauseId, documentId }, { measureId }) => ({ subject: "measure", subjectId: measureId, detail: { linked: words, documentId, clauseId } }),
});
