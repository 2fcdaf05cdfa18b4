import type { Database } from "./database.server";

export async function committeesOf(db: Database, programId: string) {
  return db.committee.findMany({
    where: { programId },
    orderBy: { name: "asc" },
    include: { members: { orderBy: { person: { name: "asc" } }, select: { since: true, person: { select: { id: true, name: true, suspendedAt: true, organization: { select: { name: true, groupId: true } } } } } } },
  });
}

export async function committeeById(db: Database, id: string) {
  return db.committee.findUnique({ where: { id }, select: { id: true, programId: true, name: true, requiredGroups: true } });
}

/** Null when the program has a committee of this name. */
export async function insertCommittee(db: Database, committee: { programId: string; name: string; purpose: string; requiredGroups: string[] }): Promise<{ id: string } | null> {
  const [made] = await db.committee.createManyAndReturn({ data: [committee], skipDuplicates: true, select: { id: true } });
  return made ?? null;
}

/** False when the person is in it already. */
export async function insertMember(db: Database, member: { committeeId: string; personId: string; since: Date }): Promise<boolean> {
  return (await db.committeeMember.createMany({ data: [member], skipDuplicates: true })).count === 1;
}

/** False when the person is not in it. */
export async function deleteMember(db: Database, committeeId: string, personId: string): Promise<boolean> {
  return (await db.committeeMember.deleteMany({ where: { committeeId, personId } })).count === 1;
}
