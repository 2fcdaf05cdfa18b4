import { beforeAll, expect, test } from "vitest";
import { clauseThread } from "~/queries/documents/clause-thread.server";
import { documentChain } from "~/queries/documents/document-chain.server";
import { debriefList, rollCall } from "~/queries/training/debrief-pages.server";
import { moduleClause } from "~/editor/curriculum-text";
import { database } from "~/store/database.server";
import type { Prisma } from "~/store/generated/client";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, personForTests, programForTests, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { writeDebrief } from "./write-debrief.server";
import { writeScenario } from "./write-scenario.server";
import { linkScenarioToClause } from "./link-scenario.server";

let program: ProgramForTests;
let trainer: PersonActor;

type Outcome<Value> = { ok: true; value: Value } | { ok: false };

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function story(actor: PersonActor, clauseId: string, documentId = program.documentId) {
  const { story: told } = done(await clauseThread(actor, { documentId, clauseId }));
  if (!told) throw new Error("Nothing was told.");
  return told;
}

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  trainer = await personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
  await editionForTests(program.documentId, 2, textOf("Officers shall wait for a clinician.", "Dispatch records the call."));
});

async function adopt(): Promise<void> {
  const db = database();
  const [organizationId = ""] = program.organizationIds;
  const edition = await db.edition.findFirstOrThrow({ where: { documentId: program.documentId, number: 2 } });
  const at = new Date("2026-01-02");
  const decision = await db.decision.create({ data: { programId: program.programId, documentId: program.documentId, organizationId, frozenTextId: edition.frozenTextId, askedAt: at, dueAt: at, outcome: "adopted", reasons: "It protects people.", effectiveFrom: at, decidedAt: at } });
  await db.adoption.create({ data: { documentId: program.documentId, editionId: edition.id, organizationId, decisionId: decision.id, effectiveFrom: at } });
}

async function curriculum(visibility: string, organizationId: string): Promise<string> {
  const content = { type: "doc", content: [moduleClause({ id: "module1", title: "Waiting well", facts: { hours: "2", topic: "Law", method: "Lecture", steps: "2, 4" } })] };
  const document = await database().document.create({
    data: { programId: program.programId, organizationId, kind: "curriculum", number: `TRN-${visibility}`, title: `Week of the ${visibility}`, visibility, createdById: trainer.personId, curriculum: { create: { programId: program.programId, kind: "icat", minutes: 120, topics: [] } } },
  });
  await database().draft.create({ data: { documentId: document.id, schemaVersion: "1", start: content as unknown as Prisma.InputJsonValue } });
  await database().moduleClause.create({ data: { curriculumId: document.id, moduleId: "module1", documentId: program.documentId, clauseId: "c1" } });
  return document.id;
}

test("a clause shows what each edition changed in it, and one that stayed is said to have stayed", async () => {
  const { history, clause, edition } = await story(trainer, "c1");
  expect({ clause, edition }).toMatchObject({ clause: { number: "1", title: "Clause 1" }, edition: 2 });
  expect(history.map(({ number, present, change }) => [number, present, change?.kind ?? null])).toEqual([[2, true, "changed"], [1, true, null]]);
  expect((await story(trainer, "c2")).history.map(({ change }) => change)).toEqual([null, null]);
  expect(await clauseThread(trainer, { documentId: program.documentId, clauseId: "c9" })).toMatchObject({ ok: false, kind: "missing" });
});

test("a clause in force stands at trained until a module teaches it, then at measured until a measure tests it", async () => {
  await adopt();
  expect((await story(trainer, "c1")).standing.stopped).toMatchObject({ station: "trained", whoseTurn: expect.stringContaining("A trainer") });
  await curriculum("program", program.organizationIds[0] ?? "");
  const { scenarioId } = done(await writeScenario(trainer, { title: "The porch", scene: "A porch.", roleCard: "Quiet.", observerSheet: "Who speaks?", safety: "Red stops it.", steps: ["5"] }));
  done(await linkScenarioToClause(trainer, { scenarioId, clause: `${program.documentId}/c1` }));
  const told = await story(trainer, "c1");
  expect(told.standing.stopped?.station).toBe("measured");
  expect(told).toMatchObject({ modules: [{ title: "1 Waiting well", minutes: 120 }], scenarios: [{ title: "The porch" }], steps: [2, 4, 5] });
  const measure = await database().measure.create({ data: { programId: program.programId, key: "waiting" } });
  await database().measureClause.create({ data: { measureId: measure.id, documentId: program.documentId, clauseId: "c1", linkedById: trainer.personId } });
  expect((await story(trainer, "c1")).standing).toEqual({ current: "measured" });
});

