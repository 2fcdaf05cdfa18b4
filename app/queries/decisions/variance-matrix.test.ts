import { beforeAll, expect, test } from "vitest";
import { changeText } from "~/commands/decisions/change-text.server";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import type { Outcome } from "~/domain/access/ruling";
import { varianceFile } from "~/domain/decisions/variance";
import { dayOf } from "~/domain/voting/deadline";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, signing, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { documentsOnPage, varianceMatrix, wholeVariance } from "./variance-matrix.server";

let program: ProgramForTests;
const difference = { clauseId: "c2", number: "2", title: "Clause 2", choice: "reword", reason: "State law asks for it." };
const today = new Date(`${new Date().toISOString().slice(0, 10)}T00:00:00Z`);
const before = (days: number) => new Date(today.getTime() - days * 86_400_000);

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  await answered(program.documentId, program.edition);
});

/** Riverton adopted as it was carried and owes an answer since; Cedar County adopted with changes. */
async function answered(documentId: string, edition: { id: string; frozenTextId: string }) {
  const db = database();
  const [riverton = "", cedar = ""] = program.organizationIds;
  const asked = { programId: program.programId, documentId, frozenTextId: edition.frozenTextId, askedAt: before(60), dueAt: before(30), reasons: "It is right.", decidedAt: before(40) };
  const first = await db.decision.create({ data: { ...asked, organizationId: riverton, outcome: "adopted" } });
  const second = await db.decision.create({ data: { ...asked, organizationId: cedar, outcome: "adoptedWithChanges" } });
  const own = await editionText(documentId);
  await db.agencyText.create({ data: { decisionId: second.id, number: 1, frozenTextId: own.id, basisHash: "carried", choices: [difference], state: "standing", typoOnly: false, madeById: program.person("sheriff").personId, madeAt: before(50), signedFrom: "this machine", commentUntil: before(41) } });
  await db.adoption.create({ data: { documentId, editionId: edition.id, organizationId: riverton, decisionId: first.id, effectiveFrom: before(20) } });
  await db.adoption.create({ data: { documentId, editionId: edition.id, organizationId: cedar, decisionId: second.id, effectiveFrom: before(10), ownTextId: own.id } });
  const later = await editionText(documentId);
  const open = { ...asked, organizationId: riverton, outcome: "pending", reasons: "", decidedAt: null, askedAt: before(35) };
  await db.decision.create({ data: { ...open, frozenTextId: later.id, dueAt: before(5) } });
  await db.decision.create({ data: { ...open, frozenTextId: (await editionText(documentId)).id, dueAt: before(-5) } });
}

const editionText = (documentId: string) => database().frozenText.create({ data: { documentId, content: {}, hash: "a text" } });

async function read(who = "peer", after = "") {
  const found = await varianceMatrix(program.person(who), { after });
  if (!found.ok) throw new Error(JSON.stringify(found));
  return found.value;
}

test("one row an agency: what it holds, each difference by clause with its reason, and what it owes", async () => {
  const { documents } = await read();
  expect(documents).toHaveLength(1);
  const [cedar, riverton] = documents[0]?.agencies ?? [];
  expect(cedar).toMatchObject({ agency: "Cedar County Sheriff", edition: 1, own: true, differences: [difference], asked: [] });
  expect(riverton).toMatchObject({ agency: "Riverton Police", edition: 1, own: false, differences: [], asked: [{ outcome: "pending" }, { outcome: "pending" }] });
  const file = await wholeVariance(program.person("peer"), null);
  expect(file.ok && varianceFile(file.value.rows, file.value.now).map((row) => [row[2], row[6], row[8], row[11]])).toEqual([
    ["Cedar County Sheriff", "2", "State law asks for it.", ""],
    ["Riverton Police", "", "", "First edition: overdue; First edition: not yet decided"],
  ]);
});

