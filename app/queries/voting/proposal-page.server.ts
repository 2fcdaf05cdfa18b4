import { can, type Actor } from "~/domain/access/may";
import { decisionClock } from "~/domain/decisions/clock";
import { isOpenDecision } from "~/domain/decisions/stages";
import { amendable, moveAmendment } from "~/domain/proposals/amendments";
import { standingOf } from "~/domain/proposals/station";
import { extendingPower, openingPower } from "~/domain/voting/charter-powers";
import { countDecision } from "~/domain/voting/count-decision";
import { choiceInWords } from "~/domain/voting/marks";
import type { BallotTerms, DecidingKind } from "~/domain/voting/kinds";
import { resultsShown } from "~/domain/voting/results";
import { clausesOf } from "~/editor/numbering";
import { redline } from "~/editor/redline";
import { wordSpans } from "~/editor/redline-words";
import type { DocumentNode } from "~/editor/schema/document-node";
import { commentRoundsOf } from "~/queries/public-comment/comment-rounds-of.server";
import { dissentOf } from "./record-forms.server";
import { proposalFacts, type ProposalFacts } from "~/queries/proposals/proposal-facts.server";
import { votingMeeting } from "~/queries/meetings/voting-meeting.server";
import { query } from "~/queries/query.server";
import { weekChange } from "~/queries/training/week-change.server";
import { amendmentsOf, promotedFrom } from "~/store/amendments.server";
import { competingWith } from "~/queries/proposals/competing.server";
import { questionsAbout } from "~/store/ballot-lists.server";
import { groupFaces, ownBallot, publishedBallots, recusalsOf, roundsOf, votesWithReasons, type RoundOnPage } from "~/store/ballots.server";
import { discussionOf } from "~/store/comments.server";
import { databaseTime, type Database } from "~/store/database.server";
import { decisionsOfProposal } from "~/store/decision-lists.server";
import { latestRules } from "~/store/decisions.server";
import { ballotBox, readRules } from "~/store/voting.server";
import { ballotFor } from "./ballot-for.server";

export type ProposalPage = Extract<Awaited<ReturnType<typeof proposalPage>>, { ok: true }>["value"];

/** The one page of a proposal, from start to end. */
export const proposalPage = query("proposal.read", async (db, { proposalId }: { proposalId: string }, actor) => {
  const facts = await proposalFacts(db, proposalId, actor);
  if (!facts) return null;
  const { thing, proposal, document, baseEdition, baseContent, staleInWords, touched, undecided } = facts;
  const now = await databaseTime(db);
  const rules = readRules(await latestRules(db, proposal.programId));
  const [round = null, ...before] = await roundsOf(db, proposalId);
  // Between a vote that was held and the second one, the text is open again.
  const revised = round?.heldUntil != null && proposal.stage === "drafting";
  const standing = round && round.state !== "voided" && !revised ? round : null;
  const held = [round, ...before].find((one) => one?.heldUntil && one.id !== standing?.id) ?? null;
  const dissent = standing && (await dissentOf(db, standing, actor));
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
    votingMeeting: proposal.stage === "drafting" ? await votingMeeting(db, proposal.programId, now) : null,
    standing: standingOf({
      stage: proposal.stage,
      commented: discussion.length > 0,
      decisions: asked.map(({ outcome, organization, clock }) => ({ outcome, agency: organization.name, overdue: clock.overdue })),
    }),
    redline: standing ? redline(baseContent, standing.content as DocumentNode) : facts.redline,
    week: await weekChange(db, document, baseContent, standing ? (standing.content as DocumentNode) : facts.content),
    weekDraftId: document.kind === "curriculum" && facts.may.write ? proposal.draftId : null,
    round: standing && { ...roundFacts(standing), ...(await resultOf(db, standing, proposal.programId, actor)), recusals: await recusalsOf(db, standing.id) },
    ballot: standing?.state === "open" && actor.kind === "person" ? await ballotFor(db, { ...standing, terms: termsOf(standing.kind), rules: standing.charter.rules, proposal }, actor) : null,
    held: held && { ...roundFacts(held), ...(await resultOf(db, held, proposal.programId, actor)), recusals: await recusalsOf(db, held.id) },
    voided: [round, ...before].flatMap((one) => (one?.state === "voided" ? [roundFacts(one)] : [])),
    decisions: asked,
    questions: await questionsAbout(db, proposalId),
    competing: await competingWith(db, facts),
    discussion,
    amendments: await amendmentsShown(db, facts, actor),
    promotedFrom: await promotedFrom(db, proposalId),
    faces: await groupFaces(db, proposal.programId),
    commentRounds: await commentRoundsOf(db, proposalId, now),
    may: {
      askPublic: proposal.stage === "drafting" && can(actor, "comment-round.open", thing),
      bundle: standing?.state === "closed" && can(actor, "bundle.take", thing),
      ...facts.may,
      comment: can(actor, "comment.write", thing),
      amend: openToAmend(facts) && can(actor, "amendment.offer", thing),
      ask: (proposal.stage === "drafting" || proposal.stage === "voting") && can(actor, "ballot.open", thing),
      openRound: proposal.stage === "drafting" && can(actor, "round.open", thing) && openingPower(rules, actor).ok,
      extendRound: standing?.state === "open" && can(actor, "round.extend", thing) && extendingPower(standing.charter.rules, actor).ok,
      writeOutcome: standing?.state === "closed" && !standing.heldUntil && !standing.outcome && can(actor, "outcome.write", thing),
      dissent: dissent?.ok === true && can(actor, "dissent.write", thing) && !standing?.dissents.some(({ groupId }) => groupId === dissent.value.id),
      recordVote: standing?.state === "open" && standing.charter.rules.phoneVotes === "recorded" && can(actor, "vote.record", thing),
      closeRound: standing?.state === "open" && can(actor, "round.close", thing),
      voidRound: standing?.state === "open" && can(actor, "round.void", thing),
    },
  };
});