test("a curriculum of another organization teaches nothing on the page of who may not see it", async () => {
  const [, sheriffs = ""] = program.organizationIds;
  await curriculum("organization", sheriffs);
  expect((await story(program.person("sheriff"), "c1")).modules).toHaveLength(2);
  const hidden = await story(program.person("clinician"), "c1");
  expect(hidden.modules).toHaveLength(1);
  expect(JSON.stringify(hidden)).not.toContain("Week of the organization");
  expect(JSON.stringify(done(await documentChain(program.person("clinician"), { documentId: program.documentId })))).not.toContain("TRN-organization");
});

test("votes on an open vote are told only to who may see them on the proposal itself", async () => {
  const db = database();
  const base = await db.edition.findFirstOrThrow({ where: { documentId: program.documentId, number: 2 } });
  const draft = await db.draft.create({ data: { documentId: program.documentId, baseEditionId: base.id, schemaVersion: "1", start: textOf("Officers shall wait for an hour.", "Dispatch records the call.") as unknown as Prisma.InputJsonValue } });
  const proposal = await db.proposal.create({ data: { programId: program.programId, documentId: program.documentId, number: 1, title: "Wait for an hour", why: "It helps.", affected: "Patrol", stage: "drafting", authorId: trainer.personId, baseEditionId: base.id, draftId: draft.id } });
  expect((await story(trainer, "c1")).proposals).toMatchObject([{ number: 1, vote: null, change: { kind: "changed" } }]);
  expect((await story(trainer, "c2")).proposals).toEqual([]);
  const frozen = await db.frozenText.create({ data: { documentId: program.documentId, content: textOf("Officers shall wait for an hour.", "Dispatch records the call.") as unknown as Prisma.InputJsonValue, hash: "hash" } });
  const charter = await db.charter.findFirstOrThrow({ where: { programId: program.programId } });
  const round = await db.round.create({ data: { programId: program.programId, proposalId: proposal.id, number: 1, frozenTextId: frozen.id, charterId: charter.id, state: "open", openedById: trainer.personId, openedAt: new Date(), closesAt: new Date(Date.now() + 86_400_000), results: "after-close" } });
  await db.proposal.update({ where: { id: proposal.id }, data: { stage: "voting" } });
  expect((await story(trainer, "c1")).proposals[0]?.vote).toMatchObject({ state: "open", tally: null, votes: [], published: [] });
  await db.round.update({ where: { id: round.id }, data: { results: "always" } });
  expect((await story(trainer, "c1")).proposals[0]?.vote?.tally).not.toBeNull();
});

test("the chain of a policy names the duty that nothing measures or teaches, and the module and the measure that hang in the air", async () => {
  const chain = done(await documentChain(trainer, { documentId: program.documentId }));
  expect(chain.clauses.map(({ number, duty, taughtBy, practisedIn, measuredBy }) => [number, duty, taughtBy, practisedIn, measuredBy])).toEqual([["1", true, 1, 1, 1], ["2", false, 0, 0, 0]]);
  expect(chain.clauses[0]?.taughtIn).toMatchObject([{ moduleId: "module1", words: "TRN-program, 1 Waiting well" }]);
  expect(chain).toMatchObject({ untaught: [], unmeasured: [], idleMeasures: [{ name: "waiting" }] });
  await database().measureClause.deleteMany();
  expect(done(await documentChain(trainer, { documentId: program.documentId })).unmeasured).toMatchObject([{ number: "1" }]);
});

