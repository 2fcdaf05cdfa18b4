import { beforeAll, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import type { Outcome } from "~/domain/access/ruling";
import { surveyPage, surveySheet } from "~/queries/surveys/survey-pages.server";
import { database } from "~/store/database.server";
import { retentionOf, waveById } from "~/store/surveys.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { answerSurvey } from "./answer-survey.server";
import { bringInSheets } from "./bring-in-sheets.server";
import { createInstrument } from "./create-instrument.server";
import { openWave } from "./open-wave.server";
import { writeItem } from "./write-item.server";

let program: ProgramForTests;
let instrumentId: string;
const cit = () => program.person("cit");
const item = { kind: "knowledge", prompt: "What comes first?", options: "Time\nForce", right: "1", reversed: "no", step: "information" };

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  instrumentId = done(await createInstrument(cit(), { title: "Deciding at the scene", purpose: "" })).instrumentId;
  done(await writeItem(cit(), { instrumentId, ...item }));
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.kind === "missing" ? "missing" : JSON.stringify(outcome));
}

async function wave(kind: string, closesOn = "2099-01-01", cohort = "Spring"): Promise<{ waveId: string; itemId: string }> {
  const { waveId } = done(await openWave(cit(), { instrumentId, cohort, kind, opensOn: "2020-01-01", closesOn }));
  return { waveId, itemId: (await waveById(database(), waveId))?.items[0]?.id ?? "" };
}

test("an officer answers once a wave under a code; the same code links the waves, and neither name nor code nor time is kept", async () => {
  const pre = await wave("pre");
  const post = await wave("post");
  const records = await database().auditRecord.count();
  done(await answerSurvey(anyone, { waveId: pre.waveId, code: "rose 41 elm", answers: { [pre.itemId]: "1" } }));
  done(await answerSurvey(anyone, { waveId: post.waveId, code: "ROSE41ELM", answers: { [post.itemId]: "0" } }));
  expect(await database().auditRecord.count()).toBe(records);
  expect(await answerSurvey(anyone, { waveId: pre.waveId, code: "Rose41Elm", answers: { [pre.itemId]: "0" } })).toMatchObject({ ok: false, status: 409, fields: { code: [expect.any(String)] } });
  const sheets = await database().surveySheet.findMany();
  expect(new Set(sheets.map(({ codeHash }) => codeHash)).size).toBe(1);
  expect(JSON.stringify(sheets)).not.toMatch(/rose/i);
  expect(await retentionOf(database(), instrumentId)).toMatchObject([{ kind: "pre", people: null, all: { share: null } }, { kind: "post", all: { share: null } }]);
});

test("the shares of right answers are shown by step and item from five people on, in the order of the waves", async () => {
  const six = await wave("month6", "2020-02-01");
  done(await bringInSheets(cit(), { waveId: six.waveId, sheets: Array.from({ length: 20 }, (_, at) => ({ code: `CODE${at}ELM`, answers: { [six.itemId]: at < 15 ? "0" : "1" } })) }));
  expect((await retentionOf(database(), instrumentId)).at(-1)).toMatchObject({ kind: "month6", months: 6, people: 20, all: { share: 0.75 }, steps: { information: { share: 0.75 } }, items: { 1: { share: 0.75 } } });
  expect(await surveyPage(cit(), { instrumentId })).toMatchObject({ ok: true });
});

test("an open wave shows nothing, because its figures would change with each sheet and tell what the last one said", async () => {
  const winter = await wave("post", "2099-01-01", "Winter");
  done(await bringInSheets(cit(), { waveId: winter.waveId, sheets: Array.from({ length: 20 }, (_, at) => ({ code: `CODE${at}ASH`, answers: { [winter.itemId]: at < 10 ? "0" : "1" } })) }));
  expect((await retentionOf(database(), instrumentId)).find(({ cohort }) => cohort === "Winter")).toMatchObject({ open: true, people: null, all: { share: null }, items: { 1: { share: null } } });
  await database().surveyWave.update({ where: { id: winter.waveId }, data: { closesOn: new Date("2020-02-01") } });
  expect((await retentionOf(database(), instrumentId)).find(({ cohort }) => cohort === "Winter")).toMatchObject({ open: false, people: 20, all: { share: 0.5 } });
});

test("a new wording is a new version; a wave that was opened keeps the one it began with, and the sheet does not give the right answer away", async () => {
  const before = await wave("month12");
  done(await writeItem(cit(), { instrumentId, ...item, prompt: "What comes before anything else?", number: 1 }));
  const sheet = done(await surveySheet(anyone, { waveId: before.waveId }));
  expect(sheet.items.map(({ prompt }) => prompt)).toEqual(["What comes first?"]);
  expect(JSON.stringify(sheet)).not.toContain("\"right\"");
  const after = await wave("month24");
  expect(done(await surveySheet(anyone, { waveId: after.waveId })).items.map(({ prompt }) => prompt)).toEqual(["What comes before anything else?"]);
});

test("a wave that is over takes no answers, and whatever is empty is named at once", async () => {
  const { waveId } = done(await openWave(cit(), { instrumentId, cohort: "Fall", kind: "pre", opensOn: "2020-01-01", closesOn: "2020-02-01" }));
  expect(await answerSurvey(anyone, { waveId, code: "ROSE41ELM", answers: {} })).toMatchObject({ ok: false, reason: "This survey is over." });
  const open = await wave("month1");
  expect(await answerSurvey(anyone, { waveId: open.waveId, code: "ROSE41ELM", answers: {} })).toMatchObject({ ok: false, status: 422, reason: "Answer question 1." });
  const empty = await answerSurvey(anyone, { waveId: open.waveId, code: "", answers: {} });
  expect(empty).toMatchObject({ ok: false, status: 422, field: "code" });
  expect("fields" in empty && Object.values(empty.fields ?? {}).flat()).toEqual(["A code has at least six letters and digits.", "Answer question 1."]);
});
