import { can, type Actor } from "~/domain/access/may";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { citationsWaiting } from "~/store/resources.server";

/** The clauses in this person's organization's documents that wait because what they cite is gone. */
export async function citationsToReview(db: Database, actor: Extract<Actor, { kind: "person" }>) {
  const { programId, organizationId } = actor;
  if (!can(actor, "document.review", { programId, organizationId })) return [];
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  return citationsWaiting(db, { programId, organizationId, today: dayOf(now, timeZone), most: 50 });
}
