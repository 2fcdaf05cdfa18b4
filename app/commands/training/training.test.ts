import { beforeAll, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import { dayOf } from "~/domain/voting/deadline";
import { certificateCheck, certificateFacts, coursePage, placePage, rosterPage, traineesPage } from "~/queries/training/course-pages.server";
import { courseList } from "~/queries/training/course-list.server";
import { curriculumPage } from "~/queries/training/curriculum-page.server";
import { debriefList, rollCall } from "~/queries/training/debrief-pages.server";
import { retentionPage } from "~/queries/training/retention-page.server";
import { trainingPage } from "~/queries/training/training-page.server";
import { weekPage } from "~/queries/training/week-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { personForTests, programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addTrainee } from "./add-trainee.server";
import { arrangeModule } from "./arrange-module.server";
import { createCurriculum } from "./create-curriculum.server";
import { enrollTrainee, withdrawTrainee } from "./enroll-trainee.server";
import { giveFeedback } from "./give-feedback.server";
import { issueCertificate } from "./issue-certificate.server";
import { linkModule, unlinkModule } from "./link-module.server";
import { markAttendance } from "./mark-attendance.server";
import { moveCourseOn } from "./move-course.server";
import { placeModule } from "./place-module.server";
import { planCourse } from "./plan-course.server";
import { setHeadcount } from "./set-headcount.server";
import { setService } from "./set-service.server";
import { setMinimum } from "./set-minimum.server";
import { signAttendance } from "./sign-attendance.server";

let program: ProgramForTests;
let trainer: PersonActor;
let curriculumId: string;
let draftId: string;
let numbers = 0;

type Outcome<Value> = { ok: true; value: Value } | { ok: false };

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  trainer = await personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
  curriculumId = await curriculum();
  draftId = (await database().draft.findFirstOrThrow({ where: { documentId: curriculumId } })).id;
});

async function curriculum(kind = "cit"): Promise<string> {
  const agencyIds = program.organizationIds.slice(0, 2);
  return done(await createCurriculum(trainer, { curriculum: kind, number: `TRN-${++numbers}`, title: `The CIT week ${numbers}`, visibility: "program", agencyIds })).id;
}

async function course(capacity: number, today = dayOf(new Date(), "America/Chicago")) {
  const { courseId } = done(await planCourse(trainer, { curriculumId: await curriculum("refresher"), title: `CIT week ${++numbers}`, place: "Academy", audience: "Patrol", capacity: String(capacity), days: today }));
  done(await moveCourseOn(trainer, { courseId, move: "open" }));
  const [day] = await database().courseDay.findMany({ where: { courseId } });
  return { courseId, dayCode: day!.code, today };
}

test("a week of forty hours is not planned on one day", async () => {
  const planned = { curriculumId, title: "A long day", place: "Academy", audience: "Patrol", capacity: "5" };
  expect(await planCourse(trainer, { ...planned, days: "2027-03-01" })).toMatchObject({ ok: false, status: 422, field: "days" });
  done(await planCourse(trainer, { ...planned, days: "2027-03-01\n2027-03-02\n2027-03-03\n2027-03-04" }));
});

async function officer(name: string, by = trainer): Promise<{ traineeId: string; code: string }> {
  const { traineeId } = done(await addTrainee(by, { name, assignment: "Patrol", shift: "Day" }));
  return { traineeId, code: (await database().trainee.findUniqueOrThrow({ where: { id: traineeId } })).code };
}

test("a curriculum begins whole, and a module that is moved is moved in the text itself", async () => {
  const begun = done(await curriculumPage(trainer, { documentId: curriculumId }));
  expect(begun.check.sentences).toEqual([]);
  const panels = begun.modules.find(({ topic }) => topic === "Lived experience")!;
  const form = { hours: "2", day: "Friday", start: "17:00", method: "Panel", topic: "Lived experience", taughtBy: "Peers", steps: ["1"] };
  done(await arrangeModule(trainer, { draftId, moduleId: panels.id, ...form }));
  const week = done(await weekPage(trainer, { draftId }));
  expect(week.modules.find(({ id }) => id === panels.id)).toMatchObject({ minutes: 120, slot: { day: "Friday", start: 1020 }, taughtBy: "Peers" });
  expect(week.check.sentences).toEqual(["The modules sum to 39.0 h: 1 h short of 40.0 h."]);
  expect(await arrangeModule(trainer, { draftId, moduleId: panels.id, ...form, hours: "many" })).toMatchObject({ ok: false, status: 422, field: "hours" });
  expect(await arrangeModule(trainer, { draftId, moduleId: "gone", ...form })).toMatchObject({ ok: false, status: 409 });
  expect(await arrangeModule(program.person("observer"), { draftId, moduleId: panels.id, ...form })).toMatchObject({ ok: false, status: 403 });
});

