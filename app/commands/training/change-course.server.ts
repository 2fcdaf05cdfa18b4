import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { courseDays, hoursFitRuling } from "~/domain/training/course-days";
import { changeCourseRuling } from "~/domain/training/course-stages";
import { lockCourse, saveCourse, trainersOnList } from "~/store/courses.server";
import { tell } from "~/store/notices.server";
import { courseInput, newDay } from "./course-input.server";

/** Changes a course that has not begun. Who keeps a list for it is told; a day that stays keeps its code. */
export const changeCourse = command("course.plan", {
  input: z.strictObject({ courseId: z.string().max(64), ...courseInput }),
  load: async (db, { courseId }) => {
    const course = await lockCourse(db, courseId);
    return course && { thing: { programId: course.programId }, course };
  },
  rule: ({ course }, { courseId, days, ...said }) => {
    const open = changeCourseRuling(course.stage);
    if (!open.ok) return open;
    const read = courseDays(days);
    if (!read.ok) return read;
    const fits = hoursFitRuling(course.minutes, read.value);
    if (!fits.ok) return fits;
    if (said.capacity < course.taken) return refused(`${course.taken} people are on the list. Take some off it first, or leave as many places.`, 422, "capacity");
    return allowed({ ...said, courseId, days: read.value.map(newDay) });
  },
  save: async (db, change, { now }, { course }) => {
    await saveCourse(db, change);
    const personIds = await trainersOnList(db, course.id);
    await tell(db, { programId: course.programId, personIds, body: `A course was changed: ${change.title}`, path: `/training/courses/${course.id}`, cause: `course.changed:${course.id}:${now.toISOString()}` });
    return allowed({ courseId: course.id });
  },
  record: ({ days, courseId: _id, ...change }, { courseId }) => ({ subject: "course", subjectId: courseId, detail: { ...change, days: days.map(({ day }) => day) } }),
});
