import type { Actor } from "~/domain/access/may";
import { askedDecision } from "~/editor/asked-decision.server";
import { actingHeadsOn } from "~/store/acting-heads.server";
import { databaseTime, type Database } from "~/store/database.server";
import { aroundDecision } from "~/store/decision-around.server";
import { lockDecision } from "~/store/decisions.server";

/** A decision under its lock, with everything that a ruling about it depends on, as it stands in this transaction. */
export async function loadDecision(db: Database, decisionId: string, actor: Actor) {
  const decision = await lockDecision(db, decisionId);
  if (!decision) return null;
  const { programId, organizationId } = decision;
  const around = await aroundDecision(db, decision, await databaseTime(db), actor.kind === "person" ? actor.personId : null);
  // Who acts for the head decides as for a thing of their own.
  const thing = { programId, organizationId, ownerIds: await actingHeadsOn(db, organizationId, around.today) };
  return { thing, decision, made: around.made, today: around.today, ...askedDecision(decision, around) };
}