test("a module is moved by a button, what must make room goes with it, and the sum stays", async () => {
  const before = done(await weekPage(trainer, { draftId }));
  const at = async (start: string) => done(await weekPage(trainer, { draftId })).modules.find(({ title }) => title.startsWith(start))!;
  const stigma = await at("Culture");
  done(await placeModule(trainer, { draftId, moduleId: stigma.id, place: "earlier" }));
  expect(await at("Culture")).toMatchObject({ slot: { day: "Monday", start: 480 }, facts: { ...stigma.facts, when: "Monday 8:00" } });
  expect((await at("Welcome")).slot).toEqual({ day: "Monday", start: 540 });
  done(await placeModule(trainer, { draftId, moduleId: stigma.id, place: "Tuesday 13:00" }));
  expect([(await at("Suicide")).slot, (await at("Trauma")).slot]).toEqual([{ day: "Tuesday", start: 840 }, { day: "Tuesday", start: 960 }]);
  done(await placeModule(trainer, { draftId, moduleId: stigma.id, place: "aside" }));
  expect((await at("Culture")).slot).toBeNull();
  expect(done(await weekPage(trainer, { draftId })).check.total).toBe(before.check.total);
  expect(await placeModule(trainer, { draftId, moduleId: stigma.id, place: "sideways" })).toMatchObject({ ok: false, status: 422, field: "place" });
  expect(await placeModule(trainer, { draftId, moduleId: "gone", place: "Tuesday" })).toMatchObject({ ok: false, status: 409 });
  expect(await placeModule(program.person("observer"), { draftId, moduleId: stigma.id, place: "Tuesday" })).toMatchObject({ ok: false, status: 403 });
});

test("a minimum protects a group, and only that group lowers it", async () => {
  const groupId = program.groupIds[2] ?? "";
  done(await setMinimum(trainer, { documentId: curriculumId, topic: "Lived experience", hours: "3", groupId }));
  expect(await setMinimum(trainer, { documentId: curriculumId, topic: "lived experience", hours: "1", groupId })).toMatchObject({ ok: false, status: 403, field: "hours" });
  expect(done(await weekPage(trainer, { draftId })).check.sentences.at(-1)).toContain("below the 3.0 h that Lived experience and advocacy protects");
  done(await setMinimum(program.person("advocate"), { documentId: curriculumId, topic: "Lived experience", hours: "2", groupId }));
});

test("a module is linked to a clause that is there, once, and the link can be taken away", async () => {
  const { modules } = done(await curriculumPage(trainer, { documentId: curriculumId }));
  const link = { curriculumId, moduleId: modules[0]!.id, clause: `${program.documentId}/c1` };
  done(await linkModule(trainer, link));
  expect(await linkModule(trainer, link)).toMatchObject({ ok: false, status: 409 });
  expect(await linkModule(trainer, { ...link, clause: `${program.documentId}/c9` })).toMatchObject({ ok: false, field: "clause" });
  expect(done(await curriculumPage(trainer, { documentId: curriculumId })).links).toMatchObject([{ moduleId: link.moduleId, words: "CIT-101, 1 Clause 1" }]);
  done(await unlinkModule(trainer, link));
  expect(await unlinkModule(trainer, link)).toMatchObject({ ok: false, status: 409 });
});

test("a course goes from a plan to a certificate that anyone can confirm, without the name", async () => {
  const { courseId, dayCode } = await course(5);
  const { traineeId, code } = await officer("Chris Delgado");
  const { enrollmentId } = done(await enrollTrainee(trainer, { courseId, traineeId }));
  expect(await signAttendance(anyone, { dayCode, ownCode: code })).toMatchObject({ ok: false, reason: "This course is not running." });
  done(await moveCourseOn(trainer, { courseId, move: "begin" }));
  expect(await signAttendance(anyone, { dayCode, ownCode: "AAAAAAAA" })).toMatchObject({ ok: false, status: 422 });
  done(await signAttendance(anyone, { dayCode: dayCode.toLowerCase(), ownCode: ` ${code} ` }));
  done(await signAttendance(anyone, { dayCode, ownCode: code }));
  expect(await issueCertificate(trainer, { enrollmentId })).toMatchObject({ ok: false, reason: expect.stringContaining("completed") });
  done(await moveCourseOn(trainer, { courseId, move: "complete" }));
  const { code: certificate } = done(await issueCertificate(trainer, { enrollmentId }));
  expect(await issueCertificate(trainer, { enrollmentId })).toMatchObject({ ok: false, status: 409 });
  const confirmed = done(await certificateCheck(anyone, { code: certificate }));
  expect(confirmed.found).toMatchObject({ organization: "Riverton Police", course: { minutes: 4 * 60 } });
  expect(JSON.stringify(confirmed)).not.toContain("Delgado");
  expect(done(await certificateCheck(anyone, { code: "AAAAAAAAAAAA" })).found).toBeNull();
  expect(done(await certificateFacts(trainer, { enrollmentId })).facts.name).toBe("Chris Delgado");
});

