import { z } from "zod";
import { allowed, refused } from "~/domain/access/ruling";
import { command } from "~/commands/command.server";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { undecidedRuling } from "~/domain/drafting/suggestions";
import { lockGuard } from "~/editor/lock-guard";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { wholeReplacement, workingDoc } from "~/editor/working-text";
import { locksOf } from "~/store/clause-locks.server";
import { databaseTime } from "~/store/database.server";
import { isKept, keptVersion, keepVersion } from "~/store/draft-versions.server";
import { draftPlace, draftRows, lockDraft } from "~/store/drafting.server";
import { replaceText } from "./replace-text.server";

const input = z.strictObject({ versionId: z.uuid() });

/** Makes the text what it was at a kept version, as more steps: nothing of what came after is lost. It changes no clause that somebody else has locked. */
export const restoreVersion = command("version.restore", {
  input,
  load: async (db, { versionId }) => {
    const kept = await keptVersion(db, versionId);
    if (!kept) return null;
    await lockDraft(db, kept.draftId);
    const draft = await draftPlace(db, kept.draftId);
    const rows = draft && (await draftRows(db, draft.id, kept.version));
    const present = draft && (await draftRows(db, draft.id));
    return draft && rows && present && { ...draft, kept, asIn: workingDoc(rows).doc, doc: workingDoc(present).doc, locks: await locksOf(db, draft.id, await databaseTime(db)) };
  },
  rule: ({ frozen, kept, asIn, id, doc, locks }, _input, { actor, now }) => {
    if (frozen) return refused(textIsFrozen);
    const undecided = undecidedRuling(pendingSuggestions(doc).length, "restore the version");
    if (undecided) return undecided;
    const locked = lockGuard(locks, actor.kind === "person" ? actor.personId : "", () => now.getTime());
    const held = locked(doc, wholeReplacement(doc, cleanText(asIn))?.doc ?? doc);
    return held ? refused(`${held}. Restore once it is open again.`) : allowed({ draftId: id, kept, asIn });
  },
  save: async (db, { draftId, kept, asIn }, { actor, now }, { version: before }) => {
    if (actor.kind !== "person") return refused("Only a person restores a version.", 403);
    if (!(await isKept(db, draftId, before))) await keepVersion(db, { draftId, version: before, name: null, note: `Before ${labelOf(kept)} was restored`, createdById: actor.personId, at: now });
    const version = await replaceText(db, { draftId, content: cleanText(asIn), asIn, authorId: actor.personId });
    const { id } = await keepVersion(db, { draftId, version, name: null, note: `Restored from ${labelOf(kept)}`, createdById: actor.personId, at: now });
    return allowed({ id, version });
  },
  record: ({ draftId, kept }, { version }) => ({ subject: "draft", subjectId: draftId, detail: { restored: kept.version, note: `Restored from ${labelOf(kept)}`, version } }),
});

function labelOf({ name, version }: { name: string | null; version: number }): string {
  return name ? `“${name}” (version ${version})` : `version ${version}`;
}
