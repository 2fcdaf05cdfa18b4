import { documentThing } from "~/domain/documents/description";
import { readCommentRoundState } from "~/domain/public-comment/phases";
import type { Database } from "./database.server";
import { lockDocument } from "./document-lock.server";
import type { Prisma } from "./generated/client";

const documentColumns = { id: true, programId: true, organizationId: true, visibility: true, number: true, title: true, copyright: true, rightsConfirmedAt: true } as const;

/** What a round of public comment would be about: a proposal's text, or the draft of a document without an edition. Held to the end of the transaction. */
export async function lockSubject(db: Database, of: { proposalId: string } | { documentId: string }) {
  if ("proposalId" in of) await db.$queryRaw`select id from "Proposal" where id = ${of.proposalId} for update`;
  else await lockDocument(db, of.documentId);
  return subjectOf(db, of);
}

export async function subjectOf(db: Database, of: { proposalId: string } | { documentId: string }) {
  const proposal = "proposalId" in of ? await db.proposal.findUnique({ where: { id: of.proposalId }, select: { id: true, number: true, title: true, stage: true, draftId: true, authorId: true, documentId: true } }) : null;
  const documentId = "documentId" in of ? of.documentId : proposal?.documentId;
  const document = documentId
    ? await db.document.findUnique({ where: { id: documentId }, select: { ...documentColumns, program: { select: { timeZone: true } }, drafts: { where: { proposal: null }, take: 1, select: { id: true } }, _count: { select: { editions: true } } } })
    : null;
  const draftId = proposal?.draftId ?? document?.drafts[0]?.id;
  if (!document || !draftId || ("proposalId" in of && !proposal)) return null;
  const subjectId = proposal?.id ?? document.id;
  const earlier = await db.commentRound.findMany({ where: { subjectId, state: { not: "withdrawn" } }, orderBy: { number: "asc" }, select: { id: true, number: true, state: true } });
  const { program, drafts: _drafts, _count, ...facts } = document;
  return { thing: documentThing(document), subjectId, proposal, document: { ...facts, editions: _count.editions }, draftId, timeZone: program.timeZone, earlier };
}

export type NewCommentRound = { programId: string; documentId: string; proposalId: string | null; subjectId: string; number: number; question: string; opensAt: Date; closesAt: Date; openedById: string; content: unknown; hash: string; at: Date };

/** Keeps the text as the public will read it, and the round on it. */
export async function createCommentRound(db: Database, { content, hash, at, ...round }: NewCommentRound): Promise<{ id: string }> {
  const text = await db.frozenText.create({ data: { documentId: round.documentId, content: content as Prisma.InputJsonValue, hash, frozenAt: at }, select: { id: true } });
  return db.commentRound.create({ data: { ...round, frozenTextId: text.id, state: "standing", createdAt: at }, select: { id: true } });
}

export type CommentRoundRow = NonNullable<Awaited<ReturnType<typeof commentRoundById>>>;

export async function lockCommentRound(db: Database, roundId: string): Promise<CommentRoundRow | null> {
  await db.$queryRaw`select id from "CommentRound" where id = ${roundId} for update`;
  return commentRoundById(db, roundId);
}

export async function commentRoundById(db: Database, roundId: string) {
  const round = await db.commentRound.findUnique({
    where: { id: roundId },
    include: {
      program: { select: { name: true, timeZone: true } },
      document: { select: documentColumns },
      proposal: { select: { id: true, number: true, title: true, why: true, affected: true, baseEdition: { select: { number: true, frozenTextId: true } } } },
      frozenText: { select: { hash: true, content: true } },
    },
  });
  if (!round) return null;
  const { program, frozenText, state, ...rest } = round;
  return { ...rest, state: readCommentRoundState(state), timeZone: program.timeZone, program: program.name, hash: frozenText.hash, content: frozenText.content as unknown, thing: documentThing(round.document) };
}

/** False when the round is no longer standing. */
export async function changeCommentRound(db: Database, roundId: string, change: { closesAt?: Date; state?: string; closedAt?: Date; withdrawnReason?: string }): Promise<boolean> {
  const { count } = await db.commentRound.updateMany({ where: { id: roundId, state: "standing" }, data: change });
  return count === 1;
}

const line = {
  id: true,
  number: true,
  state: true,
  opensAt: true,
  closesAt: true,
  program: { select: { timeZone: true } },
  document: { select: { number: true, title: true } },
  proposal: { select: { number: true, title: true } },
} as const;

/** Rounds that the public may see, those that end first on top. */
export async function publicCommentRounds(db: Database, which: "standing" | "closed", most: number) {
  const rows = await db.commentRound.findMany({ where: { state: which }, orderBy: { closesAt: which === "closed" ? "desc" : "asc" }, take: most, select: { ...line, _count: { select: { comments: true } } } });
  return rows.map(asLine);
}

type Reader = { programId: string; organizationId: string };

/** The rounds of a program whose document one may see, the newest first, with the number of comments that wait. */
export async function commentRoundsSeen(db: Database, { programId, organizationId }: Reader, { standing, most }: { standing: boolean; most: number }) {
  const rows = await db.commentRound.findMany({
    where: { programId, state: standing ? "standing" : { not: "standing" }, document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } },
    orderBy: { closesAt: "desc" },
    take: most,
    select: { ...line, _count: { select: { comments: { where: { disposition: null, hiddenAt: null } } } } },
  });
  return rows.map(asLine);
}

export async function roundsOfSubject(db: Database, subjectId: string) {
  const rows = await db.commentRound.findMany({ where: { subjectId, state: { not: "withdrawn" } }, orderBy: { number: "asc" }, select: { ...line, _count: { select: { comments: true } } } });
  return rows.map(asLine);
}

function asLine<Row extends { state: string; program: { timeZone: string }; _count: { comments: number } }>({ state, program, _count, ...row }: Row) {
  return { ...row, state: readCommentRoundState(state), timeZone: program.timeZone, comments: _count.comments };
}
