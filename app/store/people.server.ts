import { readRoles, type Role } from "~/domain/access/roles";
import type { Database } from "./database.server";

const columns = {
  id: true,
  name: true,
  email: true,
  programId: true,
  organizationId: true,
  organization: { select: { id: true, name: true } },
  roles: true,
  suspendedAt: true,
} as const;

export async function personById(db: Database, programId: string, id: string) {
  const row = await db.person.findFirst({ where: { id, programId }, select: columns });
  return row && { ...row, roles: readRoles(row.roles) };
}

/** The same, held to the end of the transaction: rights that depend on each other change one after the other. */
export async function lockPerson(db: Database, programId: string, id: string) {
  await db.$queryRaw`select 1 from "Person" where id = ${id} and "programId" = ${programId} for no key update`;
  return personById(db, programId, id);
}

export type NewPerson = { programId: string; organizationId: string; email: string; name: string; passwordHash: string; roles: readonly Role[] };

/** Null when somebody has this e-mail address. */
export async function insertPerson(db: Database, { roles, email, ...person }: NewPerson): Promise<{ id: string } | null> {
  const [made] = await db.person.createManyAndReturn({ data: [{ ...person, email: email.toLowerCase(), roles: [...roles] }], skipDuplicates: true, select: { id: true } });
  return made ?? null;
}

export async function emailIsTaken(db: Database, email: string): Promise<boolean> {
  return (await db.person.count({ where: { email } })) > 0;
}

/** False when the person was suspended already. */
export async function markSuspended(db: Database, id: string, at: Date): Promise<boolean> {
  const { count } = await db.person.updateMany({ where: { id, suspendedAt: null }, data: { suspendedAt: at } });
  return count === 1;
}

/** False when the person was not suspended. */
export async function markRestored(db: Database, id: string): Promise<boolean> {
  const { count } = await db.person.updateMany({ where: { id, suspendedAt: { not: null } }, data: { suspendedAt: null } });
  return count === 1;
}

export async function otherAdministrators(db: Database, programId: string, id: string): Promise<number> {
  return db.person.count({ where: { programId, id: { not: id }, suspendedAt: null, roles: { has: "programAdmin" } } });
}

const invitationColumns = {
  id: true,
  programId: true,
  email: true,
  name: true,
  roles: true,
  expiresAt: true,
  acceptedAt: true,
  organizationId: true,
  organization: { select: { name: true, shortName: true, program: { select: { name: true } } } },
  invitedBy: { select: { name: true, suspendedAt: true } },
} as const;

export async function invitationByHash(db: Database, tokenHash: string) {
  const row = await db.invitation.findUnique({ where: { tokenHash }, select: invitationColumns });
  return row && { ...row, roles: readRoles(row.roles) };
}

export async function openInvitationsOf(db: Database, programId: string, now: Date) {
  const rows = await db.invitation.findMany({ where: { programId, acceptedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: "desc" }, select: invitationColumns });
  return rows.map((row) => ({ ...row, roles: readRoles(row.roles) }));
}

export type NewInvitation = { programId: string; tokenHash: string; email: string; name: string; organizationId: string; roles: readonly Role[]; invitedById: string; expiresAt: Date };

/** The earlier links of the same address in this program stop working. */
export async function insertInvitation(db: Database, { roles, ...invitation }: NewInvitation, now: Date): Promise<{ id: string }> {
  await db.invitation.updateMany({ where: { programId: invitation.programId, email: invitation.email, acceptedAt: null, expiresAt: { gt: now } }, data: { expiresAt: now } });
  return db.invitation.create({ data: { ...invitation, roles: [...roles] }, select: { id: true } });
}

/** False when it was used or ran out in between: of many at once, one gets true. */
export async function claimInvitation(db: Database, id: string, now: Date): Promise<boolean> {
  const { count } = await db.invitation.updateMany({ where: { id, acceptedAt: null, expiresAt: { gt: now } }, data: { acceptedAt: now } });
  return count === 1;
}

/** Where an attempt is written down that names nobody: the program that was first. */
export async function firstProgramId(db: Database): Promise<string | null> {
  return (await db.program.findFirst({ orderBy: { createdAt: "asc" }, select: { id: true } }))?.id ?? null;
}

/** The names of people by their id; who is not there has none. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Record<string, string>> {
  const people = ids.length ? await db.person.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } }) : [];
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}

export async function saveRoles(db: Database, id: string, roles: readonly Role[]): Promise<void> {
  await db.person.update({ where: { id }, data: { roles: [...roles] } });
}
