import type { EnrollmentState } from "~/domain/training/enrollment";
import { readCourseStage } from "~/domain/training/course-stages";
import { dayToStore, storedDay } from "~/domain/programs/stored-day";
import type { Database } from "./database.server";

export type NewCourse = { programId: string; curriculumId: string; edition: number | null; title: string; place: string; audience: string; capacity: number; minutes: number; days: readonly { day: string; code: string }[] };

export async function insertCourse(db: Database, { days, ...course }: NewCourse): Promise<string> {
  const sorted = days.map(({ day }) => day).sort();
  const { id } = await db.course.create({
    data: { ...course, stage: "planned", startsOn: dayToStore(sorted[0] ?? ""), endsOn: dayToStore(sorted.at(-1) ?? ""), days: { createMany: { data: days.map(({ day, code }) => ({ day: dayToStore(day), code })) } } },
    select: { id: true },
  });
  return id;
}

/** Days that stay keep their code; those that are gone had nobody present. */
export async function saveCourse(db: Database, { courseId, days, ...course }: Omit<NewCourse, "programId" | "curriculumId" | "edition" | "minutes"> & { courseId: string }): Promise<void> {
  const kept = days.map(({ day }) => dayToStore(day));
  await db.courseDay.deleteMany({ where: { courseId, day: { notIn: kept } } });
  await db.courseDay.createMany({ data: days.map(({ day, code }) => ({ courseId, day: dayToStore(day), code })), skipDuplicates: true });
  const sorted = days.map(({ day }) => day).sort();
  await db.course.update({ where: { id: courseId }, data: { ...course, startsOn: dayToStore(sorted[0] ?? ""), endsOn: dayToStore(sorted.at(-1) ?? "") } });
}

