import type { SignedHead } from "~/domain/records/head";
import type { Database } from "./database.server";

/** The programs whose chain has no head signed today, by each program's own calendar. */
export async function programsWithoutHead(db: Database): Promise<{ id: string }[]> {
  return db.$queryRaw<{ id: string }[]>`
    select program.id from "Program" program
    where exists (select 1 from "AuditRecord" record where record."programId" = program.id)
      and not exists (
        select 1 from "RecordsHead" head
        where head."programId" = program.id and (head.at at time zone program."timeZone")::date = (clock_timestamp() at time zone program."timeZone")::date)`;
}

/** The hashes of a program's records in their order, up to and with the record `upTo`, or all. */
export async function recordHashes(db: Database, programId: string, upTo?: number): Promise<string[]> {
  const rows = await db.auditRecord.findMany({ where: { programId, ...(upTo === undefined ? {} : { sequence: { lte: upTo } }) }, orderBy: { sequence: "asc" }, select: { hash: true } });
  return rows.map(({ hash }) => hash);
}

export async function createHead(db: Database, { at, ...head }: SignedHead): Promise<void> {
  await db.recordsHead.create({ data: { ...head, at: new Date(at) } });
}

export async function latestHead(db: Database, programId: string): Promise<SignedHead | null> {
  const head = await db.recordsHead.findFirst({ where: { programId }, orderBy: { sequence: "desc" } });
  return head && asHead(head);
}

/** The oldest head that vouches for the record `sequence`: it stays the same however many come after it. */
export async function firstHeadCovering(db: Database, programId: string, sequence: number): Promise<SignedHead | null> {
  const head = await db.recordsHead.findFirst({ where: { programId, sequence: { gte: sequence } }, orderBy: { sequence: "asc" } });
  return head && asHead(head);
}

/** The signed heads of every program, newest first. */
export async function publicHeads(db: Database, most: number): Promise<SignedHead[]> {
  const heads = await db.recordsHead.findMany({ orderBy: [{ at: "desc" }, { programId: "asc" }], take: most });
  return heads.map(asHead);
}

/** Who keeps the heads for each partner organization; nobody who is suspended. */
export async function auditContacts(db: Database, programId: string): Promise<string[]> {
  const people = await db.person.findMany({ where: { programId, suspendedAt: null, auditContactOf: { some: {} } }, select: { id: true } });
  return people.map(({ id }) => id);
}

/** An organization with its audit contact and those who could be it. */
export async function organizationForContact(db: Database, organizationId: string) {
  return db.organization.findUnique({
    where: { id: organizationId },
    select: { id: true, programId: true, name: true, auditContact: { select: { id: true, name: true } }, people: { where: { suspendedAt: null }, orderBy: { name: "asc" }, select: { id: true, name: true } } },
  });
}

export async function saveAuditContact(db: Database, organizationId: string, personId: string | null): Promise<void> {
  await db.organization.update({ where: { id: organizationId }, data: { auditContactId: personId } });
}

function asHead({ at, ...head }: Omit<SignedHead, "at"> & { at: Date }): SignedHead {
  return { ...head, at: at.toISOString() };
}
