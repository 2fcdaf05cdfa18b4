import { beforeAll, expect, test } from "vitest";
import { makeCalendar } from "~/commands/calendar/make-calendar.server";
import { addTrainee } from "~/commands/training/add-trainee.server";
import { createCurriculum } from "~/commands/training/create-curriculum.server";
import { enrollTrainee } from "~/commands/training/enroll-trainee.server";
import { issueCertificate } from "~/commands/training/issue-certificate.server";
import { linkScenarioToClause } from "~/commands/training/link-scenario.server";
import { moveCourseOn } from "~/commands/training/move-course.server";
import { planCourse } from "~/commands/training/plan-course.server";
import { signAttendance } from "~/commands/training/sign-attendance.server";
import { writeScenario } from "~/commands/training/write-scenario.server";
import { dayOf } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../prisma/demonstration/done";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { loader as home } from "./_index";
import { loader as calendar } from "./calendars.$token.deadlines[.]ics";
import { loader as chain } from "./documents.$documentId.chain";
import { loader as thread } from "./documents.$documentId.clauses.$clauseId";
import { loader as certificates } from "./library.certificates";
import { loader as notices } from "./notices._index";
import { action as recordsExport } from "./records.export";
import { loader as search } from "./search";
import { loader as debriefs } from "./training.debriefs._index";
import { loader as rollCall } from "./training.debriefs.roll-call";
import { loader as figures } from "./training.retention.figures[.]csv";
import { loader as retention } from "./training.retention._index";
import { loader as scenarioClauses } from "./training.scenarios.$scenarioId.clauses";
import { loader as scenario } from "./training.scenarios.$scenarioId._index";
import { loader as scenarios } from "./training.scenarios._index";

const name = "Rowan Quillfeather";
const context = { nonce: "", requestId: "", clientAddress: "" };

let program: ProgramForTests;
let trainer: PersonActor;
let scenarioId: string;
let certificate: string;
let params: Record<string, string>;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  trainer = await personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
  const { id: curriculumId } = done(await createCurriculum(trainer, { curriculum: "refresher", number: "TRN-1", title: "The CIT week", visibility: "program", agencyIds: program.organizationIds.slice(0, 2) }));
  const { courseId } = done(await planCourse(trainer, { curriculumId, title: "CIT week", place: "Academy", audience: "Patrol", capacity: "5", days: dayOf(new Date(), "America/Chicago") }));
  done(await moveCourseOn(trainer, { courseId, move: "open" }));
  const { traineeId } = done(await addTrainee(trainer, { name, assignment: "Patrol", shift: "Day" }));
  const { enrollmentId } = done(await enrollTrainee(trainer, { courseId, traineeId }));
  done(await moveCourseOn(trainer, { courseId, move: "begin" }));
  const { code: ownCode } = await database().trainee.findUniqueOrThrow({ where: { id: traineeId } });
  const { code: dayCode } = await database().courseDay.findFirstOrThrow({ where: { courseId } });
  done(await signAttendance(trainer, { dayCode, ownCode }));
  done(await moveCourseOn(trainer, { courseId, move: "complete" }));
  certificate = done(await issueCertificate(trainer, { enrollmentId })).code;
  const { draftId } = await proposalForTests(program);
  params = { documentId: curriculumId, courseId, traineeId, enrollmentId, draftId, moduleId: "welcome" };
  const written = done(await writeScenario(trainer, { title: "A porch at night", scene: "A porch.", roleCard: "Speaks softly.", observerSheet: "Who speaks?", safety: "One word stops it.", debrief: "", steps: ["1"], videoUrl: "", videoTitle: "" }));
  scenarioId = written.scenarioId;
  done(await linkScenarioToClause(trainer, { scenarioId, clause: `${program.documentId}/c1` }));
});

type Loader = (args: never) => unknown;

/** What an address answers, as the text that leaves the server. */
async function answered(loader: Loader, cookie: string, params: Record<string, string> = {}, path = "/"): Promise<string> {
  const ask = loader as (args: { request: Request; params: Record<string, string>; context: typeof context }) => unknown;
  const answer = await Promise.resolve(ask({ request: requestForTests(path, cookie), params, context })).catch((thrown: unknown) => thrown);
  return answer instanceof Response ? `${answer.status} ${await answer.text()}` : JSON.stringify(answer);
}

