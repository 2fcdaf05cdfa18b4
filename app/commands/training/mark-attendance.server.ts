import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { traineeThing } from "~/domain/training/trainee-thing";
import { enrollmentById, lockCourse, markPresent } from "~/store/courses.server";

/** Marks somebody of one's own organization as present on a day, for those without a phone. */
export const markAttendance = command("trainee.enroll", {
  input: z.strictObject({ enrollmentId: z.string().max(64), day: z.iso.date("Choose a day of the course.") }),
  load: async (db, { enrollmentId }) => {
    const entry = await enrollmentById(db, enrollmentId);
    const course = entry && (await lockCourse(db, entry.courseId));
    if (!entry || !course) return null;
    return { thing: traineeThing(entry.trainee), course, entry };
  },
  rule: ({ course, entry }, { day }) => {
    if (course.stage !== "running" && course.stage !== "completed") return refused("Attendance is marked once the course has begun.");
    if (entry.state !== "enrolled") return refused("This person has no place in the course.");
    if (!course.days.some((one) => one.day === day)) return refused("The course is not held on this day.", 422, "day");
    return allowed({ enrollmentId: entry.id, courseId: course.id, day });
  },
  save: async (db, there) => ((await markPresent(db, there)) ? allowed({ courseId: there.courseId }) : refused("This person is marked as present on that day already.")),
  record: ({ day, enrollmentId }, { courseId }) => ({ subject: "course", subjectId: courseId, detail: { enrollmentId, day } }),
});
