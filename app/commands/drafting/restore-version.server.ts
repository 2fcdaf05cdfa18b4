import { z } from "zod";
import { allowed, refused } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { cleanText } from "~/editor/suggestions/clean-text";
import { workingDoc } from "~/editor/working-text";
import { keptVersion, keepVersion } from "~/store/draft-versions.server";
import { draftPlace, draftRows, lockDraft } from "~/store/drafting.server";
import { replaceText } from "./replace-text.server";

const input = z.strictObject({ versionId: z.uuid() });

/** Makes the text what it was at a kept version, as one more step: nothing of what came after is lost. */
export const restoreVersion = command("version.restore", {
  input,
  load: async (db, { versionId }) => {
    const kept = await keptVersion(db, versionId);
    if (!kept) return null;
    await lockDraft(db, kept.draftId);
    const draft = await draftPlace(db, kept.draftId);
    const rows = draft && (await draftRows(db, draft.id, kept.version));
    return draft && rows && { ...draft, kept, asIn: workingDoc(rows).doc };
  },
  rule: ({ frozen, kept, asIn, id }) =>
    frozen ? refused("The text is frozen: a vote or a decision on it is open.") : allowed({ draftId: id, kept, asIn }),
  save: async (db, { draftId, kept, asIn }, { actor, now }, { version: before }) => {
    if (actor.kind !== "person") return refused("Only a person restores a version.", 403);
    await keepVersion(db, { draftId, version: before, name: null, note: `Before going back to version ${kept.version}`, createdById: actor.personId, at: now });
    const version = await replaceText(db, { draftId, content: cleanText(asIn), asIn, authorId: actor.personId });
    const { id } = await keepVersion(db, { draftId, version, name: kept.name, note: `Restored from version ${kept.version}`, createdById: actor.personId, at: now });
    return allowed({ id, version });
  },
  record: ({ draftId, kept }, { version }) => ({ subject: "draft", subjectId: draftId, detail: { restored: kept.version, version } }),
});