async function everyPage(reader: PersonActor): Promise<Record<string, string>> {
  const cookie = await cookieForTests(reader.personId);
  const { token } = done(await makeCalendar(reader, {}));
  const clause = { documentId: program.documentId, clauseId: "c1" };
  return {
    home: await answered(home, cookie),
    notices: await answered(notices, cookie),
    search: await answered(search, cookie, {}, "/search?words=Quillfeather"),
    scenarios: await answered(scenarios, cookie),
    scenario: await answered(scenario, cookie, { scenarioId }),
    "clauses of a scenario": await answered(scenarioClauses, cookie, { scenarioId }),
    thread: await answered(thread, cookie, clause),
    chain: await answered(chain, cookie, clause),
    retention: await answered(retention, cookie),
    "figures as CSV": await answered(figures, cookie),
    debriefs: await answered(debriefs, cookie),
    "roll call": await answered(rollCall, cookie),
    certificate: await answered(certificates, "", {}, `/library/certificates?code=${certificate}`),
    calendar: await answered(calendar, "", { token }),
  };
}

test("no page of scenarios, no export, no search and no calendar has the name of who was trained, whoever asks", async () => {
  for (const reader of [program.person("sheriff"), program.person("coordinator"), program.person("clinician"), trainer]) {
    for (const [page, text] of Object.entries(await everyPage(reader))) {
      // The search says again what was sought.
      expect(page === "search" ? text.replaceAll("Quillfeather", "") : text, `${page}, ${reader.personId}`).not.toMatch(/Rowan|Quillfeather/);
      expect(text.length, page).toBeGreaterThan(10);
    }
  }
});

/** Every page and export below "/training" that there is, also one that is built after this test. */
const below = import.meta.glob<{ loader?: Loader }>("./training*.{ts,tsx}", { eager: true });
const pagesBelow = Object.entries(below).flatMap(([file, { loader }]) => (loader ? [{ page: file.replace(/^\.\/|\.tsx?$/g, ""), loader }] : []));

test.each(pagesBelow)("$page has no name of who was trained for whoever is of another organization", async ({ page, loader }) => {
  const administrator = await personForTests(program.programId, program.organizationIds[3] ?? "", `administrator of ${page}`, ["programAdmin", "coordinator", "trainer"], false);
  for (const reader of [program.person("sheriff"), program.person("coordinator"), program.person("clinician"), administrator]) {
    const text = await answered(loader, await cookieForTests(reader.personId), { ...params, scenarioId }, "/training?name=Quillfeather&letters=Quillfeather");
    // A PDF hides its words: no certificate leaves at all.
    expect(text.replace(/"letters":"Quillfeather"/g, ""), reader.name).not.toMatch(/Rowan|Quillfeather|%PDF/);
  }
});

test("the agency itself reads its own names on the lists of its own people, and on no other page", async () => {
  const cookie = await cookieForTests(trainer.personId);
  const named: string[] = [];
  for (const { page, loader } of pagesBelow) if (/Rowan|%PDF/.test(await answered(loader, cookie, { ...params, scenarioId }))) named.push(page.replace(/^training\./, ""));
  expect(named.sort()).toEqual(["courses.$courseId.people", "people.$traineeId.service", "people._index", "people.headcount", "places.$enrollmentId.attendance", "places.$enrollmentId.certificate", "places.$enrollmentId.withdrawal"]);
});

test("the calendar of who runs a course has its day, and the scenario is there to be read: what was asked is not empty", async () => {
  const pages = await everyPage(trainer);
  expect(pages.calendar).toContain("CIT week");
  expect(pages.scenario).toContain("A porch at night");
  expect(pages["figures as CSV"]).toContain("step,wave,months");
  expect(pages.certificate).toContain("CIT week");
});

test("the records that leave the program have no name of who was trained", async () => {
  const administrator = await personForTests(program.programId, program.organizationIds[0] ?? "", "administrator", ["programAdmin"], false);
  const cookie = await cookieForTests(administrator.personId);
  const response = await recordsExport({ request: requestForTests("/records/export", cookie, new URLSearchParams()), params: {}, context } as never);
  const text = await response.text();
  expect(text).toContain("course");
  expect(text).not.toMatch(/Rowan|Quillfeather/);
});
