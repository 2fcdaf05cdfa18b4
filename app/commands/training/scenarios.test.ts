import { beforeAll, expect, test } from "vitest";
import { scenarioPage, scenarioText } from "~/queries/training/scenario-pages.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../../prisma/demonstration/done";
import { personForTests, programForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { correctScenario } from "./correct-scenario.server";
import { linkScenarioToClause, unlinkScenarioFromClause } from "./link-scenario.server";
import { writeScenario } from "./write-scenario.server";

const form = { title: "The porch", scene: "A porch.", roleCard: "Quiet.", observerSheet: "Who speaks?", safety: "Red stops it.", steps: ["2", "1"], tags: ["Family present"], debrief: "" };

let program: ProgramForTests;
let trainer: PersonActor;
let scenarioId: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  trainer = await personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
  ({ scenarioId } = done(await writeScenario(trainer, form)));
  done(await writeScenario(trainer, { ...form, title: "The ride" }));
});

const standing = async () => done(await scenarioText(trainer, { scenarioId })).scenario;

test("a scenario is written anew with the same care as a new one, and a title is not taken twice", async () => {
  const { writtenAt: read } = await standing();
  expect(await correctScenario(trainer, { ...form, scenarioId, read, title: "The ride" })).toMatchObject({ ok: false, status: 409, field: "title" });
  expect(await correctScenario(trainer, { ...form, scenarioId, read, safety: "" })).toMatchObject({ ok: false, status: 422 });
  expect(await correctScenario(trainer, { ...form, scenarioId, read, videoUrl: "porch" })).toMatchObject({ ok: false, field: "videoUrl" });
  done(await correctScenario(trainer, { ...form, scenarioId, read, roleCard: "Quiet, and looks away.", steps: ["5", "1", "5"] }));
  expect(await standing()).toMatchObject({ title: "The porch", roleCard: "Quiet, and looks away.", steps: [1, 5] });
});

test("who read an older text is told, and writes over nobody", async () => {
  const { writtenAt: read } = await standing();
  done(await correctScenario(trainer, { ...form, scenarioId, read, scene: "A porch at night." }));
  expect(await correctScenario(trainer, { ...form, scenarioId, read, scene: "A porch by day." })).toMatchObject({ ok: false, status: 409 });
  expect((await standing()).scene).toBe("A porch at night.");
});

test("only who may write scenarios changes one", async () => {
  const { writtenAt: read } = await standing();
  expect(await correctScenario(program.person("observer"), { ...form, scenarioId, read })).toMatchObject({ ok: false, status: 403 });
  expect(done(await scenarioPage(program.person("chief"), { scenarioId })).mayChange).toBe(false);
});

test("a clause is taken away from a scenario, also one that is gone from its policy", async () => {
  const link = { scenarioId, clause: `${program.documentId}/c1` };
  done(await linkScenarioToClause(trainer, link));
  await database().scenarioClause.create({ data: { scenarioId, documentId: program.documentId, clauseId: "gone" } });
  done(await unlinkScenarioFromClause(trainer, link));
  expect(await unlinkScenarioFromClause(trainer, link)).toMatchObject({ ok: false, status: 409 });
  done(await unlinkScenarioFromClause(trainer, { scenarioId, clause: `${program.documentId}/gone` }));
  expect(done(await scenarioPage(trainer, { scenarioId })).linked).toEqual([]);
});
