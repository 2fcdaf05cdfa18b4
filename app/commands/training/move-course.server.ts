import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { courseMoves, moveCourse } from "~/domain/training/course-stages";
import { lockCourse, saveStage } from "~/store/courses.server";

/** Takes a course to its next stage: open for names, begun, completed, cancelled. */
export const moveCourseOn = command("course.run", {
  input: z.strictObject({ courseId: z.string().max(64), move: z.enum(courseMoves, { error: "Choose what happens next." }) }),
  load: async (db, { courseId }) => {
    const course = await lockCourse(db, courseId);
    return course && { thing: { programId: course.programId }, course };
  },
  rule: ({ course }, { move }) => {
    const stage = moveCourse(course.stage, move);
    return stage.ok ? allowed({ from: course.stage, to: stage.value }) : stage;
  },
  save: async (db, { from, to }, _moment, { course }) => ((await saveStage(db, course.id, from, to)) ? allowed({ courseId: course.id }) : refused("Someone was first: this course has moved on meanwhile.")),
  record: (change, { courseId }) => ({ subject: "course", subjectId: courseId, detail: change }),
});
