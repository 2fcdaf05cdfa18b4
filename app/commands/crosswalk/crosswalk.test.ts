import { beforeAll, beforeEach, expect, test } from "vitest";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import type { Outcome } from "~/domain/access/ruling";
import { crosswalkFile } from "~/domain/crosswalk/crosswalk-file";
import { dayOf } from "~/domain/voting/deadline";
import { hashOf } from "~/editor/canonical.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { proofForm, renewalForm } from "~/queries/crosswalk/proof-forms.server";
import { standardList } from "~/queries/crosswalk/standard-list.server";
import { standardPage, wholeStandard } from "~/queries/crosswalk/standard-page.server";
import { clauseThread } from "~/queries/documents/clause-thread.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, personForTests, programForTests, signing, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addRequirements } from "./add-requirements.server";
import { addCoreElements, addStandard } from "./add-standard.server";
import { proveRequirement } from "./prove-requirement.server";
import { removeRequirement } from "./remove-requirement.server";
import { removeProof, renewProof } from "./renew-proof.server";

let program: ProgramForTests;
let coordinator: PersonActor;
let drafter: PersonActor;
let standardId: string;

beforeAll(freshDatabase);
beforeEach(async () => {
  program = await programForTests();
  coordinator = program.person("coordinator");
  drafter = program.person("cit");
  standardId = done(await addStandard(coordinator, { name: "State standards for crisis response", kind: "state", source: "State board, 2025" })).standardId;
  done(await addRequirements(coordinator, { standardId, lines: "reference,words\n1.1,Officers wait for help, when they can\n2,Calls are recorded" }));
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function shown(actor = coordinator, show: "all" | "gaps" | "stale" = "all") {
  return done(await standardPage(actor, { standardId, show, after: 0 }));
}

async function requirement(reference: string): Promise<string> {
  return (await database().requirement.findUniqueOrThrow({ where: { standardId_reference: { standardId, reference } } })).id;
}

async function prove(reference: string, clauseId: string, actor = drafter, documentId = program.documentId) {
  return proveRequirement(actor, { requirementId: await requirement(reference), documentId, clauseId, note: "It says so." });
}

/** The first agency adopts another text of the policy, which makes the next edition. */
async function adopt(content: DocumentNode): Promise<void> {
  const { programId, documentId, organizationIds } = program;
  const chief = program.person("chief");
  const text = await database().frozenText.create({ data: { documentId, content: content as object, hash: hashOf(content) } });
  const { id } = await database().decision.create({ data: { programId, documentId, organizationId: organizationIds[0] ?? "", frozenTextId: text.id, askedAt: new Date(), dueAt: new Date(Date.now() + 86_400_000) } });
  const { _count } = await database().document.findUniqueOrThrow({ where: { id: documentId }, select: { _count: { select: { editions: true } } } });
  const effectiveFrom = dayOf(new Date(Date.now() + _count.editions * 86_400_000), "America/Chicago");
  done(await makeDecision(chief, { decisionId: id, move: "adopt", reasons: "It is what we do.", effectiveFrom, ...(await signing(chief)) }));
}

test("lines and a CSV become requirements; a heading is left out, and commas in the words stay", async () => {
  expect((await shown()).requirements).toMatchObject([{ reference: "1.1", words: "Officers wait for help, when they can" }, { reference: "2", words: "Calls are recorded" }]);
});

test("a requirement without a clause is a gap, until a clause answers it; many answer one, and one answers many", async () => {
  expect((await shown()).counts).toEqual({ all: 2, gaps: 2, stale: 0 });
  done(await prove("1.1", "c1"));
  done(await prove("1.1", "c2"));
  done(await prove("2", "c2"));
  expect((await shown()).counts).toEqual({ all: 2, gaps: 0, stale: 0 });
  expect((await shown()).requirements[0]?.proofs).toMatchObject([{ number: "CIT-101", clauseName: "1 Clause 1", edition: 1, state: "stands" }, { clauseName: "2 Clause 2" }]);
  const thread = done(await clauseThread(coordinator, { documentId: program.documentId, clauseId: "c2" }));
  expect(thread.story?.standards).toMatchObject([{ reference: "1.1", stale: false }, { reference: "2", stale: false }]);
  expect(await prove("2", "c2")).toMatchObject({ ok: false, status: 409, field: "clauseId" });
});

test("an edition that changes the clause makes its proof stale and tells who named it; another clause's proof stands", async () => {
  done(await prove("1.1", "c1"));
  done(await prove("2", "c2"));
  await adopt(textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."));
  expect((await shown()).counts).toEqual({ all: 2, gaps: 0, stale: 1 });
  expect((await shown(coordinator, "stale")).requirements).toMatchObject([{ reference: "1.1", proofs: [{ state: "changed", edition: 1 }] }]);
  expect(done(await standardList(coordinator, null)).standards).toMatchObject([{ requirements: 2, gaps: 0, stale: 1 }]);
  expect(await database().notice.findMany({ where: { personId: drafter.personId, cause: { startsWith: "proof.stale:" } } })).toMatchObject([{ body: expect.stringContaining("1.1") }]);
  const proofId = (await shown()).requirements[0]?.proofs[0]?.id ?? "";
  expect(done(await renewalForm(drafter, { proofId }))).toMatchObject({ newest: 2, proof: { state: "changed" }, change: { clauseId: "c1" } });
  done(await renewProof(drafter, { proofId, note: "Still." }));
  expect((await shown()).requirements[0]?.proofs).toMatchObject([{ state: "stands", edition: 2, note: "Still." }]);
  expect(await renewProof(drafter, { proofId, note: "" })).toMatchObject({ ok: false, status: 409 });
});

test("words that come back make the proof stand again, and a clause that is gone can only be taken away", async () => {
  done(await prove("1.1", "c1"));
  await adopt(textOf("Officers go in at once.", "Dispatch records the call."));
  await adopt(textOf("Officers wait for a clinician.", "Dispatch records the call and its end."));
  expect((await shown()).requirements[0]?.proofs).toMatchObject([{ state: "stands" }]);
  const without = textOf("Officers wait for a clinician.", "Dispatch records the call and its end.");
  await adopt({ ...without, content: without.content?.slice(1) });
  const [proof] = (await shown()).requirements[0]?.proofs ?? [];
  expect(proof).toMatchObject({ state: "gone" });
  expect(await renewProof(drafter, { proofId: proof?.id, note: "" })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("no longer in the text") });
  done(await removeProof(drafter, { proofId: proof?.id }));
  expect((await shown()).counts.gaps).toBe(2);
});

test("other words of a requirement make what was proven for the old ones stale", async () => {
  done(await prove("2", "c2"));
  expect(await addRequirements(coordinator, { standardId, lines: "2,Calls are recorded" })).toMatchObject({ ok: false, status: 409, field: "lines" });
  done(await addRequirements(coordinator, { standardId, lines: "2,Calls are recorded and kept for a year\n3,Callers are told" }));
  expect((await shown()).requirements).toMatchObject([{ reference: "1.1" }, { reference: "2", proofs: [{ state: "reworded" }] }, { reference: "3", proofs: [] }]);
});

test("a proof that nobody has looked at for a year is stale though no word has changed, and stands again when somebody did", async () => {
  done(await prove("1.1", "c1"));
  done(await prove("2", "c2"));
  const given = (ago: string) => database().$executeRaw`update "ClauseProof" set "provenAt" = clock_timestamp() - ${ago}::interval where "clauseId" = 'c1'`;
  await database().$executeRaw`update "Requirement" set "wordedAt" = clock_timestamp() - interval '2 years'`;
  await given("11 months");
  expect((await shown()).counts).toEqual({ all: 2, gaps: 0, stale: 0 });
  await given("12 months 1 hour");
  expect((await shown()).counts).toEqual({ all: 2, gaps: 0, stale: 1 });
  const [requirement] = (await shown(coordinator, "stale")).requirements;
  expect(requirement).toMatchObject({ reference: "1.1", proofs: [{ state: "old" }] });
  done(await renewProof(drafter, { proofId: requirement?.proofs[0]?.id, note: "Looked at with the sheriff's office." }));
  expect((await shown()).counts.stale).toBe(0);
});

test.each([
  ["no line", "  ", /line/],
  ["a line without words", "1.1,One\n1.2", /^Line 2: there are no words/],
  ["a number twice", "7,One\n7,Two", /^Line 2: the number 7 stands in line 1 too/],
  ["a line without a number", ",Words", /^Line 1: there is no number/],
])("%s is refused at its field, and nothing is added", async (_what, lines, sentence) => {
  expect(await addRequirements(coordinator, { standardId, lines })).toMatchObject({ ok: false, status: 422, fields: { lines: [expect.stringMatching(sentence)] } });
  expect((await shown()).counts.all).toBe(2);
});

test("a text of another organization answers nothing for who may not read it, and is not offered", async () => {
  const own = await database().document.create({ data: { programId: program.programId, organizationId: program.organizationIds[0] ?? "", kind: "policy", number: "P-1", title: "Inside", visibility: "organization", createdById: drafter.personId } });
  await editionForTests(own.id, 1, textOf("Inside only."));
  done(await prove("1.1", "c1", drafter, own.id));
  expect((await shown(drafter)).counts.gaps).toBe(1);
  expect((await shown(coordinator)).counts.gaps).toBe(2);
  expect(JSON.stringify(await shown(coordinator))).not.toContain("P-1");
  expect(done(await wholeStandard(coordinator, { standardId })).requirements[0]?.proofs).toEqual([]);
  const outsider = program.person("advocate");
  expect(await prove("2", "c1", outsider, own.id)).toMatchObject({ ok: false, status: 422, field: "documentId" });
  expect(done(await proofForm(outsider, { requirementId: await requirement("2"), documentId: own.id })).choice).toMatchObject({ documentId: null, documents: [{ number: "CIT-101" }] });
  const { id: proofId } = await database().clauseProof.findFirstOrThrow({ where: { documentId: own.id } });
  for (const command of [removeProof, renewProof]) expect(await command(outsider, command === renewProof ? { proofId, note: "" } : { proofId })).toEqual({ ok: false, kind: "missing" });
});

test("reviewers and voters read the crosswalk and change nothing; another program does not see it", async () => {
  const peer = program.person("peer");
  expect((await shown(peer)).mayWrite).toBe(false);
  expect(await prove("1.1", "c1", peer)).toMatchObject({ ok: false, status: 403 });
  expect(await addRequirements(program.person("clinician"), { standardId, lines: "9,Nine" })).toMatchObject({ ok: false, status: 403 });
  const stranger = (await programForTests()).person("coordinator");
  expect(await standardPage(stranger, { standardId, show: "all", after: 0 })).toEqual({ ok: false, kind: "missing" });
  expect(await prove("1.1", "c1", stranger)).toEqual({ ok: false, kind: "missing" });
});

test("the ten core elements come with their source, once; a requirement that is answered cannot be removed", async () => {
  const { standardId: core } = done(await addCoreElements(coordinator, {}));
  expect(done(await standardPage(coordinator, { standardId: core, show: "all", after: 0 }))).toMatchObject({ standard: { source: expect.stringContaining("University of Memphis") }, counts: { all: 10, gaps: 10 } });
  expect(await addCoreElements(coordinator, {})).toMatchObject({ ok: false, status: 409 });
  done(await prove("1.1", "c1"));
  expect(await removeRequirement(coordinator, { requirementId: await requirement("1.1") })).toMatchObject({ ok: false, status: 409 });
  done(await removeRequirement(coordinator, { requirementId: await requirement("2") }));
  expect((await shown()).counts.all).toBe(1);
});

test("a proof and an edition at the same moment leave no proof that only looks as if it stood", async () => {
  const racer = await personForTests(program.programId, program.organizationIds[2] ?? "", "racer", ["drafter"], false);
  await Promise.all([prove("1.1", "c1", racer), adopt(textOf("Officers go in at once.", "Dispatch records the call."))]);
  const proof = await database().clauseProof.findFirstOrThrow({ where: { provenById: racer.personId }, include: { edition: true } });
  const [state] = ((await shown()).requirements[0]?.proofs ?? []).map(({ state: is }) => is);
  expect(state).toBe(proof.edition.number === 1 ? "changed" : "stands");
});

test("the file has a line for each clause that answers, and one for each gap", async () => {
  done(await prove("1.1", "c1"));
  const { requirements, timeZone } = done(await wholeStandard(coordinator, { standardId }));
  const rows = crosswalkFile(requirements, timeZone);
  expect(rows).toMatchObject([["1.1", "Officers wait for help, when they can", "CIT-101", "1 Clause 1", "1", "Stands", "It says so.", "cit", expect.any(String)], ["2", "Calls are recorded", "", "", "", "Gap: no clause", "", "", ""]]);
});
