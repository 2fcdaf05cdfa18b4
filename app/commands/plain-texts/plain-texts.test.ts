import { beforeAll, describe, expect, test } from "vitest";
import { clauseHashes } from "~/editor/clause-hashes.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { plainTextPage } from "~/queries/plain-texts/plain-text-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { writePlainText } from "./write-plain-text.server";

let program: ProgramForTests;
const first = textOf("Officers wait for a clinician.", "Dispatch records the call.");

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

function written(over: Record<string, unknown> = {}) {
  return { documentId: program.documentId, clauseId: "c1", language: "en", clauseHash: clauseHashes(first).get("c1"), body: "Police wait until help comes.", ...over };
}

describe("putting a clause in plain words", () => {
  test("a reviewer writes, the record keeps the words, and readers find them when they ask", async () => {
    expect(await writePlainText(program.person("chief"), written())).toMatchObject({ ok: true });
    expect(await writePlainText(program.person("advocate"), written({ language: "es", body: "La policía espera." }))).toMatchObject({ ok: true });
    expect(await database().auditRecord.count({ where: { act: "plain-text.write", outcome: "done" } })).toBe(2);
    const plain = await documentPage(program.person("peer"), { documentId: program.documentId, edition: null, plain: "es" });
    expect(plain.ok && plain.value.reading).toEqual({ chosen: "es", languages: ["en", "es"], texts: { language: "es", clauses: { c1: { body: "La policía espera.", stale: false } } } });
    const official = await libraryDocument({ kind: "anyone" }, { number: "CIT-101", edition: 1 });
    expect(official.ok && official.value.text?.reading).toEqual({ chosen: null, languages: ["en", "es"], texts: null });
  });

  test.each([
    ["body", { body: "  " }],
    ["body", { body: "x".repeat(3_001) }],
    ["language", { language: "tlh" }],
  ])("what is wrong with the %s is said there", async (field, wrong) => {
    expect(await writePlainText(program.person("cit"), written(wrong))).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
  });

  test("is refused to who may only vote, for a clause that is gone, and for one that has changed meanwhile", async () => {
    expect(await writePlainText(program.person("peer"), written())).toMatchObject({ ok: false, status: 403 });
    expect(await writePlainText(program.person("cit"), written({ clauseId: "c9" }))).toMatchObject({ ok: false, status: 409 });
    expect(await writePlainText(program.person("cit"), written({ clauseHash: "0".repeat(64) }))).toMatchObject({ ok: false, status: 409, field: "body" });
    expect(await writePlainText(program.person("cit"), written({ documentId: "none" }))).toEqual({ ok: false, kind: "missing" });
  });

  test("grows stale with its own clause and no other, for readers and for writers", async () => {
    const own = await programForTests();
    for (const clauseId of ["c1", "c2"])
      expect(await writePlainText(own.person("cit"), { documentId: own.documentId, clauseId, language: "en", clauseHash: clauseHashes(first).get(clauseId), body: "Plain." })).toMatchObject({ ok: true });
    await editionForTests(own.documentId, 2, textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."));
    const read = await documentPage(own.person("peer"), { documentId: own.documentId, edition: null, plain: "en" });
    expect(read.ok && read.value.reading?.texts?.clauses).toEqual({ c1: { body: "Plain.", stale: true }, c2: { body: "Plain.", stale: false } });
    const before = await documentPage(own.person("peer"), { documentId: own.documentId, edition: 1, plain: "en" });
    expect(before.ok && before.value.reading?.texts?.clauses.c1?.stale).toBe(false);
    const due = await plainTextPage(own.person("cit"), { documentId: own.documentId, language: "en" });
    expect(due.ok && due.value.clauses.map(({ plain }) => plain?.stale)).toEqual([true, false]);
  });
});
