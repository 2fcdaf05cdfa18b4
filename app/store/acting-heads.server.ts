import { storedDay } from "~/domain/programs/stored-day";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "./database.server";

/** Those who may decide for an agency on a day besides its head. A suspended one is nobody. */
export async function actingHeadsOn(db: Database, organizationId: string, day: string): Promise<string[]> {
  const on = new Date(`${day}T00:00:00Z`);
  const rows = await db.actingHead.findMany({ where: { organizationId, from: { lte: on }, until: { gte: on }, person: { suspendedAt: null, organizationId } }, select: { personId: true } });
  return rows.map(({ personId }) => personId);
}

/** The agencies whose head a person acts for today, in the program's time zone. */
export async function actsForToday(db: Database, { personId }: { personId: string }): Promise<string[]> {
  const rows = await db.actingHead.findMany({ where: { personId }, select: { organizationId: true, from: true, until: true, organization: { select: { program: { select: { timeZone: true } } } } } });
  const now = rows.length > 0 ? await databaseTime(db) : null;
  return rows.flatMap(({ organizationId, from, until, organization }) => {
    const today = now && dayOf(now, organization.program.timeZone);
    return today && storedDay(from) <= today && today <= storedDay(until) ? [organizationId] : [];
  });
}

export async function actingHeadsOf(db: Database, organizationId: string) {
  return db.actingHead.findMany({ where: { organizationId }, orderBy: { from: "desc" }, take: 20, select: { id: true, from: true, until: true, reason: true, person: { select: { name: true, suspendedAt: true } } } });
}

export async function nameActing(db: Database, { from, until, ...acting }: { organizationId: string; personId: string; from: string; until: string; reason: string; namedAt: Date }): Promise<{ id: string }> {
  return db.actingHead.create({ data: { ...acting, from: new Date(`${from}T00:00:00Z`), until: new Date(`${until}T00:00:00Z`) }, select: { id: true } });
}

/** An agency with its people, for the forms about its head. */
export async function agencyById(db: Database, organizationId: string) {
  return db.organization.findUnique({
    where: { id: organizationId },
    select: {
      id: true,
      name: true,
      programId: true,
      isAgency: true,
      leftOn: true,
      program: { select: { timeZone: true } },
      people: { orderBy: { name: "asc" }, select: { id: true, name: true, roles: true, suspendedAt: true } },
    },
  });
}

/** Everybody in a program who may be an approver. */
export async function possibleApprovers(db: Database, programId: string) {
  return db.person.findMany({ where: { programId, suspendedAt: null }, orderBy: [{ organization: { name: "asc" } }, { name: "asc" }], take: 1_000, select: { id: true, name: true, organization: { select: { name: true } } } });
}
