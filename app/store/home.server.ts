import { openStates } from "~/domain/decisions/stages";
import type { Database } from "./database.server";

export type Reader = { personId: string; programId: string; organizationId: string };

/** A document of one organization is there for that organization only. */
export function seenBy({ programId, organizationId }: Omit<Reader, "personId">) {
  return { programId, OR: [{ visibility: { not: "organization" } }, { organizationId }] };
}

const documentLine = { select: { number: true, title: true } } as const;

export async function undecided(db: Database, reader: Reader) {
  const decisions = await db.decision.findMany({
    where: { programId: reader.programId, outcome: { in: openStates }, document: seenBy(reader) },
    orderBy: { dueAt: "asc" },
    select: {
      id: true,
      dueAt: true,
      outcome: true,
      organization: { select: { id: true, name: true } },
      document: documentLine,
      proposal: { select: { id: true, number: true, title: true } },
      texts: { where: { state: "standing" }, orderBy: { number: "desc" }, take: 1, select: { commentUntil: true } },
    },
  });
  return decisions.map(({ texts: [changes], ...decision }) => ({ ...decision, commentUntil: decision.outcome === "inComment" ? (changes?.commentUntil ?? null) : null }));
}

export async function ballotsToCast(db: Database, { personId }: Reader) {
  return db.rollEntry.findMany({
    where: { personId, recusedAt: null, hasVoted: false, round: { state: "open" } },
    orderBy: { round: { closesAt: "asc" } },
    select: { seatTitle: true, groupName: true, round: { select: { id: true, closesAt: true, question: true, proposal: { select: { id: true, number: true, title: true } } } } },
  });
}

/** Proposals that move, the reader's own first; with what their threads need. */
export async function movingProposals(db: Database, reader: Reader, most: number) {
  return db.proposal.findMany({
    where: { programId: reader.programId, document: seenBy(reader), stage: { not: "withdrawn" } },
    orderBy: { createdAt: "desc" },
    take: most,
    select: {
      id: true,
      number: true,
      title: true,
      stage: true,
      authorId: true,
      author: { select: { name: true } },
      document: { select: { number: true, title: true, editions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } } },
      baseEditionId: true,
      draft: { select: { frozen: true } },
      decisions: { select: { outcome: true, dueAt: true, organization: { select: { name: true } } } },
      _count: { select: { comments: true } },
    },
  });
}

export async function shellFacts(db: Database, personId: string) {
  return db.person.findUnique({
    where: { id: personId },
    select: {
      name: true,
      organization: {
        select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } }, program: { select: { id: true, name: true, timeZone: true } } },
      },
      _count: {
        select: {
          notices: { where: { readAt: null } },
          rollEntries: { where: { recusedAt: null, hasVoted: false, round: { state: "open" } } },
          // A text that is out for comment waits for others.
          proposals: { where: { stage: "drafting", draft: { frozen: false } } },
          planAnswers: { where: { answer: null, review: { outcome: "open" } } },
        },
      },
    },
  });
}

/** The program for its front page; without an id, the one that was first. */
export async function programFront(db: Database, programId?: string) {
  return db.program.findFirst({
    ...(programId ? { where: { id: programId } } : {}),
    orderBy: { createdAt: "asc" },
    select: { name: true, timeZone: true, organizations: { orderBy: { name: "asc" }, select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } },
  });
}
