import { can, type Actor } from "~/domain/access/may";
import { changeCourseRuling, movesFrom, takesNames } from "~/domain/training/course-stages";
import { unlessFew } from "~/domain/training/coverage";
import { certificateRuling } from "~/domain/training/enrollment";
import { daysOn } from "~/domain/decisions/business-days";
import { refresherSpans } from "~/domain/training/refresher";
import { traineeThing } from "~/domain/training/trainee-thing";
import { hashOf } from "~/editor/canonical.server";
import { query } from "~/queries/query.server";
import { certificateByCode, courseById, enrollmentById, feedbackOf, rosterOf } from "~/store/courses.server";
import { curriculaSeen } from "~/store/curricula.server";
import { organizationsOf } from "~/store/programs.server";
import { headcountsOf, traineeById, traineesOf, traineesToAdd, type TrainedWithin } from "~/store/trainees.server";
import { dayOf } from "~/domain/voting/deadline";
import { databaseTime, type Database } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { fewest } from "./fewest";

/** What the form of a new course offers. */
export const courseForm = query("course.plan", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const curricula = await curriculaSeen(db, actor.programId, actor.organizationId);
  return { thing: { programId: actor.programId }, curricula: curricula.map(({ documentId, document }) => ({ id: documentId, title: `${document.number}, ${document.title}` })) };
});

/** A course as the form that changes it begins, or why it no longer changes. */
export const courseChange = query("course.plan", async (db, { courseId }: { courseId: string }) => {
  const course = await courseById(db, courseId);
  if (!course) return null;
  const { id, title, place, audience, capacity, days, stage } = course;
  const ruling = changeCourseRuling(stage);
  return { thing: { programId: course.programId }, closed: ruling.ok ? null : ruling.reason, course: { id, title, place, audience, capacity, days: days.map(({ day }) => ({ day })) } };
});

export type CoursePage = Extract<Awaited<ReturnType<typeof coursePage>>, { ok: true }>["value"];

/** One course: days, places, who teaches for how long, and what was said about it once enough have spoken. No names of those who are trained. */
export const coursePage = query("training.read", async (db, { courseId }: { courseId: string }, actor) => {
  const course = await courseById(db, courseId);
  if (!course || actor.kind !== "person") return null;
  const thing = { programId: course.programId };
  const mayRun = can(actor, "course.run", thing);
  const [feedback, organizations, now] = await Promise.all([feedbackOf(db, courseId), organizationsOf(db, course.programId), databaseTime(db)]);
  const today = dayOf(now, course.program.timeZone);
  const { days, ...shown } = course;
  const names = can(actor, "trainee.read", { programId: actor.programId, organizationId: actor.organizationId });
  return {
    thing,
    timeZone: course.program.timeZone,
    fewest,
    course: { ...shown, taken: mayRun || names ? shown.taken : unlessFew(shown.taken, fewest) },
    days: days.map(({ day, code, present }) => ({ day, present: mayRun ? present : unlessFew(present, fewest), today: day === today, code: mayRun ? code : null })),
    feedback: feedback.length >= fewest ? { answers: feedback.length, useful: mean(feedback.map(({ useful }) => useful)), pace: mean(feedback.map(({ pace }) => pace)), words: feedback.map(({ words }) => words).filter(Boolean) } : null,
    organizations: mayRun ? organizations.map(({ id, name }) => ({ id, name })) : [],
    moves: mayRun ? movesFrom(course.stage) : [],
    may: { run: mayRun, names, change: can(actor, "course.plan", thing) && changeCourseRuling(course.stage).ok },
  };
});

export type RosterPage = Extract<Awaited<ReturnType<typeof rosterPage>>, { ok: true }>["value"];

/** The people of one's own organization in a course: places, days, certificates. */
export const rosterPage = query("trainee.read", (db, { courseId, letters }: { courseId: string; letters: string }, actor) => roster(db, courseId, letters, actor));

/** The same list, reached from one place on it. */
export const placePage = query("trainee.read", async (db, { enrollmentId }: { enrollmentId: string }, actor) => {
  const entry = await enrollmentById(db, enrollmentId);
  if (!entry) return null;
  const page = await roster(db, entry.courseId, "", actor);
  return page && { ...page, thing: traineeThing(entry.trainee) };
});

/** So many names are offered at once; more are found by their letters. */
const mostOffered = 50;

