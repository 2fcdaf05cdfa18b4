import { readDisposition } from "~/domain/public-comment/dispositions";
import type { Database } from "./database.server";

export type NewPublicComment = { roundId: string; reference: string; clauseId: string | null; name: string; body: string; salt: string; at: Date };

export async function createPublicComment(db: Database, comment: NewPublicComment): Promise<void> {
  await db.publicComment.create({ data: comment });
}

/** The same words sent again within ten minutes: a second press of the button, not a second comment. */
export async function sentJustNow(db: Database, { roundId, clauseId, name, body }: Pick<NewPublicComment, "roundId" | "clauseId" | "name" | "body">, since: Date): Promise<string | null> {
  const before = await db.publicComment.findFirst({ where: { roundId, clauseId, name, body, at: { gte: since } }, orderBy: { at: "desc" }, select: { reference: true } });
  return before?.reference ?? null;
}

const columns = {
  id: true,
  reference: true,
  clauseId: true,
  name: true,
  body: true,
  at: true,
  hiddenReason: true,
  hiddenAt: true,
  disposition: true,
  answer: true,
  answeredAt: true,
  answeredBy: { select: { name: true, organization: { select: { name: true } } } },
} as const;

export type PublicCommentRow = Awaited<ReturnType<typeof publicCommentsOf>>[number];

/** The comments of a round, in the order in which they came. */
export async function publicCommentsOf(db: Database, roundId: string, { skip = 0, most }: { skip?: number; most: number }) {
  const rows = await db.publicComment.findMany({ where: { roundId }, orderBy: [{ at: "asc" }, { id: "asc" }], skip, take: most, select: columns });
  return rows.map((row) => ({ ...row, disposition: readDisposition(row.disposition) }));
}

export async function publicCommentCounts(db: Database, roundId: string): Promise<{ comments: number; waiting: number }> {
  const [comments, waiting] = await Promise.all([db.publicComment.count({ where: { roundId } }), db.publicComment.count({ where: { roundId, disposition: null, hiddenAt: null } })]);
  return { comments, waiting };
}

export async function publicCommentByReference(db: Database, reference: string) {
  const row = await db.publicComment.findUnique({ where: { reference }, select: { ...columns, roundId: true } });
  return row && { ...row, disposition: readDisposition(row.disposition) };
}

export async function publicCommentById(db: Database, id: string) {
  const row = await db.publicComment.findUnique({ where: { id }, select: { ...columns, roundId: true, salt: true } });
  return row && { ...row, disposition: readDisposition(row.disposition) };
}

export async function saveAnswer(db: Database, id: string, answer: { disposition: string; answer: string; answeredById: string; answeredAt: Date }): Promise<void> {
  await db.publicComment.update({ where: { id }, data: answer });
}

export async function saveHiding(db: Database, id: string, hiding: { hiddenReason: string; hiddenById: string | null; hiddenAt: Date | null }): Promise<void> {
  await db.publicComment.update({ where: { id }, data: hiding });
}

/** How many comments wait for an answer in the rounds of a program. */
export async function commentsWaiting(db: Database, { programId, organizationId }: { programId: string; organizationId: string }) {
  return db.commentRound.findMany({
    where: { programId, state: "standing", comments: { some: { disposition: null, hiddenAt: null } }, document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } },
    orderBy: { closesAt: "asc" },
    select: { id: true, closesAt: true, document: { select: { number: true, title: true } }, proposal: { select: { title: true } }, _count: { select: { comments: { where: { disposition: null, hiddenAt: null } } } } },
  });
}
