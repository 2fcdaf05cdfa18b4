import { can } from "~/domain/access/may";
import { seesFinding } from "~/domain/evaluation/finding-access";
import { query } from "~/queries/query.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { findingsOf, frozenPlansOf } from "~/store/findings.server";

/** The findings that the reader may see, the newest first. */
export const findingList = query("finding.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const thing = { programId: actor.programId };
  const [now, timeZone, findings] = await Promise.all([databaseTime(db), programZone(db, actor.programId), findingsOf(db, actor.programId, 200)]);
  return { thing, now, timeZone, findings: findings.filter((finding) => seesFinding(actor, finding)).map(({ id, number, state, content, dialogueEndsAt, embargoUntil, unanswered }) => ({ id, number, state, question: content.question, answer: content.answer, result: content.result, dialogueEndsAt, embargoUntil, unanswered })), mayWrite: can(actor, "finding.write", thing) };
});

/** What a new finding may begin from. */
export const newFinding = query("finding.write", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  return { thing: { programId: actor.programId }, plans: await frozenPlansOf(db, actor) };
});
