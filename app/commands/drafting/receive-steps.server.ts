import { may, type Actor, type Thing } from "~/domain/access/may";
import { allowed, refused, type Outcome } from "~/domain/access/ruling";
import type { Pen } from "~/domain/drafting/frames";
import { announcementChannel, type Announcement } from "~/domain/notices/announcement";
import { appendSteps, type NewBatch } from "~/store/drafting.server";
import { database } from "~/store/database.server";

/** With the pen to suggest, the steps have passed the ruling on suggestions already. */
export type Push = { actor: Extract<Actor, { kind: "person" }>; pen?: NonNullable<Pen>; batchId: string; steps: readonly unknown[] };

/**
 * Stores what several people wrote at the same moment, in one round trip. It is a door of its own beside `command`:
 * each key press passes it, and the stored steps, with author and time, are themselves the record.
 * A value of false means that nothing was stored because somebody was first.
 */
export async function receiveSteps(draftId: string, thing: Thing, after: number, pushes: readonly Push[]): Promise<Outcome<boolean>> {
  for (const { actor, pen = "write" } of pushes) {
    const permission = may(actor, pen === "write" ? "draft.write" : "draft.suggest", thing);
    if (!permission.ok) return permission.kind === "missing" ? refused("This text is no longer open to you.", 403) : permission;
  }
  const batches: NewBatch[] = pushes.map(({ actor, batchId, steps }) => ({ batchId, steps, authorId: actor.personId }));
  const length = batches.reduce((sum, { steps }) => sum + steps.length, 0);
  const announcement: Announcement = { kind: "draft.stepped", draftId, version: after + length };
  return allowed(await appendSteps(database(), { draftId, after, batches, announcement: { channel: announcementChannel, payload: JSON.stringify(announcement) } }));
}
