import { can } from "~/domain/access/may";
import { decisionClock } from "~/domain/decisions/clock";
import { query } from "~/queries/query.server";
import { actsForToday } from "~/store/acting-heads.server";
import { databaseTime } from "~/store/database.server";
import { decisionsSeen, type DecisionLine } from "~/store/decision-lists.server";
import { programZone } from "~/store/documents.server";

/** The decisions that agencies still owe, the longest waiting first. Everyone in the program sees them, overdue or not. */
export const openDecisions = query("decision.read", async (db, _programId: string | null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const [lines, now, timeZone] = [await decisionsSeen(db, actor, "open", 500), await databaseTime(db), await programZone(db, programId)];
  return { thing: { programId, organizationId }, now, timeZone, decisions: lines.map((line) => clocked(line, now)) };
});

/** The page of decisions: what this head owes, what others owe, what was answered. */
export const decisionList = query("decision.read", async (db, _: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const now = await databaseTime(db);
  const open = (await decisionsSeen(db, actor, "open", 500)).map((line) => clocked(line, now));
  const actingFor = await actsForToday(db, actor);
  const isMine = (line: DecisionLine) => can(actor, "decision.make", { programId, organizationId: line.organization.id, ownerIds: actingFor.includes(line.organization.id) ? [actor.personId] : [] });
  return {
    thing: { programId, organizationId },
    now,
    timeZone: await programZone(db, programId),
    mine: open.filter(isMine),
    others: open.filter((line) => !isMine(line)),
    answered: await decisionsSeen(db, actor, "answered", 50),
  };
});

function clocked(line: DecisionLine, now: Date) {
  return { ...line, clock: decisionClock({ dueAt: line.dueAt, now }) };
}
