import { beforeAll, expect, test } from "vitest";
import { setHeadcount } from "~/commands/training/set-headcount.server";
import { writeDebrief } from "~/commands/training/write-debrief.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../../prisma/demonstration/done";
import { personForTests, programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { reinforcementPage } from "./retention-page.server";

const steps = { step1: "well", step2: "practise", step3: "unseen", step4: "well", step5: "well", well: "One voice.", practise: "Say the risk." };
const unit = { assignment: "Patrol", shift: "Night" };
const trainerOf = (program: ProgramForTests) => personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
const thisMonth = async (reader: PersonActor) => done(await reinforcementPage(reader, null)).months.at(-1);

let program: ProgramForTests;
let trainer: PersonActor;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  trainer = await trainerOf(program);
});

test("a partner reads how often supervisors practise once five debriefs were written, and as a rate once it is known for how many", async () => {
  const clinician = program.person("clinician");
  for (let at = 0; at < 4; at += 1) done(await writeDebrief(trainer, { ...unit, ...steps }));
  expect(await thisMonth(clinician)).toMatchObject({ debriefs: null, rate: null });
  done(await writeDebrief(trainer, { ...unit, ...steps }));
  expect(await thisMonth(clinician)).toMatchObject({ debriefs: 5, rate: null });
  done(await setHeadcount(trainer, { ...unit, staff: "40", target: "25" }));
  const { officers, months, reading } = done(await reinforcementPage(clinician, null));
  expect(officers).toBe(40);
  // Five in forty officers are 12.5 in a hundred a month; of the running month only what has passed counts.
  expect(months.at(-1)?.rate?.value).toBeGreaterThanOrEqual(12.5);
  expect(reading).toMatch(/^In the last twelve months, supervisors wrote .* debriefs for every 100 officers a month \(95 % interval .*; 5 debriefs, 40 officers\)\.$/);
});

test("another program's debriefs and officers are not in it", async () => {
  const other = await programForTests();
  const stranger = await trainerOf(other);
  done(await setHeadcount(stranger, { ...unit, staff: "60", target: "25" }));
  for (let at = 0; at < 9; at += 1) done(await writeDebrief(stranger, { ...unit, ...steps }));
  expect(await thisMonth(trainer)).toMatchObject({ debriefs: 5 });
  expect(done(await reinforcementPage(trainer, null)).officers).toBe(40);
  await database().headcount.deleteMany({ where: { organizationId: program.organizationIds[0] ?? "" } });
  expect(await thisMonth(trainer)).toMatchObject({ debriefs: 5, rate: null });
});
