import { z } from "zod";
import { command } from "~/commands/command.server";
import { can } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentFacts, frozenTextContent } from "~/store/documents.server";
import { linkScenario, scenarioById, unlinkScenario } from "~/store/scenarios.server";

const input = z.strictObject({ scenarioId: z.string().max(64), clause: z.string({ error: "Choose the clause." }).regex(/^[\w-]{1,64}\/[\w-]{1,64}$/, "Choose the clause.") });

/** Says that a scenario exercises a clause. */
export const linkScenarioToClause = command("module.link", {
  input,
  load: async (db, { scenarioId, clause }, actor) => {
    const [documentId = "", clauseId = ""] = clause.split("/");
    const scenario = await scenarioById(db, scenarioId);
    if (!scenario) return null;
    const facts = await documentFacts(db, documentId);
    // A document that one may not see is answered as one that is not there.
    const edition = facts && can(actor, "document.read", documentThing(facts)) ? facts.editions[0] : undefined;
    const content = edition ? ((await frozenTextContent(db, edition.frozenTextId)) as DocumentNode) : null;
    return { thing: { programId: scenario.programId }, link: { scenarioId, documentId, clauseId }, content };
  },
  rule: ({ link, content }) => (content && clausesOf(content).some(({ id }) => id === link.clauseId) ? allowed(link) : refused("This clause is not in the latest edition. Choose another.", 422, "clause")),
  save: async (db, link) => ((await linkScenario(db, link)) ? allowed(link) : refused("This link is there already.", 409, "clause")),
  record: (link) => ({ subject: "document", subjectId: link.documentId, detail: link }),
});

/** Takes a clause away from a scenario, also one that is gone from its policy. */
export const unlinkScenarioFromClause = command("module.link", {
  input,
  load: async (db, { scenarioId, clause }, actor) => {
    const [documentId = "", clauseId = ""] = clause.split("/");
    const scenario = await scenarioById(db, scenarioId);
    const there = scenario?.clauses.find((link) => link.clauseId === clauseId && link.document.id === documentId);
    return scenario ? { thing: { programId: scenario.programId }, link: { scenarioId, documentId, clauseId }, seen: there !== undefined && can(actor, "document.read", documentThing(there.document)) } : null;
  },
  rule: ({ link, seen }) => (seen ? allowed(link) : refused("This link is gone already.", 409, "clause")),
  save: async (db, link) => ((await unlinkScenario(db, link)) ? allowed(link) : refused("This link is gone already.", 409, "clause")),
  record: (link) => ({ subject: "document", subjectId: link.documentId, detail: { ...link, linked: false } }),
});
