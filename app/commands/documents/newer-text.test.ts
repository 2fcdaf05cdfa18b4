import { beforeAll, describe, expect, test } from "vitest";
import { clausesOf } from "~/editor/numbering";
import type { DocumentNode } from "~/editor/schema/document-node";
import { wordOf } from "~/editor/export/word/word-of";
import { exportedInTest } from "~/editor/export/exported-in-test";
import { workingText } from "~/editor/working-text";
import { database } from "~/store/database.server";
import { appendServerSteps, draftIdOf, draftRows, setFrozen } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { suggestedTyping } from "../../../e2e/support/protocol-client.mjs";
import { lockClause } from "~/commands/drafting/lock-clause.server";
import { createDocument } from "./create-document.server";
import { importNewerText } from "./import-newer-text.server";

let program: ProgramForTests;
let number = 500;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const from = { source: "Riverton Police, 2026", copyright: "own" };
const said = { why: "The chief has published it.", affected: "Patrol." };
const wordFile = async (content: DocumentNode) => ({ name: "newer.docx", bytes: new Uint8Array(await wordOf({ ...exportedInTest, content })) });

async function draftOf(...paragraphs: string[]) {
  number += 1;
  const made = await createDocument(program.person("cit"), { kind: "policy", number: `CIT-${number}`, title: "Transport", topic: "", visibility: "program", agencyIds: [program.organizationIds[0]] });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const documentId = made.value.id;
  const draftId = (await draftIdOf(database(), { documentId })) ?? "";
  await database().draft.update({ where: { id: draftId }, data: { start: textOf(...paragraphs) as object } });
  return { documentId, draftId };
}

async function textAt(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return clausesOf(workingText(rows).content);
}

describe("a newer text of a document", () => {
  test("takes the place of a draft, its clauses keep their ids, and the comparison with the version before comes next", async () => {
    const { documentId, draftId } = await draftOf("Officers wait.", "Dispatch records the call.");
    const outcome = await importNewerText(program.person("cit"), documentId, from, await wordFile(textOf("Officers wait.", "Dispatch records each call.", "Families are told.")));
    expect(outcome).toMatchObject({ ok: true, value: { address: `/drafts/${draftId}/compare?from=0&to=1` } });
    const clauses = await textAt(draftId);
    expect(clauses.slice(0, 2).map(({ id, text }) => [id, text])).toEqual([["c1", expect.stringContaining("Officers wait.")], ["c2", expect.stringContaining("records each call")]]);
    expect(clauses).toHaveLength(3);
    expect(await database().draftVersion.findMany({ where: { draftId }, orderBy: { version: "asc" }, select: { note: true } })).toEqual([{ note: "Before a newer text was imported" }, { note: "Imported from “newer.docx”" }]);
    expect(await database().document.findUniqueOrThrow({ where: { id: documentId } })).toMatchObject({ source: from.source, copyright: "own" });
    expect(await importNewerText(program.person("cit"), documentId, from, await wordFile(textOf("Officers wait.", "Dispatch records each call.", "Families are told.")))).toMatchObject({ ok: false, field: "file" });
  });

  test("is refused while the draft is frozen, while a suggestion waits, and into a clause that somebody else has locked", async () => {
    const { documentId, draftId } = await draftOf("Officers wait.", "Dispatch records the call.");
    const attempt = async () => importNewerText(program.person("cit"), documentId, from, await wordFile(textOf("Officers act.", "Dispatch records each call.")));
    await setFrozen(database(), draftId, true);
    expect(await attempt()).toMatchObject({ ok: false, reason: expect.stringContaining("frozen") });
    await setFrozen(database(), draftId, false);
    await lockClause(program.person("clinician"), { draftId, clauseId: "c1", length: "hour", reason: "Legal review" });
    expect(await attempt()).toMatchObject({ ok: false, reason: expect.stringContaining("is locked by clinician") });
    await database().clauseLock.deleteMany({ where: { draftId } });
    const peer = program.person("peer").personId;
    await appendServerSteps(database(), { draftId, after: 0, authorId: peer, batchId: "suggested", steps: [suggestedTyping(13, "soon ", peer)] });
    expect(await attempt()).toMatchObject({ ok: false, reason: expect.stringContaining("1 suggestion in this text is not decided yet") });
    expect(await database().draftStep.count({ where: { draftId } })).toBe(1);
  });

  test("of a document with an edition becomes a proposal with that text; the edition stays", async () => {
    const { documentId } = program;
    const file = await wordFile(textOf("Officers wait for a clinician and a peer.", "Dispatch records the call."));
    expect(await importNewerText(program.person("advocate"), documentId, from, file)).toMatchObject({ ok: false, fields: { why: expect.anything(), affected: expect.anything() } });
    const outcome = await importNewerText(program.person("advocate"), documentId, { ...from, ...said }, file);
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    const proposal = await database().proposal.findUniqueOrThrow({ where: { id: outcome.value.address.split("/")[2] ?? "" } });
    expect(proposal).toMatchObject({ documentId, stage: "drafting", baseEditionId: program.edition.id, why: said.why });
    expect((await textAt(proposal.draftId)).map(({ id, text }) => [id, text])).toEqual([["c1", expect.stringContaining("a clinician and a peer")], ["c2", expect.stringContaining("records the call")]]);
    expect(await database().edition.count({ where: { documentId } })).toBe(1);
  });

  test("is no way around the rights of a vendor, and is refused to those who may not write", async () => {
    const { documentId } = await draftOf("Officers wait.");
    const file = await wordFile(textOf("Officers act."));
    await database().document.update({ where: { id: documentId }, data: { copyright: "vendor" } });
    expect(await importNewerText(program.person("cit"), documentId, from, file)).toMatchObject({ ok: false, field: "copyright" });
    expect(await importNewerText(program.person("advocate"), program.documentId, { ...from, ...said, copyright: "vendor" }, file)).toMatchObject({ ok: false, field: "copyright" });
    expect(await importNewerText(program.person("observer"), documentId, from, file)).toMatchObject({ ok: false, status: 403 });
    expect(await importNewerText({ kind: "anyone" }, documentId, from, file)).toMatchObject({ ok: false });
    expect(await importNewerText(program.person("cit"), documentId, from, null)).toMatchObject({ ok: false, field: "file" });
  });
});
