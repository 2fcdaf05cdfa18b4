import { can } from "~/domain/access/may";
import { coverageOf } from "~/domain/training/coverage";
import { readCurriculumKind } from "~/domain/training/curriculum-kinds";
import { currencyOn } from "~/domain/training/refresher";
import { dayOf } from "~/domain/voting/deadline";
import { query } from "~/queries/query.server";
import { coursesOf } from "~/store/courses.server";
import { curriculaSeen } from "~/store/curricula.server";
import { databaseTime } from "~/store/database.server";
import { programZone } from "~/store/documents.server";
import { organizationsOf } from "~/store/programs.server";
import { placesShown } from "./course-list.server";
import { fewest } from "./fewest";
import { coverageCounts, lastTrainedCounts } from "~/store/trainees.server";

export type TrainingPage = Extract<Awaited<ReturnType<typeof trainingPage>>, { ok: true }>["value"];

/** Training at a glance: curricula, courses ahead, who is trained where, and where refreshers are due. Counts only, no names. */
export const trainingPage = query("training.read", async (db, _input: null, actor) => {
  if (actor.kind !== "person") return null;
  const { programId, organizationId } = actor;
  const [now, timeZone] = await Promise.all([databaseTime(db), programZone(db, programId)]);
  const today = dayOf(now, timeZone);
  const [curricula, courses, counts, trained, organizations] = await Promise.all([curriculaSeen(db, programId, organizationId), coursesOf(db, programId, { from: today }), coverageCounts(db, programId), lastTrainedCounts(db, programId), organizationsOf(db, programId)]);
  const place = { programId, organizationId };
  return {
    thing: place,
    timeZone,
    today,
    fewest,
    curricula: curricula.map(({ kind, ...curriculum }) => ({ ...curriculum, kind: readCurriculumKind(kind) })),
    courses: placesShown(courses, actor),
    coverage: byOrganization(counts),
    uncounted: organizations.filter(({ id, isAgency, leftOn }) => isAgency && leftOn === null && !counts.some(({ organizationId: counted }) => counted === id)).map(({ name }) => name),
    refreshers: refreshersBy(trained, today),
    may: { create: can(actor, "curriculum.create", place), plan: can(actor, "course.plan", place), names: can(actor, "trainee.read", place), debrief: can(actor, "debrief.read", place) },
  };
});

type Counts = Awaited<ReturnType<typeof coverageCounts>>;

/** One line an organization and assignment, with its shifts where they may be shown. */
function byOrganization(counts: Counts) {
  const lines = new Map<string, Counts>();
  for (const row of counts) lines.set(`${row.organizationId} ${row.assignment}`, [...(lines.get(`${row.organizationId} ${row.assignment}`) ?? []), row]);
  return [...lines.values()].map((rows) => {
    const [{ organization = "", assignment = "" } = {}] = rows;
    const staff = rows.reduce((sum, row) => sum + row.staff, 0);
    // The target of the whole, weighed by the people of each shift.
    const target = staff === 0 ? 0 : Math.round(rows.reduce((sum, row) => sum + row.target * row.staff, 0) / staff);
    return { organization, assignment, target, ...coverageOf(rows, fewest) };
  });
}

/** How many people of an organization are current, due, or past; below the threshold only that it is so. */
function refreshersBy(trained: Awaited<ReturnType<typeof lastTrainedCounts>>, today: string) {
  const sums = new Map<string, { current: number; due: number; past: number }>();
  for (const { organization, day, people } of trained) {
    const sum = sums.get(organization) ?? { current: 0, due: 0, past: 0 };
    sum[currencyOn(today, day)] += people;
    sums.set(organization, sum);
  }
  return [...sums].map(([organization, sum]) => {
    const small = Object.values(sum).some((people) => people > 0 && people < fewest);
    return { organization, anyPast: sum.past > 0, anyDue: sum.due > 0, counts: small ? null : sum };
  });
}
