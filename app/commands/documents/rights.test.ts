import { beforeAll, expect, test } from "vitest";
import { dayOf } from "~/domain/voting/deadline";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { anyone } from "~/domain/access/may";
import { exportedInTest } from "~/editor/export/exported-in-test";
import { wordOf } from "~/editor/export/word/word-of";
import { libraryDocument } from "~/queries/library/library-document.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, textOf, type ProgramForTests, signing } from "../../../e2e/support/program-for-tests";
import { confirmRights } from "./confirm-rights.server";
import { importDocument } from "./import-document.server";
import { shareDocument } from "./share-document.server";
import { submitDocument } from "./submit-document.server";

let program: ProgramForTests;
let number = 700;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

async function imported(over: Record<string, unknown> = {}) {
  number += 1;
  const values = { kind: "policy", number: `CIT-${number}`, title: "Transport", topic: "", visibility: "program", agencyIds: [program.organizationIds[0]], source: "A vendor's manual", copyright: "vendor", ...over };
  const file = { name: "manual.docx", bytes: new Uint8Array(await wordOf({ ...exportedInTest, content: textOf("Officers offer a choice of transport.") })) };
  return { values, outcome: await importDocument(program.person("cit"), values, file) };
}
async function vendors() {
  const { values, outcome } = await imported();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return { documentId: outcome.value.id, number: values.number };
}
const basis = "The vendor's letter of May 4, 2026";
const share = (documentId: string) => shareDocument(program.person("chief"), { documentId, visibility: "public" });

test("a vendor's text is not imported as public, and not shared with everyone until the right is confirmed", async () => {
  expect((await imported({ visibility: "public" })).outcome).toMatchObject({ ok: false, field: "visibility" });
  const { documentId } = await vendors();
  expect(await share(documentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Confirm the right") });
  expect(await confirmRights(program.person("officer"), { documentId, basis })).toMatchObject({ ok: false, status: 403 });
  expect(await confirmRights(program.person("chief"), { documentId, basis: "Yes" })).toMatchObject({ ok: false, fields: { basis: expect.anything() } });
  expect(await confirmRights(program.person("chief"), { documentId, basis })).toMatchObject({ ok: true });
  expect(await confirmRights(program.person("chief"), { documentId, basis })).toMatchObject({ ok: false, reason: expect.stringContaining("Nothing is left to confirm") });
  expect(await database().auditRecord.count({ where: { act: "rights.confirm", subjectId: documentId, outcome: "done" } })).toBe(1);
  expect(await share(documentId)).toMatchObject({ ok: true });
});

test("a public document that is a vendor's is neither adopted nor in the library until the right is confirmed", async () => {
  const { documentId, number } = await vendors();
  expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: true });
  await database().document.update({ where: { id: documentId }, data: { visibility: "public" } });
  const { id: decisionId } = await database().decision.findFirstOrThrow({ where: { documentId } });
  const adopt = async () => makeDecision(program.person("chief"), { ...(await signing(program.person("chief"))), decisionId, move: "adopt", reasons: "It is right.", effectiveFrom: dayOf(new Date(), "America/Chicago") });
  expect(await adopt()).toMatchObject({ ok: false, reason: expect.stringContaining("Confirm the right") });
  await confirmRights(program.person("chief"), { documentId, basis });
  expect(await adopt()).toMatchObject({ ok: true });
  const inLibrary = async () => (await libraryDocument(anyone, { number, edition: null })).ok;
  expect(await inLibrary()).toBe(true);
  await database().document.update({ where: { id: documentId }, data: { rightsConfirmedAt: null } });
  expect(await inLibrary()).toBe(false);
});