test("a document of one organization is there for it and for nobody else, in the page and in the file", async () => {
  const { document } = database();
  await document.update({ where: { id: program.documentId }, data: { visibility: "organization" } });
  expect((await read("advocate")).documents).toEqual([]);
  const file = await wholeVariance(program.person("advocate"), null);
  expect(file.ok && file.value.rows).toEqual([]);
  expect((await read("cit")).documents).toHaveLength(1);
  await document.update({ where: { id: program.documentId }, data: { visibility: "public" } });
});

test("a program of many documents is shown a page at a time, each document once", async () => {
  const db = database();
  for (let at = 0; at < documentsOnPage + 5; at += 1) {
    const { id } = await db.document.create({ data: { programId: program.programId, organizationId: program.organizationIds[0] ?? "", kind: "policy", number: `CIT-2${String(at).padStart(2, "0")}`, title: "Another", visibility: "program", createdById: program.person("cit").personId } });
    const edition = await editionForTests(id, 1, textOf("Words."));
    await db.decision.create({ data: { programId: program.programId, documentId: id, frozenTextId: edition.frozenTextId, organizationId: program.organizationIds[1] ?? "", askedAt: today, dueAt: today } });
  }
  const first = await read();
  const second = await read("peer", first.next ?? "");
  expect([first.documents.length, second.documents.length, second.next]).toEqual([documentsOnPage, 6, null]);
  expect(new Set([...first.documents, ...second.documents].map(({ number }) => number)).size).toBe(documentsOnPage + 6);
});

test("one carried proposal is adopted by the city, changed by the county and pending at the campus", async () => {
  const own = await programForTests();
  const { programId, documentId, organizationIds, person, groupIds } = own;
  const campus = await database().organization.create({ data: { programId, groupId: groupIds[0] ?? "", name: "University Police", shortName: "Campus", isAgency: true } });
  await database().documentAgency.create({ data: { documentId, organizationId: campus.id } });
  const { id: proposalId } = await proposalForTests(own);
  const { roundId } = done(await openRound(person("coordinator"), { proposalId }));
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) done(await castVote(person(name), { roundId, requestId: `three-agencies-${name}`, choice: "consent", reason: "" }));
  done(await closeRound(person("coordinator"), { roundId }));
  const askedOf = async (organizationId = "") => (await database().decision.findFirstOrThrow({ where: { proposalId, organizationId } })).id;
  const [chief, sheriff] = [person("chief"), person("sheriff")];
  const firstDay = dayOf(new Date(), "America/Chicago");
  done(await makeDecision(chief, { decisionId: await askedOf(organizationIds[0]), move: "adopt", reasons: "It is what we do.", effectiveFrom: firstDay, ...(await signing(chief)) }));
  const decisionId = await askedOf(organizationIds[1]);
  done(await changeText(sheriff, { decisionId, reasons: "Deputies are alone.", choices: [{ clauseId: "c1", choice: "reword", words: "Deputies wait for a clinician for up to 40 minutes.", reason: "The roads are long." }], ...(await signing(sheriff)) }));
  await database().agencyText.updateMany({ where: { decisionId }, data: { commentUntil: new Date(0) } });
  done(await makeDecision(sheriff, { decisionId, move: "conclude", reasons: "Nobody objects.", effectiveFrom: firstDay, ...(await signing(sheriff)) }));
  const found = await varianceMatrix(person("peer"), { after: "" });
  const agencies = found.ok ? found.value.documents[0]?.agencies.map(({ agency, edition, own: changed, differences, asked }) => ({ agency, edition, changed, why: differences.map(({ reason }) => reason), open: asked.map(({ outcome }) => outcome) })) : [];
  expect(agencies).toEqual([
    { agency: "Cedar County Sheriff", edition: 2, changed: true, why: ["The roads are long."], open: [] },
    { agency: "Riverton Police", edition: 2, changed: false, why: [], open: [] },
    { agency: "University Police", edition: null, changed: false, why: [], open: ["pending"] },
  ]);
});

function done<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
