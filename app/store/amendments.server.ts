import { readAmendmentState, type AmendmentState } from "~/domain/proposals/amendments";
import type { Database } from "./database.server";
import { lockProposal, proposalRow } from "./proposals.server";

const by = { select: { id: true, name: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } } as const;

export type NewAmendment = { proposalId: string; clauseId: string; was: string; words: string; why: string; authorId: string; offeredAt: Date };

/** Numbered by proposal; runs after the proposal was locked. */
export async function insertAmendment(db: Database, amendment: NewAmendment): Promise<{ id: string; number: number }> {
  const last = await db.amendment.aggregate({ where: { proposalId: amendment.proposalId }, _max: { number: true } });
  return db.amendment.create({ data: { ...amendment, number: (last._max.number ?? 0) + 1 }, select: { id: true, number: true } });
}

export async function amendmentRow(db: Database, id: string) {
  const row = await db.amendment.findUnique({ where: { id }, select: { id: true, proposalId: true, number: true, clauseId: true, was: true, words: true, why: true, state: true, author: by } });
  return row && { ...row, state: readAmendmentState(row.state) };
}

/** An amendment with its proposal, held to the end of the transaction and read once it is. */
export async function lockAmendment(db: Database, id: string) {
  const place = await db.amendment.findUnique({ where: { id }, select: { proposalId: true } });
  if (!place) return null;
  await lockProposal(db, place.proposalId);
  const proposal = await proposalRow(db, place.proposalId);
  const amendment = await amendmentRow(db, id);
  return proposal && amendment && { proposal, amendment };
}

/** False when the amendment is no longer in the state `from`. */
export async function saveAnswer(db: Database, { id, from, to, ...answer }: { id: string; from: AmendmentState; to: AmendmentState; answer: string; answeredById: string; answeredAt: Date }): Promise<boolean> {
  const { count } = await db.amendment.updateMany({ where: { id, state: from }, data: { state: to, ...answer } });
  return count === 1;
}

/** False when the amendment is no longer in the state `from`. */
export async function savePromotion(db: Database, { id, from, to, promotedToId }: { id: string; from: AmendmentState; to: AmendmentState; promotedToId: string }): Promise<boolean> {
  const { count } = await db.amendment.updateMany({ where: { id, state: from }, data: { state: to, promotedToId } });
  return count === 1;
}

/** Those of a proposal in the order they came, with their answers and what became of them. */
export async function amendmentsOf(db: Database, proposalId: string, most: number) {
  const rows = await db.amendment.findMany({
    where: { proposalId },
    orderBy: { number: "asc" },
    take: most,
    select: {
      id: true, number: true, clauseId: true, was: true, words: true, why: true, state: true, offeredAt: true, answer: true, answeredAt: true, author: by,
      answeredBy: { select: { name: true } },
      promotedTo: { select: { id: true, number: true, title: true } },
    },
  });
  return rows.map(({ state, ...row }) => ({ ...row, state: readAmendmentState(state) }));
}

export async function amendmentsWaiting(db: Database, proposalId: string): Promise<number> {
  return db.amendment.count({ where: { proposalId, state: "offered" } });
}

/** The amendment that a proposal began as. */
export async function promotedFrom(db: Database, promotedToId: string) {
  return db.amendment.findUnique({ where: { promotedToId }, select: { id: true, number: true, proposal: { select: { id: true, number: true, title: true } } } });
}

/** What others offer to the proposals that a person drafts, the oldest first. */
export async function amendmentsToAnswer(db: Database, { personId, programId }: { personId: string; programId: string }) {
  return db.amendment.findMany({
    where: { state: "offered", authorId: { not: personId }, proposal: { programId, authorId: personId, stage: "drafting" } },
    orderBy: { offeredAt: "asc" },
    take: 20,
    select: { id: true, number: true, offeredAt: true, author: { select: { name: true } }, proposal: { select: { id: true, number: true, title: true } } },
  });
}
