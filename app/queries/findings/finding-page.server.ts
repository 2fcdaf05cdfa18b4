import { can, type Actor } from "~/domain/access/may";
import { codeVersion } from "~/domain/evaluation/analyse";
import { effectNow } from "~/domain/evaluation/measure-movement";
import { findingThing, seesFinding } from "~/domain/evaluation/finding-access";
import { personFault } from "~/domain/evaluation/person-in-text";
import { recheckRuling } from "~/domain/evaluation/recheck";
import { moveFinding } from "~/domain/evaluation/finding-stages";
import { query } from "~/queries/query.server";
import { databaseTime, type Database } from "~/store/database.server";
import { findingFigures } from "~/store/finding-figures.server";
import { measuresOf } from "~/store/measures.server";
import { findingById, frozenPlan, membersWithProposals } from "~/store/findings.server";

async function seen(db: Database, findingId: string, actor: Actor) {
  const finding = await findingById(db, findingId);
  return finding && seesFinding(actor, finding) ? { finding, thing: findingThing(actor, finding) } : null;
}

/** One finding: what it says, its dialogue, what follows from it, and what the reader may do now. */
export const findingPage = query("finding.read", async (db, { findingId }: { findingId: string }, actor) => {
  const found = await seen(db, findingId, actor);
  if (!found) return null;
  const { finding, thing } = found;
  const [now, figures] = await Promise.all([databaseTime(db), finding.actions.length > 0 ? findingFigures(db, finding) : null]);
  const writes = can(actor, "finding.write", thing);
  const possible = (move: Parameters<typeof moveFinding>[1]) => moveFinding(finding.state, move).ok;
  const talking = finding.state === "dialogue" && finding.dialogueEndsAt !== null && now < finding.dialogueEndsAt;
  const own = finding.agencies.find(({ organizationId }) => actor.kind === "person" && organizationId === actor.organizationId);
  return {
    ...found,
    now,
    computedOlder: finding.analysis !== null && finding.analysis.codeVersion !== codeVersion,
    movement: figures && effectNow(figures),
    named: writes && possible("write") ? personFault(finding.content) : null,
    unanswered: finding.comments.filter(({ reply }) => reply === null).length,
    may: {
      write: writes && possible("write"),
      open: writes && possible("open"),
      close: writes && finding.state === "dialogue",
      recall: writes && possible("recall"),
      answer: writes && finding.state === "dialogue",
      comment: talking && can(actor, "finding.comment", thing),
      respond: (finding.state === "dialogue" || finding.state === "ready") && can(actor, "finding.respond", thing),
      releaseEarly: finding.state === "embargoed" && own?.releasedAt === null && can(actor, "finding.respond", thing),
      check: possible("check") && finding.checkedById === null && can(actor, "finding.check", thing) && actor.kind === "person" && actor.personId !== finding.authorId,
      recheck: can(actor, "finding.check", thing) && actor.kind === "person" && recheckRuling(finding, actor.personId).ok,
      publish: can(actor, "finding.publish", thing) && possible("publish") && finding.checkedById !== null,
      embargo: can(actor, "finding.publish", thing) && finding.state === "embargoed",
      correct: can(actor, "finding.publish", thing) && possible("correct"),
      retract: can(actor, "finding.publish", thing) && possible("retract"),
      act: writes,
    },
  };
});

/** The forms that write in a finding: its text, its dialogue, a new step. */
export const findingForm = query("finding.write", async (db, { findingId }: { findingId: string }, actor) => {
  const found = await seen(db, findingId, actor);
  return found && { ...found, members: (await membersWithProposals(db, found.finding.programId, null)).members };
});

/** The form that chooses an analysis: the periods, the agencies and the events of the measure. */
export const analysisForm = query("finding.write", async (db, { findingId }: { findingId: string }, actor) => {
  const found = await seen(db, findingId, actor);
  if (!found) return null;
  const figures = await findingFigures(db, found.finding);
  return { ...found, figures: figures && { agencies: figures.agencies, periods: figures.periods, events: figures.events, measure: figures.measure } };
});

/** Whether the reader may begin a finding from this plan, and from which question and measure. */
export const findingStart = query("finding.write", async (db, { planId }: { planId: string }) => {
  const plan = await frozenPlan(db, planId);
  if (!plan) return null;
  const measures = await measuresOf(db, plan.programId, { ids: plan.measureIds });
  return { thing: { programId: plan.programId }, plan: { id: plan.id, version: plan.version, questions: plan.parts.questions.map(({ id, question }) => ({ id, question: question ?? "" })), agencies: plan.agencies }, measures: measures.map(({ id, now }) => ({ id, name: now.name })) };
});

/** For the person who checks: the same finding, asked under that right. */
export const checkForm = query("finding.check", async (db, { findingId }: { findingId: string }, actor) => seen(db, findingId, actor));
/** For an agency that answers. */
export const responseForm = query("finding.respond", async (db, { findingId }: { findingId: string }, actor) => seen(db, findingId, actor));
/** For who publishes, corrects or retracts. */
export const publicationForm = query("finding.publish", async (db, { findingId }: { findingId: string }, actor) => seen(db, findingId, actor));
/** For a comment of an agency. */
export const commentForm = query("finding.comment", async (db, { findingId }: { findingId: string }, actor) => seen(db, findingId, actor));
