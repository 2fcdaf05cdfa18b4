import { query } from "~/queries/query.server";
import { coursesOf } from "~/store/courses.server";
import { programZone } from "~/store/documents.server";

const onPage = 50;

/** All courses, latest first, a page at a time. */
export const courseList = query("training.read", async (db, { page }: { page: number }, actor) => {
  if (actor.kind !== "person") return null;
  const courses = await coursesOf(db, actor.programId, { most: onPage + 1, skip: (page - 1) * onPage });
  return { thing: { programId: actor.programId }, page, more: courses.length > onPage, courses: courses.slice(0, onPage), timeZone: await programZone(db, actor.programId) };
});
