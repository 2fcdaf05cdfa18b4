import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { endLock, locksOf } from "~/store/clause-locks.server";
import { databaseTime } from "~/store/database.server";
import { draftPlace, lockDraft } from "~/store/drafting.server";

/** Opens a locked clause to everybody before its time is over: its holder does, or a coordinator. */
export const unlockClause = command("clause.unlock", {
  input: z.strictObject({ draftId: z.uuid(), clauseId: z.string().min(1).max(64) }),
  load: async (db, { draftId, clauseId }) => {
    if (!(await lockDraft(db, draftId))) return null;
    const place = await draftPlace(db, draftId);
    if (!place) return null;
    const lock = (await locksOf(db, draftId, await databaseTime(db))).find((each) => each.clauseId === clauseId) ?? null;
    return { ...place, lock, thing: { ...place.thing, ownerIds: lock ? [lock.heldById] : [] } };
  },
  rule: ({ id, lock }, { clauseId }) => (lock ? allowed({ draftId: id, clauseId, holder: lock.holder }) : refused("This clause is open already.")),
  save: async (db, change) => ((await endLock(db, change.draftId, change.clauseId)) ? allowed(change) : refused("This clause is open already.")),
  record: ({ draftId, clauseId, holder }) => ({ subject: "draft", subjectId: draftId, detail: { clauseId, heldBy: holder, opened: true } }),
  announce: ({ draftId }) => [{ kind: "locks.changed", draftId }],
});
