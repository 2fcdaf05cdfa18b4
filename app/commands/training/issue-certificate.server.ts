import { randomBytes } from "node:crypto";
import { z } from "zod";
import { command } from "~/commands/command.server";
import { allowed, refused } from "~/domain/access/ruling";
import { codeFrom } from "~/domain/training/codes";
import { certificateRuling } from "~/domain/training/enrollment";
import { traineeThing } from "~/domain/training/trainee-thing";
import { enrollmentById, insertCertificate, lockCourse } from "~/store/courses.server";

/** Issues the certificate of somebody who was there every day. */
export const issueCertificate = command("certificate.issue", {
  input: z.strictObject({ enrollmentId: z.string().max(64) }),
  load: async (db, { enrollmentId }) => {
    const entry = await enrollmentById(db, enrollmentId);
    const course = entry && (await lockCourse(db, entry.courseId));
    if (!entry || !course) return null;
    return { thing: traineeThing(entry.trainee), course, entry };
  },
  rule: ({ course, entry }) => {
    if (entry.certificate) return refused("This person has the certificate already.");
    const ruling = certificateRuling({ stage: course.stage, state: entry.state, days: course.days.map(({ day }) => day), attended: entry.attended });
    return ruling.ok ? allowed({ enrollmentId: entry.id, code: codeFrom(randomBytes(40), 12) }) : ruling;
  },
  save: async (db, certificate, { now }, { course, entry }) => ((await insertCertificate(db, { ...certificate, traineeId: entry.trainee.id, issuedAt: now })) ? allowed({ courseId: course.id, ...certificate }) : refused("Someone was first: the certificate is issued.")),
  record: ({ enrollmentId }, { courseId }) => ({ subject: "course", subjectId: courseId, detail: { certificateFor: enrollmentId } }),
});