async function roster(db: Database, courseId: string, asked: string, actor: Actor) {
  const course = await courseById(db, courseId);
  if (!course || actor.kind !== "person" || course.programId !== actor.programId) return null;
  const letters = asked.trim().slice(0, 100);
  const { organizationId } = actor;
  const [entries, toAdd] = await Promise.all([rosterOf(db, courseId, organizationId), takesNames(course.stage) ? traineesToAdd(db, { organizationId, courseId, letters, most: mostOffered + 1 }) : []]);
  const days = course.days.map(({ day }) => day);
  return {
    thing: { programId: actor.programId, organizationId: actor.organizationId },
    organization: actor.organizationName,
    timeZone: course.program.timeZone,
    course: { id: course.id, title: course.title, stage: course.stage, capacity: course.capacity, taken: course.taken, days },
    entries: entries.map((entry) => ({ ...entry, mayCertify: !entry.certificate && certificateRuling({ stage: course.stage, state: entry.state, days, attended: entry.attended }).ok })),
    letters,
    toAdd: toAdd.slice(0, mostOffered),
    moreToAdd: toAdd.length > mostOffered,
  };
}

const mostTrainees = 50;

/** Whom the list of people shows: everybody, or those whose refresher is due, past, or who hold no certificate yet. */
export const peopleShown = ["all", "due", "past", "never"] as const;
export type PeopleShown = (typeof peopleShown)[number];

/** The people of one's own organization in training, a page of them from behind the person `after`, and how many serve there. */
export const traineesPage = query("trainee.read", (db, asked: { after: string; letters: string; shown: PeopleShown }, actor) => people(db, asked, actor));

/** The same list, reached from one person on it. */
export const traineePage = query("trainee.read", async (db, { traineeId }: { traineeId: string }, actor) => {
  const trainee = await traineeById(db, traineeId);
  const page = trainee && (await people(db, { after: "", letters: trainee.name, shown: "all" }, actor));
  return page && { ...page, thing: traineeThing(trainee) };
});

async function people(db: Database, { after, letters: asked, shown }: { after: string; letters: string; shown: PeopleShown }, actor: Actor) {
  if (actor.kind !== "person") return null;
  const { programId, organizationId, organizationName } = actor;
  const letters = asked.trim().slice(0, 100);
  const [timeZone, now] = await Promise.all([programZone(db, programId), databaseTime(db)]);
  const today = dayOf(now, timeZone);
  const [found, headcounts] = await Promise.all([traineesOf(db, organizationId, { ...(after ? { after } : {}), letters, within: spanOf(shown, today), most: mostTrainees + 1 }), headcountsOf(db, organizationId)]);
  const trainees = found.slice(0, mostTrainees);
  return { thing: { programId, organizationId }, organization: organizationName, letters, shown, trainees, next: found.length > mostTrainees ? (trainees.at(-1)?.id ?? null) : null, headcounts, timeZone, today, mayLeave: can(actor, "trainee.leave", { programId, organizationId }) };
}

function spanOf(shown: PeopleShown, today: string): TrainedWithin | null {
  const { past, due } = refresherSpans(today);
  if (shown === "all") return null;
  if (shown === "never") return { from: null, until: null };
  return shown === "past" ? { from: null, until: past } : { from: daysOn(past, 1), until: due };
}

/** Everything that stands on a certificate. */
export const certificateFacts = query("trainee.read", async (db, { enrollmentId }: { enrollmentId: string }) => {
  const entry = await enrollmentById(db, enrollmentId);
  const course = entry?.certificate ? await courseById(db, entry.courseId) : null;
  if (!entry?.certificate || !course) return null;
  const { trainee, certificate } = entry;
  const facts = { name: trainee.name, organization: trainee.organization.name, title: course.title, minutes: course.minutes, days: course.days.map(({ day }) => day), curriculum: course.curriculum.document, code: certificate.code };
  return { thing: traineeThing(trainee), facts, hash: hashOf(facts), program: course.program, issuedAt: certificate.issuedAt };
});

/** What a certificate's code confirms, for anybody who holds the paper. Nothing is said of codes that lead nowhere but that they do. */
export const certificateCheck = query("certificate.check", async (db, { code }: { code: string }) => ({ thing: { programId: null }, asked: code, found: code ? await certificateByCode(db, code) : null }));

/** The forms that need no account: signing in to a day, and saying how a course was. */
export const attendanceForm = query("attendance.sign", async () => ({ thing: { programId: null } }));
export const feedbackForm = query("feedback.give", async () => ({ thing: { programId: null } }));

function mean(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10;
}
