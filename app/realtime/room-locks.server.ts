import type { Guard } from "~/editor/authority";
import { lockGuard } from "~/editor/lock-guard";
import { log } from "~/http/log.server";
import type { PersonActor } from "~/http/session.server";
import { locksNow } from "~/queries/drafting/clause-locks.server";
import type { Connection } from "./connection.server";
import type { Room } from "./room.server";

export type RoomLocks = Extract<Awaited<ReturnType<typeof locksNow>>, { ok: true }>["value"]["locks"];

/** The locks that hold on a text; none when the asker may not see it, who then has no pen either. */
export async function locksFor(actor: PersonActor, draftId: string): Promise<RoomLocks> {
  const found = await locksNow(actor, draftId);
  return found.ok ? found.value.locks : [];
}

/** What the locks of others keep this person from. One whose time is over keeps nobody from anything. */
export function locksAgainst(room: Room, { session }: Connection): Guard {
  return lockGuard(room.locks, session.actor.personId, Date.now);
}

/** Somebody locked or opened a clause: from now on it is held to, and everybody is told. */
export function relock(room: Room): void {
  const asker = [...room.connections][0]?.session.actor;
  if (!asker) return;
  locksFor(asker, room.draftId).then(
    (locks) => {
      room.locks = locks;
      for (const connection of room.connections) if (connection.ready) tellLocks(room, connection);
    },
    (fault: unknown) => log.error({ err: fault, draftId: room.draftId }, "locks not read"),
  );
}

export function tellLocks(room: Room, connection: Connection): void {
  const { personId } = connection.session.actor;
  connection.send({
    kind: "locks",
    locks: room.locks.map(({ clauseId, heldById, holder, organization, reason, until }) => ({ clauseId, holder, organization, reason, until: until.toISOString(), own: heldById === personId })),
  });
}
