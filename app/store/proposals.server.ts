import type { CharterRules } from "~/domain/voting/charter";
import type { Database } from "./database.server";

const by = { select: { id: true, name: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } } as const;

export type NewProposal = {
  programId: string;
  documentId: string;
  title: string;
  why: string;
  affected: string;
  evidence: string;
  cost: string;
  trainingImpact: string;
  clauseId: string | null;
  authorId: string;
  baseEditionId: string;
  draftId: string;
};

/** The next number of the program is given under a lock, so that no two proposals share one. */
export async function insertProposal(db: Database, proposal: NewProposal): Promise<{ id: string; number: number }> {
  await db.$queryRaw`select 1 from (select pg_advisory_xact_lock(hashtextextended(${`proposals:${proposal.programId}`}, 0))) as held`;
  const last = await db.proposal.aggregate({ where: { programId: proposal.programId }, _max: { number: true } });
  return db.proposal.create({ data: { ...proposal, number: (last._max.number ?? 0) + 1, stage: "drafting" }, select: { id: true, number: true } });
}

/** A proposal with its document and its base, without texts. */
export async function proposalRow(db: Database, id: string) {
  return db.proposal.findUnique({
    where: { id },
    select: {
      id: true,
      programId: true,
      number: true,
      title: true,
      why: true,
      affected: true,
      evidence: true,
      cost: true,
      trainingImpact: true,
      clauseId: true,
      stage: true,
      draftId: true,
      createdAt: true,
      reviseUntil: true,
      charterRules: true,
      author: by,
      program: { select: { name: true, timeZone: true } },
      baseEdition: { select: { id: true, number: true, frozenTextId: true } },
      document: {
        select: {
          id: true,
          organizationId: true,
          visibility: true,
          number: true,
          title: true,
          kind: true,
          editions: { orderBy: { number: "desc" }, take: 1, select: { id: true, number: true, frozenTextId: true } },
        },
      },
    },
  });
}

/** Holds the proposal to the end of the transaction. */
export async function lockProposal(db: Database, id: string): Promise<void> {
  await db.$queryRaw`select 1 from "Proposal" where "id" = ${id} for update`;
}

export type Description = Pick<NewProposal, "title" | "why" | "affected" | "evidence" | "cost" | "trainingImpact">;

/** False when the proposal is no longer in the stage it was read in. */
export async function saveDescription(db: Database, id: string, stage: string, description: Description): Promise<boolean> {
  const { count } = await db.proposal.updateMany({ where: { id, stage }, data: description });
  return count === 1;
}

/** False when the proposal is no longer in the stage `from`. */
export async function saveProposalStage(db: Database, id: string, from: string, to: string): Promise<boolean> {
  const { count } = await db.proposal.updateMany({ where: { id, stage: from }, data: { stage: to } });
  return count === 1;
}

/** False when the proposal's base was no longer `from`, or a vote has begun. */
export async function saveBase(db: Database, id: string, from: string, to: string): Promise<boolean> {
  const { count } = await db.proposal.updateMany({ where: { id, stage: "drafting", baseEditionId: from }, data: { baseEditionId: to } });
  return count === 1;
}

export type ProposalFilter = { programId: string; organizationId: string; stage?: string; documentId?: string; before?: number; most: number };

/** The proposals of a program whose document one organization may see, with what their thread is drawn from. */
export async function proposalsSeen(db: Database, { programId, organizationId, stage, documentId, before, most }: ProposalFilter) {
  return db.proposal.findMany({
    where: {
      programId,
      document: { OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] },
      ...(stage ? { stage } : {}),
      ...(documentId ? { documentId } : {}),
      ...(before ? { number: { lt: before } } : {}),
    },
    orderBy: { number: "desc" },
    take: most,
    select: {
      id: true,
      number: true,
      title: true,
      stage: true,
      createdAt: true,
      author: by,
      document: { select: { id: true, number: true, title: true } },
      decisions: { select: { outcome: true, dueAt: true, organization: { select: { name: true } } } },
      rounds: { where: { state: "open" }, take: 1, select: { closesAt: true } },
      _count: { select: { comments: true } },
    },
  });
}

/** Other agreements of the program, for the one-page summary. */
export async function agreementsSeen(db: Database, programId: string, organizationId: string) {
  return db.document.findMany({
    where: { programId, kind: "agreement", OR: [{ visibility: { in: ["program", "public"] } }, { organizationId }] },
    orderBy: { number: "asc" },
    select: { id: true, number: true, title: true },
  });
}

/** The rules that this proposal would put in force. */
export async function saveCharterRules(db: Database, id: string, rules: CharterRules): Promise<void> {
  await db.proposal.update({ where: { id }, data: { charterRules: rules } });
}
