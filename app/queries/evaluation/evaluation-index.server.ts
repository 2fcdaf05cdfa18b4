import { can } from "~/domain/access/may";
import { query } from "~/queries/query.server";
import { dataDue } from "~/domain/evaluation/data-due";
import { seesFinding } from "~/domain/evaluation/finding-access";
import { dayIn } from "~/domain/library/in-force";
import { importsOf, newestPeriods } from "~/store/data.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { findingsOf } from "~/store/findings.server";
import { measuresOf } from "~/store/measures.server";
import { measuresOfFrozenPlans, plansSeen } from "~/store/plans.server";

/** The front of evaluation: plans, measures, the newest findings, and what waits. */
export const evaluationIndex = query("evaluation.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const [now, timeZone, plans, measures, imports, newest, planned, all] = await Promise.all([databaseTime(db), programZone(db, actor.programId), plansSeen(db, actor, 100), measuresOf(db, actor.programId), importsOf(db, actor.programId, 3), newestPeriods(db, actor.programId), measuresOfFrozenPlans(db, actor.programId), findingsOf(db, actor.programId, 20)]);
  const due = dataDue(measures.flatMap(({ id, now: { name, frequency } }) => (newest.has(id) || planned.has(id) ? [{ id, name, frequency, newest: newest.get(id) ?? null }] : [])), dayIn(timeZone, now));
  const findings = all.filter((finding) => seesFinding(actor, finding)).slice(0, 4).map(({ id, number, state, content }) => ({ id, number, state, question: content.question, answer: content.answer, result: content.result }));
  return { thing, now, timeZone, plans, measures: measures.length, due, findings, imports: imports.map(({ id, number, fileName, state, stagedAt }) => ({ id, number, fileName, state, stagedAt })), may: { plan: can(actor, "plan.write", thing), measure: can(actor, "measure.write", thing) } };
});
