-- AlterTable
ALTER TABLE "Trainee" ADD COLUMN     "trainedOn" DATE;

-- What the certificates say already.
UPDATE "Trainee" t SET "trainedOn" = last.day
FROM (
  SELECT e."traineeId", max(k."endsOn") AS day
  FROM "Enrollment" e JOIN "Certificate" c ON c."enrollmentId" = e.id JOIN "Course" k ON k.id = e."courseId"
  GROUP BY e."traineeId"
) last
WHERE last."traineeId" = t.id;
