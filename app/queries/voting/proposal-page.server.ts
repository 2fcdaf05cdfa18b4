import { randomUUID } from "node:crypto";
import { can, type Actor } from "~/domain/access/may";
import { decisionClock } from "~/domain/decisions/clock";
import { isOpenDecision } from "~/domain/decisions/stages";
import { standingOf } from "~/domain/proposals/station";
import { choiceMeanings } from "~/domain/voting/choices";
import { count } from "~/domain/voting/count";
import { resultsShown } from "~/domain/voting/results";
import { redline } from "~/editor/redline";
import type { DocumentNode } from "~/editor/schema/document-node";
import { proposalFacts } from "~/queries/proposals/proposal-facts.server";
import { query } from "~/queries/query.server";
import { groupFaces, ownBallot, roundsOf, votesWithReasons, type RoundOnPage } from "~/store/ballots.server";
import { discussionOf } from "~/store/comments.server";
import { databaseTime, type Database } from "~/store/database.server";
import { decisionsOfProposal } from "~/store/decision-lists.server";
import { ballotBox } from "~/store/voting.server";

export type ProposalPage = Extract<Awaited<ReturnType<typeof proposalPage>>, { ok: true }>["value"];

/** The one page of a proposal, from start to end. */
export const proposalPage = query("proposal.read", async (db, { proposalId }: { proposalId: string }, actor) => {
  const facts = await proposalFacts(db, proposalId, actor);
  if (!facts) return null;
  const { thing, proposal, document, baseEdition, baseContent, staleInWords, touched, undecided } = facts;
  const now = await databaseTime(db);
  const [round = null, ...before] = await roundsOf(db, proposalId);
  const standing = round && round.state !== "voided" ? round : null;
  const asked = (await decisionsOfProposal(db, proposalId)).map((decision) => ({ ...decision, isOpen: isOpenDecision(decision.outcome), clock: decisionClock({ dueAt: decision.dueAt, now }) }));
  const discussion = await discussionOf(db, proposalId);
  return {
    thing,
    now,
    timeZone: proposal.program.timeZone,
    proposal,
    document,
    baseEdition,
    staleInWords,
    touched,
    undecided,
    standing: standingOf({
      stage: proposal.stage,
      commented: discussion.length > 0,
      decisions: asked.map(({ outcome, organization, clock }) => ({ outcome, agency: organization.name, overdue: clock.overdue })),
    }),
    redline: standing ? redline(baseContent, standing.content as DocumentNode) : facts.redline,
    round: standing && { ...roundFacts(standing), ...(await resultOf(db, standing, proposal.programId, actor)) },
    ballot: standing?.state === "open" && actor.kind === "person" ? await ballotFor(db, standing, actor) : null,
    voided: [round, ...before].flatMap((one) => (one?.state === "voided" ? [roundFacts(one)] : [])),
    decisions: asked,
    discussion,
    faces: await groupFaces(db, proposal.programId),
    may: {
      ...facts.may,
      comment: can(actor, "comment.write", thing),
      openRound: proposal.stage === "drafting" && can(actor, "round.open", thing),
      closeRound: standing?.state === "open" && can(actor, "round.close", thing),
      voidRound: standing?.state === "open" && can(actor, "round.void", thing),
    },
  };
});

export function roundFacts({ id, number, state, openedAt, closesAt, closedAt, voidedReason, hash, charter }: RoundOnPage) {
  return { id, number, state, openedAt, closesAt, closedAt, voidedReason, hash, charterVersion: charter.version };
}

/** The count as it stands, or as it was written down at the close; null while this person may not see it. */
export async function resultOf(db: Database, round: RoundOnPage, programId: string, actor: Actor) {
  const own = actor.kind === "person" ? await ownBallot(db, round.id, actor.personId) : null;
  if (!resultsShown({ rules: round.charter.rules, roundState: round.state, hasVoted: own?.vote != null })) return { tally: null, votes: [] };
  const tally = round.result ?? count({ rules: round.charter.rules, ...(await ballotBox(db, round.id, programId)) });
  return { tally, votes: await votesWithReasons(db, round.id) };
}

/** What the ballot shows to one person; null without an entry on the roll. Each showing has its own number, so that a ballot sent twice counts once. */
export async function ballotFor(db: Database, round: RoundOnPage, { personId }: Extract<Actor, { kind: "person" }>) {
  const own = await ownBallot(db, round.id, personId);
  if (!own) return null;
  return {
    ...own,
    roundId: round.id,
    requestId: randomUUID(),
    meanings: choiceMeanings(round.charter.rules, { id: own.groupId, name: own.groupName }),
    reasons: round.charter.rules.reasons,
  };
}
