import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import { readDecidingKind, readRoundState, rulesOfRound, type CastBy } from "./voting.server";

export type RoundOnPage = NonNullable<Awaited<ReturnType<typeof roundsOf>>[number]>;

/** The rounds of a proposal, newest first. */
export async function roundsOf(db: Database, proposalId: string) {
  const rounds = await db.round.findMany({
    where: { proposalId },
    orderBy: { number: "desc" },
    include: {
      charter: { select: { version: true, rules: true } },
      frozenText: { select: { hash: true, content: true } },
      extensions: { orderBy: { at: "asc" }, select: { id: true, from: true, until: true, reason: true, by: { select: { name: true } } } },
      outcome: { select: { statement: true, next: true, writtenAt: true, writtenBy: { select: { name: true } } } },
      dissents: { orderBy: { groupName: "asc" }, select: { id: true, groupId: true, groupName: true, body: true, writtenAt: true, writtenBy: { select: { name: true } } } },
    },
  });
  return rounds.flatMap((round) => {
    const { id, number, state, kind, secret, openedAt, closesAt, closedAt, heldUntil, voidedReason, result, charter, frozenText, extensions, outcome, dissents } = round;
    if (!frozenText) return [];
    return [
      {
        id,
        number,
        kind: readDecidingKind(kind),
        secret,
        state: readRoundState(state),
        openedAt,
        closesAt,
        closedAt,
        heldUntil,
        extensions,
        outcome,
        dissents,
        voidedReason,
        result: result as Tally | null,
        charter: { version: charter.version, rules: rulesOfRound(charter.rules, round) },
        hash: frozenText.hash,
        content: frozenText.content as unknown,
      },
    ];
  });
}

/**
 * The entry and vote of the seat that a person holds in a round, or is the alternate for; null when on no entry of its roll.
 * An alternate sees their own vote, and of the holder's only that there is one.
 */
export async function ownBallot(db: Database, roundId: string, personId: string) {
  const entry = await db.rollEntry.findFirst({ where: { roundId, OR: [{ personId }, { alternateId: personId }] }, include: { vote: true } });
  if (!entry) return null;
  const { seatTitle, groupId, groupName, organizationName, personName, alternateName, recusedAt, recusedReason, hasVoted, vote } = entry;
  const standsInFor = entry.personId === personId ? null : personName;
  const shown = standsInFor === null || vote?.castBy === "alternate" ? vote : null;
  return {
    seatTitle,
    groupId,
    groupName,
    organizationName,
    alternateName,
    standsInFor,
    holderHasVoted: vote !== null && vote.castBy !== "alternate",
    recusedReason: recusedAt && recusedReason,
    hasVoted,
    vote: shown && { choice: shown.choice, reason: shown.reason, castAt: shown.castAt, receipt: shown.receipt, castBy: readCastBy(shown.castBy), castByName: shown.castByName, safety: shown.safety },
  };
}

export function readCastBy(word: string): CastBy {
  if (word === "holder" || word === "alternate" || word === "behalf") return word;
  throw new Error(`A vote was cast by an unknown hand: ${word}`);
}

/** Who stepped back from a vote, and why. */
export async function recusalsOf(db: Database, roundId: string) {
  return db.rollEntry.findMany({ where: { roundId, recusedAt: { not: null } }, orderBy: { groupName: "asc" }, select: { id: true, personName: true, seatTitle: true, groupName: true, recusedReason: true } });
}

/** The members whose seats have no vote yet, or one that was recorded on the phone: whose call a coordinator may record. */
export async function seatsToRecord(db: Database, roundId: string, besides: string) {
  return db.rollEntry.findMany({
    where: {
      roundId,
      personId: { not: besides },
      recusedAt: null,
      // In SQL, no alternate is not "another alternate".
      AND: [{ OR: [{ alternateId: null }, { alternateId: { not: besides } }] }, { OR: [{ vote: null }, { vote: { castBy: "behalf" } }] }],
    },
    orderBy: [{ groupName: "asc" }, { personName: "asc" }],
    select: { id: true, personName: true, seatTitle: true, groupName: true },
  });
}

/** The votes that count, by group and name, with their reasons. Ask `resultsShown` before showing them. */
export async function votesWithReasons(db: Database, roundId: string) {
  const entries = await db.rollEntry.findMany({ where: { roundId, recusedAt: null, vote: { isNot: null } }, include: { vote: true }, orderBy: [{ groupName: "asc" }, { personName: "asc" }] });
  return entries.flatMap(({ id, personName, seatTitle, groupId, groupName, organizationName, vote }) =>
    vote
      ? [{ id, personName, seatTitle, groupId, groupName, organizationName, choice: vote.choice, reason: vote.reason, receipt: vote.receipt, castBy: readCastBy(vote.castBy), castByName: vote.castByName, safety: vote.safety }]
      : [],
  );
}

/** The secret ballots of a round by receipt, which says nothing about who or when. Ask `resultsShown` before showing them. */
export async function publishedBallots(db: Database, roundId: string) {
  return db.secretBallot.findMany({ where: { roundId }, orderBy: { receipt: "asc" }, select: { receipt: true, choice: true, reason: true } });
}

export type PublishedBallot = Awaited<ReturnType<typeof publishedBallots>>[number];

export type VoteOnPage = Awaited<ReturnType<typeof votesWithReasons>>[number];

export type Faces = Record<string, { name: string; shortName: string; shape: string; colour: string }>;

/** The face of each group of a program, by id. */
export async function groupFaces(db: Database, programId: string): Promise<Faces> {
  const groups = await db.group.findMany({ where: { programId }, select: { id: true, name: true, shortName: true, shape: true, colour: true } });
  return Object.fromEntries(groups.map(({ id, ...face }) => [id, face]));
}
