import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen, line } from "~/domain/access/words";
import { minutesOfHours } from "~/domain/training/hours";
import { insertInstructor, lockCourse } from "~/store/courses.server";
import { organizationById } from "~/store/programs.server";

/** Adds who teaches in a course, for which organization, on what and for how long. */
export const addInstructor = command("course.run", {
  input: z.strictObject({
    courseId: z.string().max(64),
    organizationId: chosen("Choose the organization that sends them."),
    name: line("Name the person who teaches."),
    subject: line("Say what they teach."),
    hours: z.string({ error: "Say how many hours they teach." }),
  }),
  load: async (db, { courseId, organizationId }) => {
    const course = await lockCourse(db, courseId);
    const organization = course && (await organizationById(db, course.programId, organizationId));
    return course && { thing: { programId: course.programId }, course, organization };
  },
  rule: ({ course, organization }, { hours, name, subject }) => {
    const minutes = minutesOfHours(hours);
    if (!organization) return refused("Choose an organization of this program.", 422, "organizationId");
    if (minutes === null) return refused("Write the hours as a number such as 1.5.", 422, "hours");
    if (course.stage === "cancelled") return refused("This course was cancelled.");
    return allowed({ courseId: course.id, organizationId: organization.id, name, subject, minutes });
  },
  save: async (db, instructor) => allowed({ instructorId: await insertInstructor(db, instructor), courseId: instructor.courseId }),
  record: ({ courseId, ...instructor }) => ({ subject: "course", subjectId: courseId, detail: instructor }),
});
