import type { Database } from "./database.server";

/** False when somebody has written one already. */
export async function insertOutcome(db: Database, outcome: { roundId: string; statement: string; next: string; writtenById: string; writtenAt: Date }): Promise<boolean> {
  const { count } = await db.outcome.createMany({ data: [outcome], skipDuplicates: true });
  return count === 1;
}

/** False when the group has one already. */
export async function insertDissent(db: Database, dissent: { roundId: string; groupId: string; groupName: string; body: string; writtenById: string; writtenAt: Date }): Promise<boolean> {
  const { count } = await db.dissent.createMany({ data: [dissent], skipDuplicates: true });
  return count === 1;
}

/** The group for which a person stood on the roll of a round. */
export async function groupOnRoll(db: Database, roundId: string, personId: string): Promise<string | null> {
  const entry = await db.rollEntry.findFirst({ where: { roundId, OR: [{ personId }, { alternateId: personId }] }, select: { groupId: true } });
  return entry?.groupId ?? null;
}

/** Closed votes of a program without an outcome statement, the longest waiting first. */
export async function outcomesToWrite(db: Database, { programId, organizationId }: { programId: string; organizationId: string }, most: number) {
  const rows = await db.round.findMany({
    where: { state: "closed", outcome: null, heldUntil: null, programId, proposal: { programId, document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } } },
    orderBy: { closedAt: "asc" },
    take: most,
    select: { id: true, closedAt: true, closesAt: true, proposal: { select: { id: true, number: true, title: true } } },
  });
  return rows.flatMap(({ closedAt, closesAt, proposal, id }) => (proposal ? [{ id, proposal, closedAt: closedAt ?? closesAt }] : []));
}

/** Proposals whose revision after a safety objection waits for its second vote. */
export async function revisionsWaiting(db: Database, { programId, organizationId }: { programId: string; organizationId: string }, most: number) {
  return db.proposal.findMany({
    where: { programId, stage: "drafting", reviseUntil: { not: null }, document: { OR: [{ visibility: { not: "organization" } }, { organizationId }] } },
    orderBy: { reviseUntil: "asc" },
    take: most,
    select: { id: true, number: true, title: true, reviseUntil: true },
  });
}
