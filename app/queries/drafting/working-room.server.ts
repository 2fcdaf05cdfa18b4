import { can, type Actor } from "~/domain/access/may";
import type { Pen } from "~/domain/drafting/frames";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { workingDoc } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { draftPlace, draftRows, groupFace, stepsAfter } from "~/store/drafting.server";

export type DraftPlace = NonNullable<Awaited<ReturnType<typeof draftPlace>>>;

/** Where a working text belongs, and whether the person may write in it now. */
export const placeOfDraft = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  return place && { ...place, ...penOf(place, actor) };
});

/** The text as it stands, as a document that steps can be put on. */
export const openText = query("draft.read", async (db, draftId: string) => {
  const place = await draftPlace(db, draftId);
  const rows = place && (await draftRows(db, draftId));
  return place && rows && { ...place, ...workingDoc(rows), snapshotVersion: rows.snapshot.version };
});

/** The steps after a version, for somebody who was away. */
export const stepsSince = query("draft.read", async (db, { draftId, version }: { draftId: string; version: number }) => {
  const place = await draftPlace(db, draftId);
  return place && { ...place, steps: await stepsAfter(db, draftId, version) };
});

export const faceOf = query("program.read", async (db: Database, groupId: string, actor) => ({
  thing: { programId: actor.kind === "person" ? actor.programId : null },
  face: await groupFace(db, groupId),
}));

/** What this person may do in this text now. */
export function penOf({ frozen, thing }: Pick<DraftPlace, "frozen" | "thing">, actor: Actor): { pen: Pen; reason: string | null } {
  const pen = can(actor, "draft.write", thing) ? "write" : can(actor, "draft.suggest", thing) ? "suggest" : null;
  if (pen === null) return { pen, reason: "You may read this text but not write in it." };
  if (frozen) return { pen: null, reason: textIsFrozen };
  return { pen, reason: null };
}
