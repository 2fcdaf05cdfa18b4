import type { Tally } from "~/domain/voting/tally";
import type { Database } from "./database.server";
import { readChoice, readRoundState, readRules } from "./voting.server";

export type RoundOnPage = NonNullable<Awaited<ReturnType<typeof roundsOf>>[number]>;

/** The rounds of a proposal, newest first. */
export async function roundsOf(db: Database, proposalId: string) {
  const rounds = await db.round.findMany({
    where: { proposalId },
    orderBy: { number: "desc" },
    include: { charter: { select: { version: true, rules: true } }, frozenText: { select: { hash: true, content: true } } },
  });
  return rounds.map(({ id, number, state, openedAt, closesAt, closedAt, voidedReason, result, charter, frozenText }) => ({
    id,
    number,
    state: readRoundState(state),
    openedAt,
    closesAt,
    closedAt,
    voidedReason,
    result: result as Tally | null,
    charter: { version: charter.version, rules: readRules(charter.rules) },
    hash: frozenText.hash,
    content: frozenText.content as unknown,
  }));
}

/** A person's own entry and vote in a round; null when not on its roll. */
export async function ownBallot(db: Database, roundId: string, personId: string) {
  const entry = await db.rollEntry.findUnique({ where: { roundId_personId: { roundId, personId } }, include: { vote: true } });
  if (!entry) return null;
  const { seatTitle, groupId, groupName, organizationName, vote } = entry;
  return { seatTitle, groupId, groupName, organizationName, vote: vote && { choice: readChoice(vote.choice), reason: vote.reason, castAt: vote.castAt, receipt: vote.receipt } };
}

/** The votes that count, by group and name, with their reasons. Ask `resultsShown` before showing them. */
export async function votesWithReasons(db: Database, roundId: string) {
  const entries = await db.rollEntry.findMany({ where: { roundId, vote: { isNot: null } }, include: { vote: true }, orderBy: [{ groupName: "asc" }, { personName: "asc" }] });
  return entries.flatMap(({ id, personName, seatTitle, groupId, groupName, organizationName, vote }) =>
    vote ? [{ id, personName, seatTitle, groupId, groupName, organizationName, choice: readChoice(vote.choice), reason: vote.reason, receipt: vote.receipt }] : [],
  );
}

export type VoteOnPage = Awaited<ReturnType<typeof votesWithReasons>>[number];

export type Faces = Record<string, { name: string; shortName: string; shape: string; colour: string }>;

/** The face of each group of a program, by id. */
export async function groupFaces(db: Database, programId: string): Promise<Faces> {
  const groups = await db.group.findMany({ where: { programId }, select: { id: true, name: true, shortName: true, shape: true, colour: true } });
  return Object.fromEntries(groups.map(({ id, ...face }) => [id, face]));
}
