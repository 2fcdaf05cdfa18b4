import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { draftPlace } from "~/store/drafting.server";
import { saveDraftReading } from "~/store/readings.server";

/** Remembers up to which version a person has read a text. What one reads is nobody else's business: it is not in the records. */
export const readDraft = command("draft.read", {
  input: z.strictObject({ draftId: z.uuid(), version: z.coerce.number().int().min(0) }),
  load: (db, { draftId }) => draftPlace(db, draftId),
  rule: (draft, { version }) => (version > draft.version ? refused("The text has no such version yet.", 422, "version") : allowed({ draftId: draft.id, version })),
  save: async (db, change, { actor, now }) => {
    if (actor.kind !== "person") return refused("Only a person reads.", 403);
    await saveDraftReading(db, { ...change, personId: actor.personId, at: now });
    return allowed(change);
  },
  record: () => null,
});
