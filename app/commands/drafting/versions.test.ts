import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { textIsFrozen } from "~/domain/drafting/frozen";
import { wholeReplacement, workingDoc, workingText } from "~/editor/working-text";
import { schemaVersion } from "~/editor/schema/document-schema";
import { comparedVersions, draftVersions } from "~/queries/drafting/draft-versions.server";
import { authorshipPage } from "~/queries/drafting/authorship.server";
import { sinceRead } from "~/queries/drafting/since-read.server";
import { editionSinceRead } from "~/queries/documents/since-read.server";
import { readEdition } from "~/commands/documents/read-edition.server";
import { database } from "~/store/database.server";
import { appendServerSteps, createDraft, draftRows, setFrozen } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { suggestedTyping } from "../../../e2e/support/protocol-client.mjs";
import { lockClause } from "./lock-clause.server";
import { nameVersion } from "./name-version.server";
import { readDraft } from "./read-draft.server";
import { restoreVersion } from "./restore-version.server";

let program: ProgramForTests;
let draftId: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});
beforeEach(async () => {
  draftId = (await createDraft(database(), { documentId: program.documentId, content: textOf("Officers wait for a clinician.", "Dispatch records the call."), schemaVersion })).id;
});

const text = async () => {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return rows;
};
const write = async ({ personId: authorId }: PersonActor, ...paragraphs: string[]) => {
  const rows = await text();
  const replacement = wholeReplacement(workingDoc(rows).doc, textOf(...paragraphs));
  await appendServerSteps(database(), { draftId, after: rows.version, authorId, batchId: crypto.randomUUID(), steps: [replacement?.step] });
};
const value = async <Value>(outcome: Promise<{ ok: boolean } & ({ ok: true; value: Value } | { ok: false })>): Promise<Value> => {
  const found = await outcome;
  if (!found.ok) throw new Error(JSON.stringify(found));
  return (found as { value: Value }).value;
};

describe("The history of a text", () => {
  test("a named version lists everybody who wrote since the last name, with the organization of that time", async () => {
    const [cit, advocate, clinician] = [program.person("cit"), program.person("advocate"), program.person("clinician")];
    await write(advocate, "Officers wait for a clinician and a peer.", "Dispatch records the call.");
    await write(clinician, "Officers wait for a clinician and a peer.", "Dispatch records each call.");
    await value(nameVersion(cit, { draftId, name: "v1.2 draft for the board" }));
    const { kept } = await value(draftVersions(cit, draftId));
    expect(kept[0]).toMatchObject({
      name: "v1.2 draft for the board",
      contributors: [{ name: "advocate", organization: "Advocacy Alliance" }, { name: "clinician", organization: "Mental Health Center" }],
    });
    expect(kept[0]?.written?.lettersIn).toBeGreaterThan(5);
    const { changes } = await value(comparedVersions(cit, { draftId, from: 1, to: 2 }));
    expect(changes.touchedClauseIds).toEqual(["c2"]);
  });

  test("restoring makes a new version and loses none; the records say what it was restored from", async () => {
    const cit = program.person("cit");
    await value(nameVersion(cit, { draftId, name: "Before the meeting" }));
    await write(program.person("officer"), "Officers may act at once.", "Dispatch records the call.");
    const { kept } = await value(draftVersions(cit, draftId));
    await value(restoreVersion(cit, { versionId: kept[0]?.id }));
    expect(workingText(await text()).content).toEqual(textOf("Officers wait for a clinician.", "Dispatch records the call."));
    const after = await value(draftVersions(cit, draftId));
    expect(after.kept.map(({ note }) => note)).toEqual(["Restored from “Before the meeting” (version 0)", "Before “Before the meeting” (version 0) was restored", null]);
    expect(await database().draftStep.count({ where: { draftId } })).toBe(2);
    expect(await database().auditRecord.findFirst({ where: { subjectId: draftId, act: "version.restore" } })).toMatchObject({ outcome: "done", detail: { note: "Restored from “Before the meeting” (version 0)" } });
  });

  test("restoring touches only the words that differ, and keeps no second version of a text that is kept already", async () => {
    const cit = program.person("cit");
    await write(cit, "Officers wait for a clinician.", "Dispatch records the call.", "A supervisor comes.");
    const { id: versionId } = await value(nameVersion(cit, { draftId, name: "Start" }));
    await write(program.person("officer"), "Officers may wait for a clinician.", "Dispatch records the call.", "A supervisor comes soon.");
    await value(nameVersion(cit, { draftId, name: "After" }));
    await value(restoreVersion(cit, { versionId }));
    expect(workingText(await text()).content).toEqual(textOf("Officers wait for a clinician.", "Dispatch records the call.", "A supervisor comes."));
    const { kept } = await value(draftVersions(cit, draftId));
    expect(kept.map(({ name, note }) => name ?? note)).toEqual(["Restored from “Start” (version 1)", "After", "Start"]);
    expect(kept[0]?.written).toMatchObject({ lettersIn: 0, lettersOut: "may ".length + " soon".length });
  });

  test("a version is not restored while the text is frozen, while suggestions wait, or into a clause that somebody else has locked", async () => {
    const [cit, clinician] = [program.person("cit"), program.person("clinician")];
    const { id: versionId } = await value(nameVersion(cit, { draftId, name: "Start" }));
    await write(program.person("officer"), "Officers may act at once.", "Dispatch records the call.");
    await setFrozen(database(), draftId, true);
    expect(await restoreVersion(cit, { versionId })).toMatchObject({ ok: false, reason: textIsFrozen });
    await setFrozen(database(), draftId, false);
    await value(lockClause(clinician, { draftId, clauseId: "c1", length: "hour", reason: "Legal review" }));
    expect(await restoreVersion(cit, { versionId })).toMatchObject({ ok: false, reason: "The clause “Clause 1” is locked by clinician; you can write everywhere else. Restore once it is open again." });
    await database().clauseLock.deleteMany({ where: { draftId } });
    await appendServerSteps(database(), { draftId, after: 1, authorId: program.person("peer").personId, batchId: "suggested", steps: [suggestedTyping(13, "soon ", program.person("peer").personId)] });
    expect(await restoreVersion(cit, { versionId })).toMatchObject({ ok: false, reason: expect.stringContaining("1 suggestion in this text is not decided yet") });
  });
});

