import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { lacksRights } from "~/domain/documents/copyright";
import { documentThing } from "~/domain/documents/description";
import { documentFacts, lockDocument, saveRights } from "~/store/documents.server";

/** A person says in writing by what right a vendor's text may be published. */
export const confirmRights = command("rights.confirm", {
  input: z.strictObject({
    documentId: z.string(),
    basis: z.string({ error: "Write by what right it may be published." }).trim().min(10, "Write by what right it may be published: the licence, the letter or the contract, with its date.").max(2000, "Keep it below 2,000 characters."),
  }),
  load: async (db, { documentId }) => {
    await lockDocument(db, documentId);
    const document = await documentFacts(db, documentId);
    return document && { thing: documentThing(document), document };
  },
  rule: ({ document }, { basis }, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person confirms the right to publish.", 403);
    if (!lacksRights(document)) return refused("Nothing is left to confirm: this text is no vendor's, or the right to it has been confirmed.");
    return allowed({ documentId: document.id, source: document.source, basis, personId: actor.personId, at: now });
  },
  save: async (db, { documentId, basis, personId, at }) =>
    (await saveRights(db, documentId, { rightsConfirmedById: personId, rightsConfirmedAt: at, rightsBasis: basis })) ? allowed({ documentId }) : refused("Someone was first: the right has been confirmed."),
  record: ({ documentId, source, basis }) => ({ subject: "document", subjectId: documentId, detail: { source, basis } }),
});