/** Who keeps the lists of those organizations that have somebody on this one. */
export async function trainersOnList(db: Database, courseId: string): Promise<string[]> {
  const rows = await db.person.findMany({
    where: { suspendedAt: null, roles: { hasSome: ["trainer", "coordinator"] }, organization: { trainees: { some: { enrollments: { some: { courseId, state: { in: ["enrolled", "waiting"] } } } } } } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The courses of a program, latest first; counts by their lists, never a name. */
export async function coursesOf(db: Database, programId: string, { from = null, most = 50, skip = 0 }: { from?: string | null; most?: number; skip?: number } = {}) {
  const rows = await db.course.findMany({
    where: { programId, ...(from ? { endsOn: { gte: dayToStore(from) } } : {}) },
    orderBy: { startsOn: from ? "asc" : "desc" },
    take: most,
    skip,
    select: { id: true, title: true, place: true, audience: true, capacity: true, stage: true, startsOn: true, endsOn: true, _count: { select: { enrollments: { where: { state: "enrolled" } } } } },
  });
  return rows.map(({ _count, stage, startsOn, endsOn, ...course }) => ({ ...course, stage: readCourseStage(stage), startsOn: storedDay(startsOn), endsOn: storedDay(endsOn), taken: _count.enrollments }));
}

/** The courses that are not over on a day, with all their days. */
export async function courseDates(db: Database, programId: string, from: string) {
  const rows = await db.course.findMany({
    where: { programId, endsOn: { gte: dayToStore(from) } },
    orderBy: { startsOn: "asc" },
    take: 200,
    select: { id: true, title: true, place: true, stage: true, days: { orderBy: { day: "asc" }, select: { day: true } } },
  });
  return rows.map(({ stage, days, ...course }) => ({ ...course, stage: readCourseStage(stage), days: days.map(({ day }) => storedDay(day)) }));
}

/** One course with its days, its instructors and how many places are taken. */
export async function courseById(db: Database, id: string) {
  const row = await db.course.findUnique({
    where: { id },
    select: {
      id: true, programId: true, title: true, place: true, audience: true, capacity: true, minutes: true, stage: true, edition: true,
      program: { select: { timeZone: true, name: true } },
      curriculum: { select: { documentId: true, document: { select: { number: true, title: true } } } },
      days: { orderBy: { day: "asc" }, select: { day: true, code: true, _count: { select: { attendance: true } } } },
      instructors: { orderBy: [{ organization: { name: "asc" } }, { name: "asc" }], select: { id: true, name: true, subject: true, minutes: true, organization: { select: { name: true, group: { select: { name: true, shortName: true, shape: true, colour: true } } } } } },
      _count: { select: { enrollments: { where: { state: "enrolled" } } } },
    },
  });
  if (!row) return null;
  const { days, stage, _count, ...course } = row;
  return { ...course, stage: readCourseStage(stage), taken: _count.enrollments, days: days.map(({ day, code, _count: there }) => ({ day: storedDay(day), code, present: there.attendance })) };
}

/** A course under a lock, so that the last place is given once. */
export async function lockCourse(db: Database, id: string) {
  const locked = await db.$queryRaw<{ id: string }[]>`select id from "Course" where id = ${id} for update`;
  return locked.length === 0 ? null : courseById(db, id);
}

export async function saveStage(db: Database, id: string, from: string, to: string): Promise<boolean> {
  return (await db.course.updateMany({ where: { id, stage: from }, data: { stage: to } })).count > 0;
}

export async function insertInstructor(db: Database, instructor: { courseId: string; organizationId: string; name: string; subject: string; minutes: number }): Promise<string> {
  return (await db.courseInstructor.create({ data: instructor, select: { id: true } })).id;
}

const entryColumns = {
  id: true, state: true, at: true, feedbackGiven: true,
  trainee: { select: { id: true, name: true, assignment: true, shift: true, code: true, organizationId: true } },
  attendance: { select: { day: true } },
  certificate: { select: { code: true, issuedAt: true } },
} as const;

/** The people of one organization on a course's list, by name. */
export async function rosterOf(db: Database, courseId: string, organizationId: string) {
  const rows = await db.enrollment.findMany({ where: { courseId, trainee: { organizationId } }, orderBy: { trainee: { name: "asc" } }, take: 500, select: entryColumns });
  return rows.map(({ attendance, ...entry }) => ({ ...entry, state: entry.state as EnrollmentState, attended: attendance.map(({ day }) => storedDay(day)) }));
}

/** One place on a list, with its course and whose it is. */
export async function enrollmentById(db: Database, id: string) {
  const row = await db.enrollment.findUnique({ where: { id }, select: { ...entryColumns, courseId: true, trainee: { select: { ...entryColumns.trainee.select, programId: true, organization: { select: { name: true } } } } } });
  if (!row) return null;
  const { attendance, ...entry } = row;
  return { ...entry, state: entry.state as EnrollmentState, attended: attendance.map(({ day }) => storedDay(day)) };
}

/** Who is on the list, for places and the waiting list. */
export async function placesOf(db: Database, courseId: string) {
  return db.enrollment.findMany({ where: { courseId }, select: { id: true, traineeId: true, state: true, at: true } });
}

export async function saveEnrollment(db: Database, { courseId, traineeId, state, at }: { courseId: string; traineeId: string; state: EnrollmentState; at: Date }): Promise<string> {
  const entry = await db.enrollment.upsert({ where: { courseId_traineeId: { courseId, traineeId } }, create: { courseId, traineeId, state, at }, update: { state, at }, select: { id: true } });
  return entry.id;
}

export async function setEnrollmentState(db: Database, id: string, from: EnrollmentState, to: EnrollmentState): Promise<boolean> {
  return (await db.enrollment.updateMany({ where: { id, state: from }, data: { state: to } })).count > 0;
}

/** The day and the place that two codes lead to; null when one of them is unknown or they do not belong together. */
export async function signInByCodes(db: Database, dayCode: string, ownCode: string) {
  const day = await db.courseDay.findUnique({ where: { code: dayCode }, select: { day: true, courseId: true, course: { select: { programId: true, title: true, stage: true, program: { select: { timeZone: true } } } } } });
  const entry = day && (await db.enrollment.findFirst({ where: { courseId: day.courseId, trainee: { code: ownCode } }, select: { id: true, state: true, attendance: { where: { day: day.day }, select: { day: true } } } }));
  if (!day || !entry) return null;
  const { timeZone } = day.course.program;
  return { programId: day.course.programId, courseId: day.courseId, title: day.course.title, timeZone, stage: readCourseStage(day.course.stage), day: storedDay(day.day), enrollmentId: entry.id, state: entry.state, present: entry.attendance.length > 0 };
}

/** False when somebody was marked as present on that day already. */
export async function markPresent(db: Database, { enrollmentId, courseId, day }: { enrollmentId: string; courseId: string; day: string }): Promise<boolean> {
  return (await db.courseAttendance.createMany({ data: [{ enrollmentId, courseId, day: dayToStore(day) }], skipDuplicates: true })).count > 0;
}

/** What somebody's own code opens: the courses they have not yet said anything about. */
export async function feedbackOpenFor(db: Database, ownCode: string) {
  return db.enrollment.findMany({
    where: { trainee: { code: ownCode }, state: "enrolled", feedbackGiven: false, course: { stage: { in: ["running", "completed"] } }, attendance: { some: {} } },
    orderBy: { course: { endsOn: "desc" } },
    select: { id: true, courseId: true, course: { select: { programId: true, title: true } } },
  });
}

/** Marks the place as having spoken, and keeps the words where nothing leads back to it. */
export async function keepFeedback(db: Database, enrollmentId: string, feedback: { courseId: string; useful: number; pace: number; words: string }): Promise<boolean> {
  const first = await db.enrollment.updateMany({ where: { id: enrollmentId, feedbackGiven: false }, data: { feedbackGiven: true } });
  if (first.count === 0) return false;
  await db.courseFeedback.create({ data: feedback });
  return true;
}

export async function feedbackOf(db: Database, courseId: string) {
  return db.courseFeedback.findMany({ where: { courseId }, orderBy: { id: "asc" }, take: 500, select: { id: true, useful: true, pace: true, words: true } });
}

/** Keeps the certificate, and with the person on which day the latest training ended; false when there is one already. */
export async function insertCertificate(db: Database, { traineeId, ...certificate }: { enrollmentId: string; traineeId: string; code: string; issuedAt: Date }): Promise<boolean> {
  if ((await db.certificate.createMany({ data: [certificate], skipDuplicates: true })).count === 0) return false;
  const { course } = await db.enrollment.findUniqueOrThrow({ where: { id: certificate.enrollmentId }, select: { course: { select: { endsOn: true } } } });
  await db.trainee.updateMany({ where: { id: traineeId, OR: [{ trainedOn: null }, { trainedOn: { lt: course.endsOn } }] }, data: { trainedOn: course.endsOn } });
  return true;
}

/** What a certificate's code confirms: the course, its hours and the agency, without the name. */
export async function certificateByCode(db: Database, code: string) {
  const row = await db.certificate.findUnique({
    where: { code },
    select: { code: true, issuedAt: true, enrollment: { select: { trainee: { select: { organization: { select: { name: true } } } }, course: { select: { title: true, minutes: true, startsOn: true, endsOn: true, program: { select: { name: true, timeZone: true } } } } } } },
  });
  if (!row) return null;
  const { course, trainee } = row.enrollment;
  return { code: row.code, issuedAt: row.issuedAt, organization: trainee.organization.name, program: course.program, course: { title: course.title, minutes: course.minutes, startsOn: storedDay(course.startsOn), endsOn: storedDay(course.endsOn) } };
}
