import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { documentThing } from "~/domain/documents/description";
import { documentOnPage } from "~/store/documents.server";
import { saveEditionReading } from "~/store/readings.server";

/** Remembers the last edition that a person has read. It is not in the records. */
export const readEdition = command("document.read", {
  input: z.strictObject({ documentId: z.uuid(), edition: z.coerce.number().int().min(1) }),
  load: async (db, { documentId }) => {
    const document = await documentOnPage(db, documentId);
    return document && { thing: documentThing(document), document };
  },
  rule: ({ document }, { edition }) =>
    document.editions.some(({ number }) => number === edition) ? allowed({ documentId: document.id, edition }) : refused("There is no such edition.", 422, "edition"),
  save: async (db, change, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person reads.", 403);
    await saveEditionReading(db, { ...change, personId: actor.personId, at: now });
    return allowed(change);
  },
  record: () => null,
});
