import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { chosen } from "~/domain/access/words";
import { enrollmentRuling, nextInLine, type EnrollmentState } from "~/domain/training/enrollment";
import { takesNames } from "~/domain/training/course-stages";
import { traineeThing } from "~/domain/training/trainee-thing";
import { enrollmentById, lockCourse, placesOf, saveEnrollment, setEnrollmentState } from "~/store/courses.server";
import { traineeById } from "~/store/trainees.server";

/** Gives somebody of one's own organization a place in a course, or a place on its waiting list. */
export const enrollTrainee = command("trainee.enroll", {
  input: z.strictObject({ courseId: z.string().max(64), traineeId: chosen("Choose the person.") }),
  load: async (db, { courseId, traineeId }) => {
    const course = await lockCourse(db, courseId);
    const trainee = await traineeById(db, traineeId);
    if (!course || !trainee || course.programId !== trainee.programId) return null;
    return { thing: traineeThing(trainee), course, trainee, places: await placesOf(db, courseId) };
  },
  rule: ({ course, trainee, places }) => {
    if (trainee.leftOn) return refused("This person has left your organization.", 409, "traineeId");
    const already = places.find(({ traineeId }) => traineeId === trainee.id);
    return enrollmentRuling({ stage: course.stage, capacity: course.capacity, taken: course.taken, already: (already?.state as EnrollmentState | undefined) ?? null });
  },
  save: async (db, state, { now }, { course, trainee }) => allowed({ enrollmentId: await saveEnrollment(db, { courseId: course.id, traineeId: trainee.id, state, at: now }), courseId: course.id, state }),
  record: (state, { courseId }, { trainee }) => ({ subject: "course", subjectId: courseId, detail: { traineeId: trainee.id, state } }),
});

/** Takes somebody off the list; who waits longest moves up into the place. */
export const withdrawTrainee = command("trainee.enroll", {
  input: z.strictObject({ enrollmentId: z.string().max(64) }),
  load: async (db, { enrollmentId }) => {
    const entry = await enrollmentById(db, enrollmentId);
    const course = entry && (await lockCourse(db, entry.courseId));
    if (!entry || !course) return null;
    return { thing: traineeThing(entry.trainee), course, entry, places: await placesOf(db, course.id) };
  },
  rule: ({ course, entry, places }) => {
    if (!takesNames(course.stage)) return refused("The list of this course is closed.");
    if (entry.state === "withdrawn") return refused("This person is off the list already.");
    const left = places.map((place) => (place.id === entry.id ? { ...place, state: "withdrawn" } : place));
    return allowed({ from: entry.state, next: nextInLine(left, course.capacity)?.id ?? null });
  },
  save: async (db, { from, next }, _moment, { entry, course }) => {
    if (!(await setEnrollmentState(db, entry.id, from, "withdrawn"))) return refused("Someone was first: this place has changed meanwhile.");
    if (next) await setEnrollmentState(db, next, "waiting", "enrolled");
    return allowed({ courseId: course.id });
  },
  record: ({ from, next }, { courseId }, { entry }) => ({ subject: "course", subjectId: courseId, detail: { traineeId: entry.trainee.id, from, movedUp: next } }),
});
