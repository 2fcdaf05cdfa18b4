import { readRoles, type Role } from "~/domain/access/roles";
import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import type { Seat, Term } from "~/domain/programs/seats";
import { charterRules, type CharterRules } from "~/domain/voting/charter";
import type { Database } from "./database.server";
import type { Prisma } from "./generated/client";

const face = { id: true, name: true, shortName: true, shape: true, colour: true } as const;

export async function programOf(db: Database, programId: string) {
  return db.program.findUnique({ where: { id: programId }, select: { id: true, name: true, timeZone: true } });
}

export async function groupsOf(db: Database, programId: string) {
  return db.group.findMany({ where: { programId }, orderBy: { position: "asc" }, select: { ...face, position: true } });
}

export async function organizationsOf(db: Database, programId: string) {
  return db.organization.findMany({
    where: { programId },
    orderBy: [{ group: { position: "asc" } }, { name: "asc" }],
    select: { id: true, name: true, shortName: true, isAgency: true, leftOn: true, groupId: true, group: { select: face }, auditContact: { select: { name: true } } },
  });
}

export async function organizationById(db: Database, programId: string, id: string) {
  return db.organization.findFirst({ where: { id, programId }, select: { id: true, name: true, groupId: true, isAgency: true } });
}

/** Everybody, suspended people too: what they did stays theirs. */
export async function peopleOf(db: Database, programId: string) {
  const rows = await db.person.findMany({
    where: { programId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, email: true, roles: true, suspendedAt: true, organizationId: true, organization: { select: { id: true, name: true, group: { select: face } } } },
  });
  return rows.map((row) => ({ ...row, roles: readRoles(row.roles) }));
}

