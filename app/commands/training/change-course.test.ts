import { beforeAll, expect, test } from "vitest";
import { courseChange } from "~/queries/training/course-pages.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { personForTests, programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addTrainee } from "./add-trainee.server";
import { changeCourse } from "./change-course.server";
import { createCurriculum } from "./create-curriculum.server";
import { enrollTrainee } from "./enroll-trainee.server";
import { moveCourseOn } from "./move-course.server";
import { planCourse } from "./plan-course.server";

let program: ProgramForTests;
let trainer: PersonActor;
let elsewhere: PersonActor;
let courseId: string;

const said = { title: "The refresher", place: "Academy", audience: "Patrol", capacity: "5" };

function done<Value>(outcome: { ok: true; value: Value } | { ok: false }): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const days = async () => (await database().courseDay.findMany({ where: { courseId }, orderBy: { day: "asc" } })).map(({ day, code }) => [day.toISOString().slice(0, 10), code]);

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  const [own = "", other = ""] = program.organizationIds;
  trainer = await personForTests(program.programId, own, "trainer", ["trainer"], false);
  elsewhere = await personForTests(program.programId, other, "trainer of another agency", ["trainer"], false);
  const { id } = done(await createCurriculum(trainer, { curriculum: "refresher", number: "TRN-1", title: "The refresher", visibility: "program", agencyIds: [own] }));
  courseId = done(await planCourse(trainer, { ...said, curriculumId: id, days: "2099-03-01\n2099-03-02" })).courseId;
  done(await moveCourseOn(trainer, { courseId, move: "open" }));
});

test("a day that stays keeps the code for its room, one that goes takes its code along", async () => {
  const [, second] = await days();
  done(await changeCourse(trainer, { ...said, courseId, place: "Fire hall", days: "2099-03-02\n2099-03-05" }));
  const [kept, fresh] = await days();
  expect(kept).toEqual(second);
  expect(fresh?.[0]).toBe("2099-03-05");
  expect(await database().course.findUniqueOrThrow({ where: { id: courseId } })).toMatchObject({ place: "Fire hall", startsOn: new Date("2099-03-02"), endsOn: new Date("2099-03-05") });
});

test("places are not fewer than the people on the list, and only who keeps a list with people on it hears of a change", async () => {
  for (const name of ["Chris Delgado", "Ruth Alder"]) done(await enrollTrainee(elsewhere, { courseId, traineeId: done(await addTrainee(elsewhere, { name, assignment: "Patrol", shift: "Day" })).traineeId }));
  const change = { ...said, courseId, days: "2099-03-02\n2099-03-05" };
  expect(await changeCourse(trainer, { ...change, capacity: "1" })).toMatchObject({ ok: false, status: 422, fields: { capacity: [expect.stringContaining("2 people are on the list")] } });
  done(await changeCourse(trainer, { ...change, capacity: "2" }));
  const told = await database().notice.findMany({ where: { cause: { startsWith: "course.changed" } }, select: { personId: true, body: true } });
  expect(told).toContainEqual({ personId: elsewhere.personId, body: "A course was changed: The refresher" });
  expect(told.map(({ personId }) => personId)).not.toContain(trainer.personId);
  expect(await changeCourse(trainer, { ...change, days: "someday" })).toMatchObject({ ok: false, status: 422, field: "days" });
});

test("a course that has begun stands as it is", async () => {
  done(await moveCourseOn(trainer, { courseId, move: "begin" }));
  const before = await days();
  expect(await changeCourse(trainer, { ...said, courseId, days: "2099-04-01" })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("has begun") });
  expect(await days()).toEqual(before);
  expect(done(await courseChange(trainer, { courseId })).closed).toContain("has begun");
});
