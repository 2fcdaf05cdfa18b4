import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import type { Database } from "./database.server";

/** Whose last training ended on a day of a span; both ends null for those who have none. */
export type TrainedWithin = { from: string | null; until: string | null };

/** The people of one organization who are trained and have these letters in their name, by name, so many from behind the person `after`; who has left stands in no span. */
export async function traineesOf(db: Database, organizationId: string, { after, letters, within, most }: { after?: string; letters: string; within: TrainedWithin | null; most: number }) {
  const rows = await db.trainee.findMany({
    where: { organizationId, ...named(letters), ...(within ? trained(within) : {}) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: { id: true, name: true, assignment: true, shift: true, code: true, leftOn: true, trainedOn: true },
  });
  return rows.map(({ trainedOn, leftOn, ...trainee }) => ({ ...trainee, leftOn: leftOn && storedDay(leftOn), lastTrained: trainedOn && storedDay(trainedOn) }));
}

/** Who of an organization is not on a course's list yet, and has these letters in the name. */
export async function traineesToAdd(db: Database, { organizationId, courseId, letters, most }: { organizationId: string; courseId: string; letters: string; most: number }) {
  return db.trainee.findMany({
    where: { organizationId, leftOn: null, ...named(letters), enrollments: { none: { courseId, state: { not: "withdrawn" } } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    select: { id: true, name: true, assignment: true, shift: true },
  });
}

function trained({ from, until }: TrainedWithin) {
  if (!from && !until) return { leftOn: null, trainedOn: null };
  return { leftOn: null, trainedOn: { ...(from ? { gte: dayToStore(from) } : {}), ...(until ? { lte: dayToStore(until) } : {}) } };
}

function named(letters: string) {
  return letters ? { name: { contains: letters, mode: "insensitive" as const } } : {};
}

export async function traineeById(db: Database, id: string) {
  return db.trainee.findUnique({ where: { id }, select: { id: true, programId: true, organizationId: true, name: true, leftOn: true } });
}

/** The courses not begun that somebody has a place in, or waits for. */
export async function openPlacesOf(db: Database, traineeId: string) {
  const rows = await db.enrollment.findMany({ where: { traineeId, state: { not: "withdrawn" }, course: { stage: { in: ["planned", "open"] } } }, orderBy: { course: { startsOn: "asc" } }, take: 20, select: { course: { select: { title: true } } } });
  return rows.map(({ course }) => course);
}

export async function saveLeaving(db: Database, id: string, leftOn: string | null): Promise<void> {
  await db.trainee.update({ where: { id }, data: { leftOn: leftOn && dayToStore(leftOn) } });
}

export type NewTrainee = { programId: string; organizationId: string; name: string; assignment: string; shift: string; code: string };

/** Null when the organization has somebody of this name already. */
export async function insertTrainee(db: Database, trainee: NewTrainee): Promise<string | null> {
  const [row] = await db.trainee.createManyAndReturn({ data: [trainee], skipDuplicates: true, select: { id: true } });
  return row?.id ?? null;
}

export async function headcountsOf(db: Database, organizationId: string) {
  return db.headcount.findMany({ where: { organizationId }, orderBy: [{ assignment: "asc" }, { shift: "asc" }], take: 200 });
}

/** How many people serve in each unit of the whole program whose headcount was given. */
export async function programHeadcounts(db: Database, programId: string) {
  return db.headcount.findMany({ where: { organization: { programId } }, select: { organizationId: true, assignment: true, shift: true, staff: true } });
}

export async function saveHeadcount(db: Database, { organizationId, assignment, shift, staff, target, at }: { organizationId: string; assignment: string; shift: string; staff: number; target: number; at: Date }): Promise<void> {
  await db.headcount.upsert({ where: { organizationId_assignment_shift: { organizationId, assignment, shift } }, create: { organizationId, assignment, shift, staff, target, at }, update: { staff, target, at } });
}

/** For each organization, assignment and shift: who serves there, and how many of them hold a certificate. Counts only. */
export async function coverageCounts(db: Database, programId: string) {
  return db.$queryRaw<{ organizationId: string; organization: string; assignment: string; shift: string; staff: number; target: number; trained: number }[]>`
    select o.id as "organizationId", o.name as organization, h.assignment, h.shift, h.staff, h.target, count(t.id)::int as trained
    from "Headcount" h
    join "Organization" o on o.id = h."organizationId"
    left join "Trainee" t on t."organizationId" = o.id and t.assignment = h.assignment and t.shift = h.shift and t."leftOn" is null and t."trainedOn" is not null
    where o."programId" = ${programId}
    group by o.id, o.name, h.assignment, h.shift, h.staff, h.target
    order by o.name, h.assignment, h.shift`;
}

/** For each organization: how many people were last trained on which day. Counts only. */
export async function lastTrainedCounts(db: Database, programId: string) {
  const rows = await db.$queryRaw<{ organization: string; day: Date; people: number }[]>`
    select o.name as organization, t."trainedOn" as day, count(*)::int as people
    from "Trainee" t join "Organization" o on o.id = t."organizationId"
    where t."programId" = ${programId} and t."leftOn" is null and t."trainedOn" is not null
    group by o.name, t."trainedOn"
    order by o.name, t."trainedOn"`;
  return rows.map(({ day, ...row }) => ({ ...row, day: storedDay(day) }));
}
