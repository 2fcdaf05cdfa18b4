import { can } from "~/domain/access/may";
import { workingDoc } from "~/editor/working-text";
import { query } from "~/queries/query.server";
import type { Database } from "~/store/database.server";
import { draftPlace, draftRows, groupFace, stepsAfter } from "~/store/drafting.server";

export type DraftPlace = NonNullable<Awaited<ReturnType<typeof draftPlace>>>;

/** Where a working text belongs, and whether the person may write in it now. */
export const placeOfDraft = query("draft.read", async (db, draftId: string, actor) => {
  const place = await draftPlace(db, draftId);
  return place && { ...place, ...penOf(place, can(actor, "draft.write", place.thing)) };
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

function penOf({ frozen }: DraftPlace, mayWrite: boolean): { canWrite: boolean; reason: string | null } {
  if (!mayWrite) return { canWrite: false, reason: "You may read this text but not write in it." };
  if (frozen) return { canWrite: false, reason: "The text is frozen: a vote or a decision on it is open." };
  return { canWrite: true, reason: null };
}
