import type { SessionTimes } from "~/domain/access/session";
import type { Actor } from "~/domain/access/may";
import { readRoles } from "~/domain/access/roles";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const signedIn = {
  id: true,
  name: true,
  email: true,
  programId: true,
  roles: true,
  suspendedAt: true,
  organization: { select: { id: true, name: true, groupId: true } },
} satisfies Prisma.PersonSelect;

type SignedIn = Prisma.PersonGetPayload<{ select: typeof signedIn }>;
export type PersonActor = Extract<Actor, { kind: "person" }>;
export type StoredSession = SessionTimes & { id: string; personId: string; actor: PersonActor | null };

/** The session with who it is; a suspended person is nobody. */
export async function sessionById(db: Database, id: string): Promise<StoredSession | null> {
  const row = await db.session.findUnique({ where: { id }, include: { person: { select: signedIn } } });
  return row && { ...row, actor: actorFrom(row.person) };
}

export async function sessionsOf(db: Database, personId: string): Promise<StoredSession[]> {
  const rows = await db.session.findMany({ where: { personId }, include: { person: { select: signedIn } } });
  return rows.map((row) => ({ ...row, actor: actorFrom(row.person) }));
}

export async function insertSession(db: Database, session: { id: string; personId: string } & SessionTimes): Promise<void> {
  await db.session.create({ data: session });
}

/** False when it was gone already. */
export async function deleteSession(db: Database, id: string): Promise<boolean> {
  const { count } = await db.session.deleteMany({ where: { id } });
  return count === 1;
}

export async function deleteSessionsOf(db: Database, personId: string): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { personId } });
  return count;
}

export async function deleteSessionsBefore(db: Database, limits: { created: Date; seen: Date }): Promise<number> {
  const { count } = await db.session.deleteMany({ where: { OR: [{ createdAt: { lte: limits.created } }, { lastSeenAt: { lte: limits.seen } }] } });
  return count;
}

/** Writes only forward, so that two requests at once cannot turn the clock back. */
export async function touchSession(db: Database, id: string, at: Date): Promise<void> {
  await db.session.updateMany({ where: { id, lastSeenAt: { lt: at } }, data: { lastSeenAt: at } });
}

/** E-mail addresses are stored and sought in small letters. */
export async function credentialsOf(db: Database, email: string) {
  return db.person.findUnique({ where: { email: email.toLowerCase() }, select: { id: true, programId: true, passwordHash: true, suspendedAt: true } });
}

export async function accountById(db: Database, id: string) {
  const row = await db.person.findUnique({ where: { id }, select: signedIn });
  return row && { id: row.id, programId: row.programId, suspendedAt: row.suspendedAt, actor: actorFrom(row) };
}

function actorFrom(person: SignedIn): PersonActor | null {
  if (person.suspendedAt) return null;
  const { id: organizationId, name: organizationName, groupId } = person.organization;
  return { kind: "person", personId: person.id, name: person.name, programId: person.programId, organizationId, organizationName, groupId, roles: readRoles(person.roles) };
}

export async function emailOf(db: Database, personId: string): Promise<string | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { email: true } });
  return person?.email ?? null;
}

/** False when the session is gone. */
export async function proveSession(db: Database, id: string, proof: { provedAt: Date; provedFrom: string }): Promise<boolean> {
  const { count } = await db.session.updateMany({ where: { id }, data: proof });
  return count === 1;
}

export async function proofOf(db: Database, sessionId: string): Promise<{ personId: string; provedAt: Date | null; provedFrom: string } | null> {
  return db.session.findUnique({ where: { id: sessionId }, select: { personId: true, provedAt: true, provedFrom: true } });
}

/** One password, one signature. False when another signature used it first. */
export async function useProof(db: Database, sessionId: string, provedAt: Date): Promise<boolean> {
  const { count } = await db.session.updateMany({ where: { id: sessionId, provedAt }, data: { provedAt: null } });
  return count === 1;
}
