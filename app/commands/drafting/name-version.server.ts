import { z } from "zod";
import { allowed, refused } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { keepVersion } from "~/store/draft-versions.server";
import { draftPlace } from "~/store/drafting.server";

const input = z.strictObject({
  draftId: z.uuid(),
  version: z.coerce.number().int().min(0).optional(),
  name: z.string().trim().min(1, "Give the version a name.").max(120, "A name has at most 120 characters."),
  note: z.string().trim().max(1000, "A note has at most 1000 characters.").optional(),
});

/** Keeps the text as it stands now under a name. */
export const nameVersion = command("version.name", {
  input,
  load: (db, { draftId }) => draftPlace(db, draftId),
  rule: (draft, { version = draft.version, name, note = "" }) =>
    version > draft.version ? refused("The text has no such version yet.", 422, "version") : allowed({ draftId: draft.id, version, name, note: note || null }),
  save: async (db, change, { actor, now }) =>
    allowed(await keepVersion(db, { ...change, createdById: actor.kind === "person" ? actor.personId : null, at: now })),
  record: ({ draftId, version, name }, { id }) => ({ subject: "version", subjectId: id, detail: { draftId, version, name } }),
});
