import { storedDay } from "~/domain/programs/stored-day";
import type { Database } from "./database.server";

/** The people of one organization who are trained and have these letters in their name, by name, so many from behind the person `after`. */
export async function traineesOf(db: Database, organizationId: string, { after, letters, most }: { after?: string; letters: string; most: number }) {
  const rows = await db.trainee.findMany({
    where: { organizationId, ...named(letters) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: most,
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    select: {
      id: true, name: true, assignment: true, shift: true, code: true, leftOn: true,
      enrollments: { where: { certificate: { isNot: null } }, orderBy: { course: { endsOn: "desc" } }, take: 1, select: { course: { select: { endsOn: true, title: true } } } },
    },
  });
  return rows.map(({ enrollments, leftOn, ...trainee }) => ({ ...trainee, leftOn: leftOn && storedDay(leftOn), lastTrained: enrollments[0] ? storedDay(enrollments[0].course.endsOn) : null }));
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

function named(letters: string) {
  return letters ? { name: { contains: letters, mode: "insensitive" as const } } : {};
}

export async function traineeById(db: Database, id: string) {
  return db.trainee.findUnique({ where: { id }, select: { id: true, programId: true, organizationId: true, name: true, leftOn: true } });
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

export async function saveHeadcount(db: Database, { organizationId, assignment, shift, staff, target, at }: { organizationId: string; assignment: string; shift: string; staff: number; target: number; at: Date }): Promise<void> {
  await db.headcount.upsert({ where: { organizationId_assignment_shift: { organizationId, assignment, shift } }, create: { organizationId, assignment, shift, staff, target, at }, update: { staff, target, at } });
}

/** For each organization, assignment and shift: who serves there, and how many of them hold a certificate. Counts only. */
export async function coverageCounts(db: Database, programId: string) {
  return db.$queryRaw<{ organizationId: string; organization: string; assignment: string; shift: string; staff: number; target: number; trained: number }[]>`
    select o.id as "organizationId", o.name as organization, h.assignment, h.shift, h.staff, h.target, count(distinct t.id)::int as trained
    from "Headcount" h
    join "Organization" o on o.id = h."organizationId"
    left join ("Trainee" t join "Enrollment" e on e."traineeId" = t.id join "Certificate" c on c."enrollmentId" = e.id)
      on t."organizationId" = o.id and t.assignment = h.assignment and t.shift = h.shift and t."leftOn" is null
    where o."programId" = ${programId}
    group by o.id, o.name, h.assignment, h.shift, h.staff, h.target
    order by o.name, h.assignment, h.shift`;
}

/** For each organization: how many people were last trained on which day. Counts only. */
export async function lastTrainedCounts(db: Database, programId: string) {
  const rows = await db.$queryRaw<{ organization: string; day: Date; people: number }[]>`
    select o.name as organization, last.day, count(*)::int as people
    from (
      select t."organizationId", max(k."endsOn") as day
      from "Trainee" t
      join "Enrollment" e on e."traineeId" = t.id
      join "Certificate" c on c."enrollmentId" = e.id
      join "Course" k on k.id = e."courseId"
      where t."programId" = ${programId} and t."leftOn" is null
      group by t.id
    ) last
    join "Organization" o on o.id = last."organizationId"
    group by o.name, last.day
    order by o.name, last.day`;
  return rows.map(({ day, ...row }) => ({ ...row, day: storedDay(day) }));
}