test("who has left counts as trained no more, nor as due, and counts again when back", async () => {
  const found = async (letters: string, shown: "all" | "due" | "past" | "never") => done(await traineesPage(trainer, { after: "", letters, shown })).trainees;
  const [chris] = await found("Delgado", "all");
  if (!chris) throw new Error("Nobody was certified.");
  const trained = async (day: string) => void (await database().trainee.update({ where: { id: chris.id }, data: { trainedOn: new Date(day) } }));
  expect([(await found("Delgado", "due")).length, (await found("Delgado", "past")).length, (await found("Delgado", "never")).length]).toEqual([0, 0, 0]);
  await trained("2020-02-29");
  expect(await found("Delgado", "past")).toHaveLength(1);
  expect(await found("Delgado", "due")).toHaveLength(0);
  const refreshers = async () => done(await trainingPage(trainer, null)).refreshers;
  expect(await refreshers()).toMatchObject([{ anyPast: true }]);
  expect(await setService(program.person("sheriff"), { traineeId: chris.id, serves: "no" })).toMatchObject({ ok: false, kind: "missing" });
  done(await setService(trainer, { traineeId: chris.id, serves: "no" }));
  expect(await setService(trainer, { traineeId: chris.id, serves: "no" })).toMatchObject({ ok: false, status: 409 });
  expect(await refreshers()).toEqual([]);
  expect(await found("Delgado", "past")).toHaveLength(0);
  expect(await found("Delgado", "all")).toMatchObject([{ leftOn: expect.stringMatching(/^20/) }]);
  done(await setService(trainer, { traineeId: chris.id, serves: "yes" }));
  expect(await refreshers()).toMatchObject([{ anyPast: true }]);
  const { courseId } = await course(5);
  const { enrollmentId } = done(await enrollTrainee(trainer, { courseId, traineeId: chris.id }));
  expect(await setService(trainer, { traineeId: chris.id, serves: "no" })).toMatchObject({ ok: false, reason: expect.stringContaining("on the list of") });
  done(await withdrawTrainee(trainer, { enrollmentId }));
  await trained(dayOf(new Date(), "America/Chicago"));
});

test("who was not there gets no certificate", async () => {
  const { courseId } = await course(5);
  const { traineeId } = await officer("Jordan Vale");
  const { enrollmentId } = done(await enrollTrainee(trainer, { courseId, traineeId }));
  for (const move of ["begin", "complete"]) done(await moveCourseOn(trainer, { courseId, move }));
  expect(await issueCertificate(trainer, { enrollmentId })).toMatchObject({ ok: false, reason: expect.stringContaining("was not there") });
});

test("names are seen by nobody outside the organization, on no page, in no record", async () => {
  const { courseId } = await course(5);
  const { traineeId } = await officer("Rowan Quill");
  done(await enrollTrainee(trainer, { courseId, traineeId }));
  const clinician = program.person("clinician");
  const sheriff = program.person("sheriff");
  const { id: enrollmentId } = await database().enrollment.findFirstOrThrow({ where: { traineeId } });
  const coordinator = program.person("coordinator");
  const pages = async (reader: PersonActor) => [await trainingPage(reader, null), await courseList(reader, { page: 1 }), await coursePage(reader, { courseId }), await curriculumPage(reader, { documentId: curriculumId }), await weekPage(reader, { draftId }), await retentionPage(reader, { surveyId: "", cohort: "" })];
  const own = async (reader: PersonActor) => [await rosterPage(reader, { courseId, letters: "" }), await traineesPage(reader, { after: "", letters: "", shown: "all" }), await debriefList(reader, { month: "", unit: "", own: false }), await rollCall(reader, null)];
  const open = [...(await pages(clinician)), ...(await pages(sheriff)), ...(await pages(coordinator)), ...(await own(sheriff)), ...(await own(coordinator))];
  for (const page of open) {
    expect(page.ok).toBe(true);
    expect(JSON.stringify(page)).not.toContain("Quill");
  }
  for (const reader of [sheriff, coordinator]) for (const asked of [placePage, certificateFacts]) expect(await asked(reader, { enrollmentId })).toMatchObject({ ok: false, kind: "missing" });
  expect(await rosterPage(clinician, { courseId, letters: "" })).toMatchObject({ ok: false, status: 403 });
  for (const query of [trainingPage(anyone, null), courseList(anyone, { page: 1 }), coursePage(anyone, { courseId }), rosterPage(anyone, { courseId, letters: "" })]) expect(await query).toMatchObject({ ok: false });
  expect(JSON.stringify(done(await rosterPage(trainer, { courseId, letters: "" })))).toContain("Quill");
  expect(await enrollTrainee(sheriff, { courseId, traineeId })).toMatchObject({ ok: false, kind: "missing" });
  expect(JSON.stringify(await database().auditRecord.findMany())).not.toContain("Quill");
});

