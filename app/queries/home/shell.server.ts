import { query } from "~/queries/query.server";
import { can } from "~/domain/access/may";
import { speaksForAgency } from "~/domain/evaluation/finding-access";
import { amendmentsToAnswer } from "~/store/amendments.server";
import { findingsWaiting } from "~/store/findings.server";
import { commentsWaiting } from "~/store/public-comments.server";
import { actsForToday } from "~/store/acting-heads.server";
import { stagesToSign } from "~/store/stages.server";
import { outcomesToWrite, revisionsWaiting } from "~/store/outcomes.server";
import { coordinates } from "./home-page.server";
import { shellFacts, undecided } from "~/store/home.server";
import { toAcknowledge } from "~/store/acknowledgements.server";
import { citationsToReview } from "~/queries/resources/citations-to-review.server";
import { reviewsToDo } from "~/queries/review/reviews-to-do.server";

/** What stands at the top of every page of a signed-in person. */
export const shell = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const [facts, toSign, actingFor, toRead, toReview, amendments, citations] = await Promise.all([
    shellFacts(db, actor.personId),
    stagesToSign(db, actor.personId),
    actsForToday(db, actor),
    toAcknowledge(db, actor),
    reviewsToDo(db, actor),
    amendmentsToAnswer(db, actor),
    citationsToReview(db, actor),
  ]);
  const decisions = actor.roles.includes("approver") || actingFor.length > 0 ? await undecided(db, actor) : [];
  const decidesFor = (organizationId: string) => can(actor, "decision.make", { programId: actor.programId, organizationId, ownerIds: actingFor.includes(organizationId) ? [actor.personId] : [] });
  const [outcomes, revisions] = coordinates(actor) ? await Promise.all([outcomesToWrite(db, actor, 20), revisionsWaiting(db, actor, 20)]) : [[], []];
  if (!facts) return null;
  const toAnswer = can(actor, "public-comment.answer", { programId: actor.programId }) ? (await commentsWaiting(db, actor)).length : 0;
  const findings = await findingsWaiting(db, { ...actor, speaks: speaksForAgency(actor), checks: can(actor, "finding.check", { programId: actor.programId }) });
  const thing = { programId: actor.programId };
  return {
    thing,
    personId: actor.personId,
    name: facts.name,
    organization: facts.organization.name,
    group: facts.organization.group,
    program: facts.organization.program,
    notices: facts._count.notices,
    needsYou: facts._count.proposals + amendments.length + toAnswer + findings.toRespond.length + findings.toRecheck.length + findings.toReply.length + facts._count.rollEntries + facts._count.planAnswers + decisions.filter(({ organization }) => decidesFor(organization.id)).length + toSign.length + outcomes.length + revisions.length + toRead.length + toReview.length + citations.length,
    readsRecords: can(actor, "record.read", thing),
  };
});
