import { z } from "zod";
import { command } from "~/commands/command.server";
import { visibilities } from "~/domain/access/may";
import { allowed, refused } from "~/domain/access/ruling";
import { lacksRights, rightsMissing } from "~/domain/documents/copyright";
import { documentThing, visibilityNames } from "~/domain/documents/description";
import { documentFacts, lockDocument, pendingFirstDecisions, saveVisibility } from "~/store/documents.server";

/** Sets who may see a document. */
export const shareDocument = command("document.share", {
  input: z.strictObject({ documentId: z.string(), visibility: z.enum(visibilities, { error: "Choose who may see it." }) }),
  load: async (db, { documentId }) => {
    await lockDocument(db, documentId);
    const document = await documentFacts(db, documentId);
    if (!document) return null;
    const thing = documentThing(document);
    return { thing, document, visibility: thing.visibility, pending: await pendingFirstDecisions(db, documentId) };
  },
  rule: ({ document, visibility: from, pending }, { visibility: to }) => {
    if (from === to) return refused(`It is shared this way already: ${visibilityNames[to].toLowerCase()}.`, 422, "visibility");
    if (to === "public" && lacksRights(document)) return refused(rightsMissing, 409, "visibility");
    if (to === "organization" && document.editions.length > 0) return refused("This document has an edition, so the program has read it. It cannot be hidden again.", 409, "visibility");
    if (to === "organization" && pending > 0) return refused("This text is with an agency head, so it cannot be hidden now.", 409, "visibility");
    return allowed({ documentId: document.id, from, to });
  },
  save: async (db, { documentId, from, to }) =>
    (await saveVisibility(db, documentId, from, to)) ? allowed({ documentId }) : refused("Someone else changed this a moment ago. Read the page again."),
  record: ({ documentId, from, to }) => ({ subject: "document", subjectId: documentId, detail: { from, to } }),
});