test("the last place is given once though many ask at the same moment, and who waits longest moves up", async () => {
  const { courseId } = await course(1);
  const people = await Promise.all(["One", "Two", "Three"].map((name) => officer(`Waiting ${name}`)));
  const places = await Promise.all(people.map(({ traineeId }) => enrollTrainee(trainer, { courseId, traineeId })));
  expect(places.map((place) => done(place).state).sort()).toEqual(["enrolled", "waiting", "waiting"]);
  const first = places.map(done).find(({ state }) => state === "enrolled")!;
  done(await withdrawTrainee(trainer, { enrollmentId: first.enrollmentId }));
  const states = await database().enrollment.findMany({ where: { courseId }, orderBy: { at: "asc" }, select: { state: true } });
  expect(states.map(({ state }) => state).sort()).toEqual(["enrolled", "waiting", "withdrawn"]);
});

test("of a large agency so many names are offered, and the others are found by some letters", async () => {
  const { courseId } = await course(10);
  const { programId, organizationId } = trainer;
  await database().trainee.createMany({ data: Array.from({ length: 60 }, (_, at) => ({ programId, organizationId: organizationId ?? "", name: `Crowd ${String(at).padStart(2, "0")}`, assignment: "Patrol", shift: "Day", code: `CROWD${at}` })) });
  const asked = async (letters: string) => done(await rosterPage(trainer, { courseId, letters }));
  expect(await asked("")).toMatchObject({ moreToAdd: true, toAdd: { length: 50 } });
  const found = await asked(" cROWD 5");
  expect(found).toMatchObject({ moreToAdd: false, toAdd: { length: 10 } });
  done(await enrollTrainee(trainer, { courseId, traineeId: found.toAdd[0]!.id }));
  expect((await asked("Crowd 5")).toAdd.map(({ name }) => name)).not.toContain("Crowd 50");
  expect((await asked("nobody of this name")).toAdd).toEqual([]);
  expect(done(await traineesPage(trainer, { after: "", letters: "crowd 1", shown: "all" })).trainees).toHaveLength(10);
  await database().trainee.deleteMany({ where: { name: { startsWith: "Crowd" }, enrollments: { none: {} } } });
});

test("feedback is kept without a name, once a person, and shown from five answers on", async () => {
  const { courseId } = await course(10);
  const people = await Promise.all(Array.from({ length: 5 }, (_, at) => officer(`Speaker ${at}`)));
  const enrollments = await Promise.all(people.map(async ({ traineeId }) => done(await enrollTrainee(trainer, { courseId, traineeId })).enrollmentId));
  done(await moveCourseOn(trainer, { courseId, move: "begin" }));
  const today = dayOf(new Date(), "America/Chicago");
  for (const enrollmentId of enrollments) done(await markAttendance(trainer, { enrollmentId, day: today }));
  for (const [at, { code }] of people.entries()) {
    if (at === 4) expect(done(await coursePage(trainer, { courseId })).feedback).toBeNull();
    done(await giveFeedback(anyone, { ownCode: code, useful: "5", pace: "3", words: `Answer ${at}` }));
    expect(await giveFeedback(anyone, { ownCode: code, useful: "1", pace: "3" })).toMatchObject({ ok: false, field: "ownCode" });
  }
  expect(done(await coursePage(trainer, { courseId })).feedback).toMatchObject({ answers: 5, useful: 5, pace: 3 });
  const kept = JSON.stringify(await database().courseFeedback.findMany({ where: { courseId } }));
  for (const secret of [...people.flatMap(({ code, traineeId }) => [code, traineeId]), ...enrollments]) expect(kept).not.toContain(secret);
});

test("the program sees how many are trained, and hides a count that is too small", async () => {
  done(await setHeadcount(trainer, { assignment: "Patrol", shift: "Day", staff: "90", target: "25" }));
  expect(await setHeadcount(trainer, { assignment: "Patrol", shift: "Day", staff: "90", target: "101" })).toMatchObject({ ok: false, field: "target" });
  const { coverage } = done(await trainingPage(program.person("clinician"), null));
  expect(coverage).toMatchObject([{ organization: "Riverton Police", staff: { shown: true, count: 90 }, trained: { shown: false }, shifts: null }]);
});
