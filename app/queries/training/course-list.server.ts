import { can, type Actor } from "~/domain/access/may";
import { unlessFew } from "~/domain/training/coverage";
import { query } from "~/queries/query.server";
import { coursesOf } from "~/store/courses.server";
import { programZone } from "~/store/documents.server";
import { fewest } from "./fewest";

const onPage = 50;

/** All courses, latest first, a page at a time. */
export const courseList = query("training.read", async (db, { page }: { page: number }, actor) => {
  if (actor.kind !== "person") return null;
  const courses = await coursesOf(db, actor.programId, { most: onPage + 1, skip: (page - 1) * onPage });
  return { thing: { programId: actor.programId }, page, more: courses.length > onPage, courses: placesShown(courses.slice(0, onPage), actor), fewest, timeZone: await programZone(db, actor.programId) };
});

/** How many places are taken is for those who run courses or send people to them; everybody else is not told of a few. */
export function placesShown<Course extends { taken: number }>(courses: readonly Course[], actor: Extract<Actor, { kind: "person" }>): (Omit<Course, "taken"> & { taken: number | null })[] {
  const { programId, organizationId } = actor;
  const open = can(actor, "course.run", { programId }) || can(actor, "trainee.read", { programId, organizationId });
  return courses.map((course) => ({ ...course, taken: open ? course.taken : unlessFew(course.taken, fewest) }));
}
