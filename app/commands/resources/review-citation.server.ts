import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { waitsForReview } from "~/domain/resources/stages";
import { dayOf } from "~/domain/voting/deadline";
import { programZone } from "~/store/documents.server";
import { citationById, saveLook } from "~/store/resources.server";
import { isPerson } from "~/store/voting.server";

/** Who keeps a document looked at a clause whose resource is gone, and says what it came to. */
export const reviewCitation = command("document.review", {
  input: z.strictObject({ citationId: z.string().max(64), note: z.string({ error: "Say what is right about the clause, or what will change." }).trim().min(1, "Say what is right about the clause, or what will change.").max(2_000, "Keep it below 2,000 characters.") }),
  load: async (db, { citationId }) => {
    const citation = await citationById(db, citationId, true);
    return citation && { thing: documentThing(citation.document), citation, timeZone: await programZone(db, citation.document.programId) };
  },
  rule: ({ citation, timeZone }, { note }, { now }) =>
    waitsForReview(citation.resource, citation.lookedAt, dayOf(now, timeZone)) ? allowed({ note }) : refused("This clause does not wait for anybody: the resource is open, or somebody looked at it already."),
  save: async (db, { note }, { actor, now }, { citation }) => {
    if (!isPerson(actor)) return refused("Sign in to do this.", 401);
    await saveLook(db, citation.id, { lookedById: actor.personId, lookedAt: now, lookedNote: note });
    return allowed({ resourceId: citation.resource.id });
  },
  record: ({ note }, _result, { citation: { document, clauseName, resource } }) => ({ subject: "document", subjectId: document.id, detail: { document: document.number, clause: clauseName, resource: resource.name, note } }),
});
