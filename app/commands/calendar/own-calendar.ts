import type { Actor } from "~/domain/access/may";
import type { Database } from "~/store/database.server";

/** One's own calendar, which is nobody else's to make or end. */
export async function ownCalendar(_db: Database, _input: object, actor: Actor) {
  return actor.kind === "person" ? { thing: { programId: actor.programId, ownerIds: [actor.personId] }, personId: actor.personId } : null;
}
