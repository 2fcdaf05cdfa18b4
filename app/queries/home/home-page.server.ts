import { actsForToday } from "~/store/acting-heads.server";
import { stagesToSign } from "~/store/stages.server";
import { query } from "~/queries/query.server";
import { speaksForAgency } from "~/domain/evaluation/finding-access";
import { standingOf } from "~/domain/proposals/station";
import { can, type Actor } from "~/domain/access/may";
import { outcomeDueAt } from "~/domain/voting/outcome";
import { amendmentsToAnswer } from "~/store/amendments.server";
import { databaseTime } from "~/store/database.server";
import { ballotsToCast, movingProposals, programFront, undecided } from "~/store/home.server";
import { plansToSign } from "~/store/plans.server";
import { commentsWaiting } from "~/store/public-comments.server";
import { outcomesToWrite, revisionsWaiting } from "~/store/outcomes.server";
import { findingsWaiting } from "~/store/findings.server";
import { noticesOf } from "~/store/notices.server";
import { toAcknowledge } from "~/store/acknowledgements.server";
import { citationsToReview } from "~/queries/resources/citations-to-review.server";
import { reviewsToDo } from "~/queries/review/reviews-to-do.server";

/** What needs the reader, what moves, what is new, and the decisions the program waits for. */
export const homePage = query("program.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const [now, program, clock, ballots, proposals, notices, signatures, waiting, toSignOff, actingFor, outcomes, revisions, toRead, toReview, findings, amendments, citations] = await Promise.all([
    databaseTime(db),
    programFront(db, actor.programId),
    undecided(db, actor),
    ballotsToCast(db, actor),
    movingProposals(db, actor, 20),
    noticesOf(db, actor.personId, 8),
    plansToSign(db, actor.personId),
    commentsWaiting(db, actor),
    stagesToSign(db, actor.personId),
    actsForToday(db, actor),
    coordinates(actor) ? outcomesToWrite(db, actor, 20) : [],
    coordinates(actor) ? revisionsWaiting(db, actor, 20) : [],
    toAcknowledge(db, actor),
    reviewsToDo(db, actor),
    findingsWaiting(db, { ...actor, speaks: speaksForAgency(actor), checks: can(actor, "finding.check", { programId: actor.programId }) }),
    amendmentsToAnswer(db, actor),
    citationsToReview(db, actor),
  ]);
  const mine = (proposal: { authorId: string }) => proposal.authorId === actor.personId;
  const moving = proposals.map(({ decisions, _count, document, ...proposal }) => ({
    ...proposal,
    document: { number: document.number, title: document.title },
    mine: mine(proposal),
    stale: proposal.stage === "drafting" && document.editions[0]?.id !== proposal.baseEditionId,
    standing: standingOf({
      stage: proposal.stage,
      commented: _count.comments > 0,
      decisions: decisions.map(({ outcome, dueAt, organization }) => ({ outcome, agency: organization.name, overdue: dueAt < now })),
    }),
  }));
  return {
    thing: { programId: actor.programId },
    now,
    timeZone: program?.timeZone ?? "UTC",
    clock: clock.map((decision) => ({ ...decision, overdue: decision.dueAt < now })),
    toDecide: clock.filter(({ organization }) => can(actor, "decision.make", { programId: actor.programId, organizationId: organization.id, ownerIds: actingFor.includes(organization.id) ? [actor.personId] : [] })).map(({ commentUntil, ...decision }) => ({ ...decision, changesRead: commentUntil !== null && commentUntil <= now })),
    toSignOff,
    ballots: ballots.filter(({ round }) => round.closesAt > now),
    toSign: signatures.filter(({ answerBy }) => answerBy > now),
    outcomes: outcomes.map(({ closedAt, ...round }) => ({ ...round, dueAt: outcomeDueAt(closedAt), overdue: outcomeDueAt(closedAt) < now })),
    revisions: revisions.map(({ reviseUntil, ...proposal }) => ({ ...proposal, until: reviseUntil ?? now, overdue: reviseUntil !== null && reviseUntil < now })),
    ...findings,
    toDraft: moving.filter((proposal) => proposal.mine && proposal.stage === "drafting" && !proposal.draft.frozen),
    moving: [...moving.filter((one) => one.mine), ...moving.filter((one) => !one.mine)].slice(0, 12),
    toAnswer: can(actor, "public-comment.answer", { programId: actor.programId }) ? waiting : [],
    toAcknowledge: toRead,
    toReview,
    amendments,
    citations,
    notices,
  };
});

/** Who writes outcomes for the program, and so has those that are missing on their home. */
export function coordinates(actor: Extract<Actor, { kind: "person" }>): boolean {
  return can(actor, "outcome.write", { programId: actor.programId });
}