test("a module that went out of its curriculum teaches nothing any more: the duty is among those that nothing teaches", async () => {
  const { id, start } = await database().draft.findFirstOrThrow({ where: { document: { number: "TRN-program" } } });
  const without = { type: "doc", content: [moduleClause({ id: "module2", title: "Something else", facts: { hours: "2", topic: "Law", method: "Lecture" } })] };
  await database().draft.update({ where: { id }, data: { start: without as unknown as Prisma.InputJsonValue } });
  const chain = done(await documentChain(program.person("clinician"), { documentId: program.documentId }));
  expect(chain).toMatchObject({ untaught: [{ number: "1" }], reach: { taught: 0 } });
  expect((await story(program.person("clinician"), "c1")).modules).toEqual([]);
  await database().draft.update({ where: { id }, data: { start: start as unknown as Prisma.InputJsonValue } });
});

const debrief = { assignment: "Patrol", shift: "Night", step1: "well", step2: "practise", step3: "unseen", step4: "well", step5: "well", well: "One voice at the door.", practise: "Say the risk out loud." };

test("a debrief is kept without a person or an incident, in the month of the clock, and its words are not in the records", async () => {
  done(await writeDebrief(trainer, debrief));
  expect(await writeDebrief(trainer, { ...debrief, practise: "Ask Officer Vale about case 26-0012345." })).toMatchObject({ ok: false, status: 422, field: "practise" });
  expect(await writeDebrief(trainer, { ...debrief, month: "2020-01" })).toMatchObject({ ok: false, status: 422 });
  expect(await writeDebrief(program.person("observer"), debrief)).toMatchObject({ ok: false, status: 403 });
  const [kept, ...more] = await database().debrief.findMany();
  expect(more).toEqual([]);
  expect(kept).toMatchObject({ writtenById: trainer.personId, month: expect.stringMatching(/^\d{4}-\d{2}$/), marks: ["well", "practise", "unseen", "well", "well"] });
  const records = JSON.stringify(await database().auditRecord.findMany());
  for (const secret of ["One voice", "Say the risk", "Vale", "0012345"]) expect(records).not.toContain(secret);
});

test("debriefs are read by their own organization only, and the roll-call pack is made from its weakest step", async () => {
  const now = { month: "", unit: "", own: false };
  const own = done(await debriefList(program.person("chief"), now));
  expect(own.debriefs).toHaveLength(1);
  expect(own.units).toEqual([{ unit: "Patrol, night", counts: [1, 0, 0] }]);
  expect(done(await debriefList(program.person("sheriff"), now)).debriefs).toEqual([]);
  expect(await debriefList(program.person("observer"), now)).toMatchObject({ ok: false, status: 403 });
  const snapshot = async (asked: Partial<typeof now>) => done(await debriefList(trainer, { ...now, ...asked }));
  expect(await snapshot({ own: true, unit: "Patrol, night" })).toMatchObject({ asked: { own: true, unit: "Patrol, night" }, debriefs: [{ practise: "Say the risk out loud." }], steps: [{ well: 1 }, { practise: 1 }, {}, {}, {}] });
  expect(done(await debriefList(program.person("chief"), { ...now, own: true })).debriefs).toEqual([]);
  const { choices } = own;
  expect(choices.months).toHaveLength(12);
  expect((await snapshot({ month: choices.months[1] })).debriefs).toEqual([]);
  expect((await snapshot({ month: "1999-01", unit: "Patrol, day" })).asked).toEqual({ month: choices.months[0], unit: "", own: false });
  done(await writeScenario(trainer, { title: "The ride", scene: "A car.", roleCard: "Quiet.", observerSheet: "Who speaks?", safety: "Red stops it.", steps: ["2"] }));
  expect(done(await rollCall(trainer, null))).toMatchObject({ weakest: { step: 2, practise: 1 }, said: [{ practise: "Say the risk out loud." }], scenarios: [{ title: "The ride" }] });
  expect(done(await rollCall(program.person("sheriff"), null)).weakest).toBeNull();
});