describe("What changed since somebody last read", () => {
  test("is only what came after that person's own reading", async () => {
    const [advocate, chief] = [program.person("advocate"), program.person("chief")];
    expect((await value(sinceRead(advocate, draftId))).since).toBeNull();
    await value(readDraft(advocate, { draftId, version: 0 }));
    await write(program.person("clinician"), "Officers wait for a clinician.", "Dispatch records each call.");
    expect((await value(sinceRead(advocate, draftId))).since).toMatchObject({ version: 0, clauses: 1 });
    expect((await value(sinceRead(chief, draftId))).since).toBeNull();
    await value(readDraft(advocate, { draftId, version: 1 }));
    await value(readDraft(advocate, { draftId, version: 0 }));
    expect((await value(sinceRead(advocate, draftId))).since).toMatchObject({ version: 1, clauses: 0 });
    expect(await readDraft(advocate, { draftId, version: 9 })).toMatchObject({ ok: false, reason: "The text has no such version yet." });
  });

  test("is remembered for the editions of a document too", async () => {
    const advocate = program.person("advocate");
    await value(readEdition(advocate, { documentId: program.documentId, edition: 1 }));
    expect((await value(editionSinceRead(advocate, program.documentId))).since).toMatchObject({ edition: 1, clauses: 0 });
    expect(await readEdition(advocate, { documentId: program.documentId, edition: 7 })).toMatchObject({ ok: false });
  });
});

test("what somebody wrote before moving stays with the organization of that time", async () => {
  const advocate = program.person("advocate");
  await write(advocate, "Officers wait for a clinician and a peer.", "Dispatch records the call.");
  const page = await value(authorshipPage(program.person("chief"), draftId));
  expect(page.organizations.map(({ name }) => name)).toEqual(["Advocacy Alliance"]);
  expect(page.total).toBe("Clause 1Officers wait for a clinician and a peer.Clause 2Dispatch records the call.".length);
  expect(page.letters[advocate.organizationId]).toBe(" and a peer".length);
  const { programId } = advocate;
  const detail = { from: advocate.organizationId, to: program.organizationIds[0] };
  await database().auditRecord.create({ data: { programId, sequence: 9_999, at: new Date(), actorName: "Program clock", act: "person.move", outcome: "done", subject: "person", subjectId: advocate.personId, detail, previousHash: "", hash: "" } });
  await database().person.update({ where: { id: advocate.personId }, data: { organizationId: program.organizationIds[0] } });
  expect((await value(authorshipPage(program.person("chief"), draftId))).organizations.map(({ name }) => name)).toEqual(["Advocacy Alliance"]);
});

describe("A lock on a clause", () => {
  test("has one holder, a reason and an end", async () => {
    const [clinician, officer] = [program.person("clinician"), program.person("officer")];
    expect(await lockClause(clinician, { draftId, clauseId: "c1", length: "hour", reason: "" })).toMatchObject({ ok: false, fields: { reason: expect.anything() } });
    expect(await lockClause(clinician, { draftId, clauseId: "c1", length: "until", day: "2020-01-01", reason: "Legal review" })).toMatchObject({ ok: false, field: "day" });
    expect(await lockClause(clinician, { draftId, clauseId: "gone", length: "hour", reason: "Legal review" })).toMatchObject({ ok: false, field: "clauseId" });
    await value(lockClause(clinician, { draftId, clauseId: "c1", length: "hour", reason: "Legal review" }));
    expect(await lockClause(officer, { draftId, clauseId: "c1", length: "hour", reason: "Mine" })).toMatchObject({ ok: false, reason: "clinician has locked this clause already." });
    expect(await lockClause(officer, { draftId, clauseId: "c2", length: "day", reason: "Mine" })).toMatchObject({ ok: true });
    expect(await lockClause(program.person("observer"), { draftId, clauseId: "c2", length: "day", reason: "Mine" })).toMatchObject({ ok: false, status: 403 });
  });
});
