import { beforeAll, expect, test } from "vitest";
import { setHeadcount } from "~/commands/training/set-headcount.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../../prisma/demonstration/done";
import { database } from "~/store/database.server";
import { personForTests, programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { trainingPage } from "./training-page.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

test("agencies that gave no headcount are named, so that nobody takes their silence for coverage", async () => {
  const page = async () => done(await trainingPage(program.person("coordinator"), null));
  const agencies = (await database().organization.findMany({ where: { programId: program.programId, isAgency: true } })).map(({ name }) => name);
  expect(agencies.length).toBeGreaterThan(1);
  expect((await page()).uncounted.sort()).toEqual(agencies.sort());
  const [organizationId = ""] = program.organizationIds;
  const trainer = await personForTests(program.programId, organizationId, "trainer", ["trainer"], false);
  done(await setHeadcount(trainer, { assignment: "Patrol", shift: "All hours", staff: "40", target: "25" }));
  const after = await page();
  expect(after.uncounted).toHaveLength(agencies.length - 1);
  // The only shift is as open as the whole: nothing is said to be too small.
  expect(after.coverage).toMatchObject([{ assignment: "Patrol", target: 25, percent: 0, shifts: [{ shift: "All hours", staff: 40, trained: 0 }] }]);
});
