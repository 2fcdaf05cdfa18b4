import type { BallotOption } from "~/domain/voting/kinds";
import { readKind } from "~/domain/voting/kinds";
import type { PollTally } from "~/domain/voting/poll";
import type { Database } from "./database.server";
import { readRoundState } from "./voting.server";

/** The questions of a program, newest first, so many at a time. */
export async function questionsOf(db: Database, { programId, personId, before }: { programId: string; personId: string; before: Date | null }, most: number) {
  const rounds = await db.round.findMany({
    where: { programId, proposalId: null, ...(before ? { openedAt: { lt: before } } : {}) },
    orderBy: { openedAt: "desc" },
    take: most,
    select: {
      id: true, question: true, kind: true, options: true, mostChoices: true, highestScore: true, secret: true, state: true, openedAt: true, closesAt: true, closedAt: true, result: true,
      roll: { where: { personId }, select: { hasVoted: true } },
    },
  });
  return rounds.map(({ kind, options, mostChoices, highestScore, state, result, roll, ...round }) => ({
    ...round,
    state: readRoundState(state),
    terms: { kind: readKind(kind), options: options as BallotOption[], mostChoices, highestScore },
    result: result as PollTally | null,
    waits: roll.some(({ hasVoted }) => !hasVoted),
  }));
}

/** What stands around a question: who asked, how many are on the roll and have answered, and the proposals it is about. */
export async function questionFacts(db: Database, roundId: string, openedById: string) {
  const [opener, seats, voted, subjects] = await Promise.all([
    db.person.findUnique({ where: { id: openedById }, select: { name: true, organization: { select: { name: true } } } }),
    db.rollEntry.count({ where: { roundId, personId: { not: null } } }),
    db.rollEntry.count({ where: { roundId, hasVoted: true } }),
    db.roundSubject.findMany({ where: { roundId }, select: { proposal: { select: { id: true, number: true, title: true } } }, orderBy: { proposal: { number: "asc" } } }),
  ]);
  return { opener, seats, voted, proposals: subjects.map(({ proposal }) => proposal) };
}

/** The questions that were asked about a proposal, newest first. */
export async function questionsAbout(db: Database, proposalId: string) {
  const subjects = await db.roundSubject.findMany({
    where: { proposalId },
    orderBy: { round: { openedAt: "desc" } },
    take: 20,
    select: { round: { select: { id: true, question: true, state: true, closesAt: true } } },
  });
  return subjects.map(({ round }) => ({ ...round, state: readRoundState(round.state) }));
}

/** Other proposals to the same document that still move, with what they start from. */
export async function openProposalsBeside(db: Database, { id, documentId }: { id: string; documentId: string }) {
  return db.proposal.findMany({
    where: { documentId, id: { not: id }, stage: { in: ["drafting", "voting"] } },
    orderBy: { number: "desc" },
    take: 20,
    select: { id: true, number: true, title: true, clauseId: true, draftId: true, baseEdition: { select: { frozenTextId: true } } },
  });
}