/** The first people of each organization by name, or a page of one organization's from behind the person `after`, and how many each has. */
export async function peopleByOrganization(db: Database, programId: string, { organizationId, after, most }: { organizationId: string; after: string; most: number }) {
  const [ids, counts] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      select "id" from (
        select "id", "name", row_number() over (partition by "organizationId" order by "name", "id") as place from "Person"
        where "programId" = ${programId} and (${organizationId} = '' or "organizationId" = ${organizationId})
          and (${after} = '' or ("name", "id") > (select "name", "id" from "Person" where "id" = ${after} and "programId" = ${programId}))
      ) listed where place <= ${most}`,
    db.person.groupBy({ by: ["organizationId"], where: { programId }, _count: true }),
  ]);
  const rows = await db.person.findMany({
    where: { id: { in: ids.map(({ id }) => id) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true, email: true, roles: true, suspendedAt: true, organizationId: true },
  });
  return { people: rows.map((row) => ({ ...row, roles: readRoles(row.roles) })), counts: new Map(counts.map((row) => [row.organizationId, row._count])) };
}

const seatColumns = {
  id: true,
  title: true,
  voting: true,
  groupId: true,
  organizationId: true,
  termStart: true,
  termEnd: true,
  group: { select: face },
  organization: { select: { id: true, name: true } },
  holder: { select: { id: true, name: true, suspendedAt: true } },
  alternate: { select: { id: true, name: true, suspendedAt: true } },
} satisfies Prisma.SeatSelect;

type SeatRow = Prisma.SeatGetPayload<{ select: typeof seatColumns }>;

export async function seatsOf(db: Database, programId: string) {
  const rows = await db.seat.findMany({ where: { programId }, orderBy: [{ group: { position: "asc" } }, { title: "asc" }, { id: "asc" }], select: seatColumns });
  return rows.map(seatFrom);
}

export async function seatById(db: Database, programId: string, id: string) {
  const row = await db.seat.findFirst({ where: { id, programId }, select: seatColumns });
  return row && seatFrom(row);
}

/** The seats a person holds or stands in for. */
export async function seatsHeldBy(db: Database, personId: string): Promise<Seat[]> {
  const rows = await db.seat.findMany({ where: { OR: [{ holderId: personId }, { alternateId: personId }] }, select: seatColumns });
  return rows.map(seatFrom);
}

/** The charter in force: the one with the highest version. */
export async function latestCharter(db: Database, programId: string): Promise<{ id: string; version: number; rules: CharterRules; adoptedAt: Date } | null> {
  const row = await db.charter.findFirst({ where: { programId }, orderBy: { version: "desc" }, select: { id: true, version: true, rules: true, adoptedAt: true } });
  return row && { ...row, rules: charterRules.parse(row.rules) };
}

/** Held to the end of the transaction, so that two changes to one program's order follow each other. */
export async function lockProgram(db: Database, programId: string): Promise<void> {
  await db.$queryRaw`select 1 from "Program" where id = ${programId} for no key update`;
}

export type NewGroup = { programId: string; name: string; shortName: string; shape: string; colour: string };

/** Null when the program has a group with this name or short name. */
export async function insertGroup(db: Database, group: NewGroup): Promise<{ id: string } | null> {
  const last = await db.group.aggregate({ where: { programId: group.programId }, _max: { position: true } });
  const [made] = await db.group.createManyAndReturn({ data: [{ ...group, position: (last._max.position ?? -1) + 1 }], skipDuplicates: true, select: { id: true } });
  return made ?? null;
}

export type NewOrganization = { programId: string; groupId: string; name: string; shortName: string; isAgency: boolean };

/** Null when the program has an organization with this name. */
export async function insertOrganization(db: Database, organization: NewOrganization): Promise<{ id: string } | null> {
  const [made] = await db.organization.createManyAndReturn({ data: [organization], skipDuplicates: true, select: { id: true } });
  return made ?? null;
}

export type NewSeat = Term & { programId: string; groupId: string; organizationId: string; title: string; voting: boolean };

export async function insertSeat(db: Database, { termStart, termEnd, ...seat }: NewSeat): Promise<{ id: string }> {
  return db.seat.create({ data: { ...seat, termStart: dayToStore(termStart), termEnd: termEnd === null ? null : dayToStore(termEnd) }, select: { id: true } });
}

/** False when somebody else changed the holder in between. */
export async function setHolder(db: Database, seatId: string, from: string | null, to: string | null): Promise<boolean> {
  const { count } = await db.seat.updateMany({ where: { id: seatId, holderId: from }, data: { holderId: to } });
  return count === 1;
}

/** False when somebody else changed the alternate in between. */
export async function setAlternate(db: Database, seatId: string, from: string | null, to: string | null): Promise<boolean> {
  const { count } = await db.seat.updateMany({ where: { id: seatId, alternateId: from }, data: { alternateId: to } });
  return count === 1;
}

export async function saveSeat(db: Database, id: string, { title, termStart, termEnd }: Term & { title: string }): Promise<void> {
  await db.seat.update({ where: { id }, data: { title, termStart: dayToStore(termStart), termEnd: termEnd === null ? null : dayToStore(termEnd) } });
}

/** False when the person had left the organization in between. */
export async function movePerson(db: Database, personId: string, { from, to, roles }: { from: string; to: string; roles: readonly Role[] }): Promise<boolean> {
  const { count } = await db.person.updateMany({ where: { id: personId, organizationId: from }, data: { organizationId: to, roles: [...roles] } });
  return count === 1;
}

/** The titles of the seats that became vacant. */
export async function vacateSeats(db: Database, personId: string): Promise<string[]> {
  const held = await db.seat.findMany({ where: { holderId: personId }, select: { id: true, title: true } });
  await db.seat.updateMany({ where: { id: { in: held.map(({ id }) => id) } }, data: { holderId: null } });
  await db.seat.updateMany({ where: { alternateId: personId }, data: { alternateId: null } });
  return held.map(({ title }) => title);
}

function seatFrom({ holder, alternate, termStart, termEnd, ...seat }: SeatRow) {
  return {
    ...seat,
    termStart: storedDay(termStart),
    termEnd: termEnd && storedDay(termEnd),
    holder: occupant(holder),
    alternate: occupant(alternate),
  };
}

function occupant(person: SeatRow["holder"]) {
  return person && { id: person.id, name: person.name, suspended: person.suspendedAt !== null };
}
