import { beforeAll, expect, test } from "vitest";
import { answerSurvey } from "~/commands/surveys/answer-survey.server";
import { bringInSheets } from "~/commands/surveys/bring-in-sheets.server";
import { createInstrument } from "~/commands/surveys/create-instrument.server";
import { openWave } from "~/commands/surveys/open-wave.server";
import { writeItem } from "~/commands/surveys/write-item.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { anyone } from "~/domain/access/may";
import { refresherProposal, retentionPage } from "~/queries/training/retention-page.server";
import { database } from "~/store/database.server";
import { waveById } from "~/store/surveys.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../../prisma/demonstration/done";
import { editionForTests, programForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { createCurriculum } from "./create-curriculum.server";
import { setRetentionThreshold } from "./set-retention-threshold.server";

const asked = { surveyId: "", cohort: "" };
const options = "Identify options and choose the best course of action";
/** Of twenty people, how many answer right in each wave, by step. */
const right = { pre: { options: 8, information: 9 }, post: { options: 15, information: 15 }, month6: { options: 12, information: 15 }, month12: { options: 9, information: 15 } };

let program: ProgramForTests;
const cit = () => program.person("cit");

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

/** Four waves of one cohort, answered by the same twenty people, each under a code of their own; all are over. */
async function fourWaves(): Promise<void> {
  expect(done(await retentionPage(cit(), asked)).survey).toBeNull();
  const { instrumentId } = done(await createInstrument(cit(), { title: "Deciding at the scene", purpose: "What lasts" }));
  for (const step of ["options", "information"]) done(await writeItem(cit(), { instrumentId, kind: "knowledge", prompt: `What first, of ${step}?`, options: "Wait\nRun", right: "1", reversed: "no", step }));
  for (const [kind, counts] of Object.entries(right)) {
    const { waveId } = done(await openWave(cit(), { instrumentId, cohort: "Spring", kind, opensOn: "2020-01-01", closesOn: "2099-01-01" }));
    const items = (await waveById(database(), waveId))?.items ?? [];
    const answersOf = (at: number) => Object.fromEntries(items.map(({ id, step }) => [id, at < (step === "options" ? counts.options : counts.information) ? "0" : "1"]));
    done(await answerSurvey(anyone, { waveId, code: "ELM0ROSE", answers: answersOf(0) }));
    expect(await answerSurvey(anyone, { waveId, code: "elm 0 rose", answers: answersOf(19) })).toMatchObject({ ok: false, status: 409, fields: { code: [expect.any(String)] } });
    done(await bringInSheets(cit(), { waveId, sheets: Array.from({ length: 19 }, (_, at) => ({ code: `ELM${at + 1}ROSE`, answers: answersOf(at + 1) })) }));
    await database().surveyWave.update({ where: { id: waveId }, data: { closesOn: new Date("2020-02-01") } });
  }
}

test("four waves under self-made codes show what fades by step, each with its interval, and the curve", async () => {
  await fourWaves();
  const page = done(await retentionPage(program.person("clinician"), asked));
  expect(page).toMatchObject({ threshold: 70, below: [options], curriculum: null, may: { set: false } });
  const { steps, chart, cohort } = page;
  const fading = steps.find(({ name }) => name === options);
  expect(cohort).toBe("Spring");
  expect(fading?.waves.map(({ kind, percent, people }) => [kind, percent, people])).toEqual([["pre", 40, 20], ["post", 75, 20], ["month6", 60, 20], ["month12", 45, 20]]);
  expect(fading?.waves.at(-1)).toMatchObject({ low: 23, high: 67 });
  expect(chart?.data).toBeTruthy();
  expect(new Set((await database().surveySheet.findMany()).map(({ codeHash }) => codeHash)).size).toBe(20);
});

test("the program itself sets below which share a step is practised again; only who may sets it, and only to a share", async () => {
  done(await setRetentionThreshold(cit(), { threshold: "40" }));
  expect(done(await retentionPage(cit(), asked))).toMatchObject({ threshold: 40, below: [], may: { set: true } });
  for (const wrong of ["0", "100", "-5", "half", ""]) expect(await setRetentionThreshold(cit(), { threshold: wrong })).toMatchObject({ ok: false, status: 422, fields: { threshold: [expect.stringContaining("from 1 to 99")] } });
  expect(await setRetentionThreshold(program.person("advocate"), { threshold: "50" })).toMatchObject({ ok: false, status: 403 });
  expect(await database().auditRecord.findFirst({ where: { act: "retention.threshold" } })).toMatchObject({ detail: { before: 70, threshold: 40 } });
  done(await setRetentionThreshold(cit(), { threshold: "60" }));
});

test("a step below it drafts a proposal to the refresher in force, with the figures as its evidence", async () => {
  expect(await refresherProposal(cit(), asked)).toMatchObject({ ok: false, kind: "missing" });
  const { id } = done(await createCurriculum(cit(), { curriculum: "refresher", number: "TRN-8", title: "The refresher", visibility: "program", agencyIds: program.organizationIds.slice(0, 1) }));
  await editionForTests(id, 1, textOf("Practise."));
  const { document, said } = done(await refresherProposal(cit(), asked));
  expect(document.id).toBe(id);
  expect(await refresherProposal(program.person("observer"), asked)).toMatchObject({ ok: false, status: 403 });
  const opened = done(await openProposal(cit(), { documentId: id, ...said }));
  expect(await database().proposal.findUniqueOrThrow({ where: { id: opened.id } })).toMatchObject({ documentId: id, title: "Refresh what has faded", evidence: expect.stringContaining(`${options}: 45 % of the answers were right after 12 months (95 % interval 23 to 67 %, 20 people), below the 60 % of the program.`) });
});
