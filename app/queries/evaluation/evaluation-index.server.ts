import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { measuresOf } from "~/store/measures.server";
import { plansSeen } from "~/store/plans.server";

/** The front of evaluation: plans, measures, and what waits. */
export const evaluationIndex = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const [now, timeZone, plans, measures] = await Promise.all([databaseTime(db), programZone(db, actor.programId), plansSeen(db, actor, 100), measuresOf(db, actor.programId)]);
  return { thing, now, timeZone, plans, measures: measures.length, may: { plan: can(actor, "plan.write", thing), measure: can(actor, "measure.write", thing) } };
});
