import { z } from "zod";
import { command } from "~/commands/command.server";
import { citedClause, documentToCite } from "~/commands/documents/cited-clause.server";
import { sees } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { citationById, deleteCitation, insertCitation, resourceFacts } from "~/store/resources.server";
import { isPerson } from "~/store/voting.server";

/** Says that a clause relies on a resource. */
export const citeResource = command("citation.write", {
  input: z.strictObject({ resourceId: z.string().max(64), documentId: z.string().min(1, "Choose a document.").max(64), clauseId: z.string().min(1, "Choose a clause.").max(100) }),
  load: async (db, { resourceId, documentId }, actor) => {
    const resource = await resourceFacts(db, resourceId, true);
    if (!resource) return null;
    const { programId } = resource;
    return { thing: { programId }, resource, cited: await documentToCite(db, documentId, { programId, actor }) };
  },
  rule: ({ cited }, { clauseId }) => citedClause(cited, clauseId),
  save: async (db, { words: _words, ...clause }, { actor, now }, { resource }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    const cited = await insertCitation(db, { ...clause, resourceId: resource.id, citedById: actor.personId, citedAt: now });
    return cited ? allowed({ resourceId: resource.id }) : refused("This clause cites it already.", 409, "clauseId");
  },
  record: ({ words }, { resourceId }, { resource }) => ({ subject: "resource", subjectId: resourceId, detail: { resource: resource.name, citedBy: words } }),
});

/** The clause does not rely on the resource any more. */
export const removeCitation = command("citation.write", {
  input: z.strictObject({ citationId: z.string().max(64) }),
  load: async (db, { citationId }, actor) => {
    const citation = await citationById(db, citationId, true);
    if (!citation || !sees(actor, documentThing(citation.document))) return null;
    return { thing: { programId: citation.resource.programId }, citation };
  },
  rule: ({ citation }) => allowed(citation),
  save: async (db, { id, resource }) => ((await deleteCitation(db, id)) ? allowed({ resourceId: resource.id }) : refused("This link is gone already.")),
  record: ({ clauseName, document, resource }) => ({ subject: "resource", subjectId: resource.id, detail: { resource: resource.name, removed: `${document.number} ${clauseName}` } }),
});
