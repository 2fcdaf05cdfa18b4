import type { Database } from "./database.server";

const holderColumns = { select: { name: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } } as const;
const lockColumns = { clauseId: true, heldById: true, reason: true, since: true, until: true, heldBy: holderColumns } as const;

export type HeldLock = { clauseId: string; heldById: string; holder: string; organization: string; group: { name: string; shortName: string; shape: string; colour: string }; reason: string; since: Date; until: Date };

/** The locks on a text whose time is not over. Those that ran out stay as rows that mean nothing. */
export async function locksOf(db: Database, draftId: string, now: Date): Promise<HeldLock[]> {
  return (await lockRows(db, draftId, now)).map(({ heldBy, ...lock }) => ({ ...lock, holder: heldBy.name, organization: heldBy.organization.name, group: heldBy.organization.group }));
}

async function lockRows(db: Database, draftId: string, now: Date) {
  return db.clauseLock.findMany({ where: { draftId, until: { gt: now } }, orderBy: { since: "asc" }, select: lockColumns });
}

/** Runs after `lockDraft`: a lock of one's own is made longer or shorter, one whose time is over is replaced. */
export async function saveLock(db: Database, lock: { draftId: string; clauseId: string; heldById: string; reason: string; since: Date; until: Date }): Promise<void> {
  const { draftId, clauseId, ...held } = lock;
  await db.clauseLock.upsert({ where: { draftId_clauseId: { draftId, clauseId } }, create: lock, update: held });
}

/** False when nobody held it any more. */
export async function endLock(db: Database, draftId: string, clauseId: string): Promise<boolean> {
  return (await db.clauseLock.deleteMany({ where: { draftId, clauseId } })).count > 0;
}
