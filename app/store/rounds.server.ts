import { readProposalStage } from "~/domain/proposals/stages";
import type { CharterRules } from "~/domain/voting/charter";
import type { BallotTerms, DecidingKind } from "~/domain/voting/kinds";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";
import { readRules, thingOfProposal } from "./voting.server";

/** A proposal under a lock, with everything that decides whether a vote may open on it. */
export async function lockProposalForRound(db: Database, proposalId: string) {
  const locked = await db.$queryRaw<{ id: string }[]>`select id from "Proposal" where id = ${proposalId} for update`;
  if (locked.length === 0) return null;
  return proposalForRound(db, proposalId);
}

export async function proposalForRound(db: Database, proposalId: string) {
  const proposal = await db.proposal.findUnique({
    where: { id: proposalId },
    include: {
      program: { select: { timeZone: true } },
      document: { select: { id: true, kind: true, number: true, title: true, organizationId: true, visibility: true } },
      baseEdition: { select: { number: true, hash: true } },
      rounds: { select: { number: true } },
    },
  });
  if (!proposal) return null;
  const latest = await db.edition.findFirstOrThrow({ where: { documentId: proposal.documentId }, orderBy: { number: "desc" }, select: { number: true } });
  const charter = await db.charter.findFirstOrThrow({ where: { programId: proposal.programId }, orderBy: { version: "desc" } });
  return {
    ...proposal,
    stage: readProposalStage(proposal.stage),
    timeZone: proposal.program.timeZone,
    latestEdition: latest.number,
    nextRound: Math.max(0, ...proposal.rounds.map(({ number }) => number)) + 1,
    charter: { id: charter.id, version: charter.version, rules: readRules(charter.rules) },
    thing: thingOfProposal(proposal),
  };
}

export type Voter = Omit<Prisma.RollEntryCreateManyInput, "roundId" | "id">;

/**
 * The voting seats whose term covers the day, by group and seat. Vacant ones too, because a charter may ask for a share of authorized seats.
 * A person votes once: the second seat of one person stands on the roll as vacant, as does the seat of someone suspended.
 * An alternate stands beside a filled seat, in one seat at most; a vacant seat is not filled by its alternate.
 */
export async function electorate(db: Database, programId: string, today: string, groupIds: readonly string[] = []): Promise<Voter[]> {
  const day = new Date(`${today}T00:00:00Z`);
  const seats = await db.seat.findMany({
    where: { programId, voting: true, ...(groupIds.length > 0 ? { groupId: { in: [...groupIds] } } : {}), termStart: { lte: day }, OR: [{ termEnd: null }, { termEnd: { gte: day } }] },
    include: { holder: { select: { id: true, name: true, suspendedAt: true } }, alternate: { select: { id: true, name: true, suspendedAt: true } }, group: { select: { name: true, position: true } }, organization: { select: { name: true } } },
    orderBy: [{ group: { position: "asc" } }, { id: "asc" }],
  });
  const seated = new Set<string>();
  const free = (person: { id: string; suspendedAt: Date | null } | null) => person !== null && !person.suspendedAt && !seated.has(person.id);
  const held = seats.map((seat) => {
    const votes = free(seat.holder) ? seat.holder : null;
    if (votes) seated.add(votes.id);
    return { ...seat, votes };
  });
  return held.map(({ id, title, groupId, group, organizationId, organization, votes, alternate }) => {
    const stands = votes && free(alternate) ? alternate : null;
    if (stands) seated.add(stands.id);
    return {
      seatId: id,
      personId: votes?.id ?? null,
      personName: votes?.name ?? "Vacant",
      alternateId: stands?.id ?? null,
      alternateName: stands?.name ?? "",
      seatTitle: title,
      groupId,
      groupName: group.name,
      organizationId,
      organizationName: organization.name,
    };
  });
}

export type NewRound = {
  programId: string;
  proposalId: string;
  documentId: string;
  number: number;
  content: unknown;
  hash: string;
  charterId: string;
  openedById: string;
  openedAt: Date;
  closesAt: Date;
  kind: DecidingKind;
  secret: boolean;
  reasons: CharterRules["reasons"] | null;
  results: CharterRules["results"] | null;
  meetingId: string | null;
  roll: Voter[];
};

export async function createRound(db: Database, { documentId, content, hash, roll, ...round }: NewRound): Promise<{ id: string }> {
  const text = await db.frozenText.create({ data: { documentId, content: content as Prisma.InputJsonValue, hash, frozenAt: round.openedAt }, select: { id: true } });
  return db.round.create({
    data: { ...round, frozenTextId: text.id, state: "open", roll: { createMany: { data: roll } } },
    select: { id: true },
  });
}

export type NewQuestion = {
  programId: string;
  question: string;
  explanation: string;
  terms: BallotTerms;
  askedGroups: string[];
  reasons: CharterRules["reasons"];
  results: CharterRules["results"];
  secret: boolean;
  charterId: string;
  openedById: string;
  openedAt: Date;
  closesAt: Date;
  roll: Voter[];
  proposalIds: readonly string[];
};

/** Opens a ballot on a question of its own. */
export async function createQuestion(db: Database, { terms, roll, proposalIds, ...round }: NewQuestion): Promise<{ id: string }> {
  const { kind, options, mostChoices, highestScore } = terms;
  return db.round.create({
    data: {
      ...round,
      kind,
      options: options as unknown as Prisma.InputJsonValue,
      mostChoices,
      highestScore,
      number: 1,
      state: "open",
      roll: { createMany: { data: roll } },
      subjects: { createMany: { data: proposalIds.map((proposalId) => ({ proposalId })) } },
    },
    select: { id: true },
  });
}

/** The charter in force, and the program's zone and groups: what a question is asked under. */
export async function askingFacts(db: Database, programId: string) {
  const [charter, program] = await Promise.all([
    db.charter.findFirst({ where: { programId }, orderBy: { version: "desc" } }),
    db.program.findUnique({ where: { id: programId }, select: { timeZone: true, openMeetings: true, groups: { orderBy: { position: "asc" }, select: { id: true, name: true } } } }),
  ]);
  return charter && program && { ...program, charter: { id: charter.id, version: charter.version, rules: readRules(charter.rules) } };
}

/** Proposals that may stand beside each other on one ballot: those that still move, with whose they are to see. */
export async function movingProposals(db: Database, programId: string, ids: readonly string[]) {
  return db.proposal.findMany({
    where: { programId, id: { in: [...ids] }, stage: { in: ["drafting", "voting"] } },
    orderBy: { number: "asc" },
    select: { id: true, programId: true, number: true, title: true, clauseId: true, documentId: true, authorId: true, document: { select: { organizationId: true, visibility: true } } },
  });
}