function openToAmend({ proposal }: ProposalFacts): boolean {
  return amendable({ stage: proposal.stage, byRules: proposal.charterRules !== null }).ok;
}

/** The amendments with their words compared, and what the reader may do with each. */
async function amendmentsShown(db: Database, facts: ProposalFacts, actor: Actor) {
  const { thing, proposal, content } = facts;
  const answers = openToAmend(facts) && can(actor, "amendment.answer", thing);
  const numbers = new Map(clausesOf(content).map(({ id, number }) => [id, number]));
  return (await amendmentsOf(db, proposal.id, 100)).map(({ was, words, clauseId, ...amendment }) => ({
    ...amendment,
    clause: numbers.get(clauseId) ?? "",
    spans: wordSpans(was, words),
    may: {
      answer: answers && moveAmendment(amendment.state, "accept").ok,
      withdraw: moveAmendment(amendment.state, "withdraw").ok && can(actor, "amendment.withdraw", { ...thing, ownerIds: [amendment.author.id] }),
      promote: moveAmendment(amendment.state, "promote").ok && can(actor, "amendment.promote", { ...thing, ownerIds: [amendment.author.id] }),
    },
  }));
}

export function roundFacts({ id, number, kind, secret, state, openedAt, closesAt, closedAt, heldUntil, voidedReason, hash, charter, extensions, outcome, dissents }: RoundOnPage) {
  return { id, number, kind, secret, state, openedAt, closesAt, closedAt, heldUntil, voidedReason, hash, charterVersion: charter.version, extensions, outcome, dissents };
}

/** The count as it stands, or as it was written down at the close; null while this person may not see it. */
export async function resultOf(db: Database, round: RoundOnPage, programId: string, actor: Actor) {
  const own = actor.kind === "person" ? await ownBallot(db, round.id, actor.personId) : null;
  if (!resultsShown({ rules: round.charter.rules, roundState: round.state, hasVoted: own?.vote != null })) return { tally: null, votes: [], published: [] };
  const { kind, secret, charter } = round;
  const tally = round.result ?? countDecision({ kind, secret, rules: charter.rules }, await ballotBox(db, round.id, programId));
  const votes = await votesWithReasons(db, round.id);
  const published = secret ? await publishedBallots(db, round.id) : [];
  return { tally, votes: votes.map((vote) => ({ ...vote, said: saidIn(kind, vote.choice) })), published: published.map((ballot) => ({ ...ballot, said: saidIn(kind, ballot.choice) })) };
}

/** The terms of a vote on a proposal, which has no options. */
export function termsOf(kind: DecidingKind): BallotTerms {
  return { kind, options: [], mostChoices: 1, highestScore: 0 };
}

function saidIn(kind: DecidingKind, choice: string): string {
  return choiceInWords(termsOf(kind), choice);
}
