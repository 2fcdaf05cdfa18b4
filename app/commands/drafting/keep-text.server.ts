import { beginsNewSpell } from "~/domain/drafting/spells";
import { keepVersion, unkeptSpell } from "~/store/draft-versions.server";
import { saveSnapshot } from "~/store/drafting.server";
import { database, databaseTime, inTransaction } from "~/store/database.server";

/** Keeps a snapshot, from which the text is opened quickly. It says nothing new, so it is no act of anybody's. */
export async function keepSnapshot(draftId: string, version: number, content: unknown): Promise<void> {
  await saveSnapshot(database(), draftId, version, content);
}

/** Keeps the end of a drafting spell as a version: when the last writer has left, or before the first step after a long pause. */
export async function keepSpell(draftId: string, { ended }: { ended: boolean }): Promise<boolean> {
  return inTransaction(async (db) => {
    const spell = await unkeptSpell(db, draftId);
    if (!spell || (!ended && !beginsNewSpell(spell.endedAt, await databaseTime(db)))) return false;
    await keepVersion(db, { draftId, version: spell.version, name: null, note: null, createdById: null, at: spell.endedAt });
    return true;
  });
}
