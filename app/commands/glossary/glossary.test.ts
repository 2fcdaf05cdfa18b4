import { beforeAll, describe, expect, test } from "vitest";
import { documentPage } from "~/queries/documents/document-page.server";
import { glossaryPage } from "~/queries/glossary/glossary-page.server";
import { termPage } from "~/queries/glossary/term-page.server";
import { libraryDocument } from "~/queries/library/library-document.server";
import { schemaVersion } from "~/editor/schema/document-schema";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { addTerm } from "./add-term.server";
import { changeVariants } from "./change-variants.server";
import { defineTerm } from "./define-term.server";

let program: ProgramForTests;
let names = 0;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

async function added(over: Record<string, unknown> = {}, who = "cit"): Promise<string> {
  names += 1;
  const outcome = await addTerm(program.person(who), { name: `word ${names}`, variants: "", body: "", source: "", ...over });
  if (!outcome.ok) throw new Error("The term was not added.");
  return outcome.value.termId;
}

async function page(termId: string, who = "advocate") {
  const outcome = await termPage(program.person(who), { termId });
  if (!outcome.ok) throw new Error("There is no such page.");
  return outcome.value;
}

/** A draft of its own in one of the organizations. */
async function written(organization: number, visibility: string, words: string) {
  names += 1;
  const document = await database().document.create({
    data: { programId: program.programId, organizationId: program.organizationIds[organization] ?? "", kind: "policy", number: `CIT-${200 + names}`, title: "Transport", visibility, createdById: program.person("cit").personId },
  });
  await database().draft.create({ data: { documentId: document.id, schemaVersion, start: textOf(words) as object } });
  return document;
}

describe("the glossary of a program", () => {
  test("takes a term without a meaning, and gives it numbered definitions that stay", async () => {
    const termId = await added();
    expect((await page(termId)).term.definitions).toEqual([]);
    for (const body of ["Danger to oneself.", "Danger to oneself or others."]) expect(await defineTerm(program.person("officer"), { termId, body, source: "" })).toMatchObject({ ok: true });
    expect((await page(termId)).term.definitions).toMatchObject([
      { number: 2, body: "Danger to oneself or others.", writtenBy: { name: "officer" } },
      { number: 1, body: "Danger to oneself." },
    ]);
    expect(await database().auditRecord.count({ where: { act: "term.define", subjectId: termId, outcome: "done" } })).toBe(3);
  });

  test("gives two who define at once two numbers", async () => {
    const termId = await added();
    const both = await Promise.all(["cit", "officer"].map((who) => defineTerm(program.person(who), { termId, body: `As ${who} sees it.`, source: "" })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect((await page(termId)).term.definitions.map(({ number }) => number)).toEqual([2, 1]);
  });

  test("does not take one word twice, in whatever form or letters", async () => {
    await added({ name: "diversion center", variants: "diversion centers" });
    expect(await addTerm(program.person("cit"), { name: "Diversion Centers", variants: "", body: "", source: "" })).toMatchObject({ ok: false, status: 422, field: "name", reason: expect.stringContaining("under “diversion center”") });
    const other = await added();
    expect(await changeVariants(program.person("cit"), { termId: other, variants: "diversion CENTER" })).toMatchObject({ ok: false, field: "variants" });
  });

  test.each([
    ["name", { name: " " }],
    ["variants", { variants: Array.from({ length: 13 }, (_, at) => `form${at}`).join("\n") }],
    ["body", { body: "x".repeat(2_001) }],
  ])("says what is wrong with the %s there", async (field, wrong) => {
    expect(await addTerm(program.person("cit"), { name: "another", variants: "", body: "", source: "", ...wrong })).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
  });

  test("refuses the definition that it has already", async () => {
    const termId = await added({ body: "One." });
    expect(await defineTerm(program.person("cit"), { termId, body: "One.", source: "" })).toMatchObject({ ok: false, field: "body" });
  });

  test("stands as one looks a word up, whatever its capitals", async () => {
    for (const name of ["Zone", "armed", "Bystander"]) await added({ name });
    const outcome = await glossaryPage(program.person("advocate"), null);
    const names = outcome.ok ? outcome.value.terms.map(({ name }) => name) : [];
    expect(names.filter((name) => ["Zone", "armed", "Bystander"].includes(name))).toEqual(["armed", "Bystander", "Zone"]);
  });

  test("is read by every member and written by drafters and coordinators", async () => {
    const termId = await added();
    expect((await glossaryPage(program.person("observer"), null)).ok).toBe(true);
    expect(await defineTerm(program.person("peer"), { termId, body: "Mine.", source: "" })).toMatchObject({ ok: false, status: 403, reason: expect.stringContaining("drafters and coordinators") });
    const other = await programForTests();
    expect(await termPage(other.person("cit"), { termId })).toEqual({ ok: false, kind: "missing" });
    expect(await defineTerm(other.person("cit"), { termId, body: "Theirs.", source: "" })).toEqual({ ok: false, kind: "missing" });
  });
});

describe("who uses a term", () => {
  test("lists editions, drafts and open proposals with their clauses, and says which edition is older than the definition", async () => {
    const termId = await added({ name: "clinician", variants: "clinicians" });
    const draft = await written(0, "program", "Two clinicians ride along.");
    await proposalForTests(program, { content: textOf("Officers wait.", "A clinician answers.") });
    await defineTerm(program.person("officer"), { termId, body: "A licensed mental-health worker.", source: "" });
    const { uses } = await page(termId);
    expect(uses.map(({ id }) => id)).toEqual([program.documentId, draft.id]);
    expect(uses[0]).toMatchObject({ edition: { number: 1, clauses: [{ number: "1" }], dated: "Is older than the definition." }, drafts: [{ proposal: {}, clauses: [{ number: "2" }] }] });
    expect(uses[1]).toMatchObject({ edition: null, drafts: [{ proposal: null, clauses: [{ number: "1" }] }] });
  });

  test("says that an edition uses an earlier definition once there is another", async () => {
    const termId = await added({ name: "officers", body: "Sworn members." });
    await database().termDefinition.updateMany({ where: { termId }, data: { writtenAt: new Date("2020-01-01") } });
    expect((await page(termId)).uses[0]?.edition?.dated).toBeNull();
    await defineTerm(program.person("cit"), { termId, body: "Sworn members on duty.", source: "" });
    expect((await page(termId)).uses[0]?.edition?.dated).toContain("earlier definition: number 1");
    const shown = await documentPage(program.person("advocate"), { documentId: program.documentId, edition: null });
    expect(shown.ok && shown.value.terms.find(({ id }) => id === termId)).toMatchObject({ meaning: "Sworn members.", newer: "Sworn members on duty." });
  });

  test("hides a document from those who may not know of it, and tells its drafters all the same", async () => {
    const termId = await added({ name: "bodycam" });
    const hidden = await written(0, "organization", "A bodycam is worn.");
    await defineTerm(program.person("officer"), { termId, body: "A camera on the chest.", source: "" });
    expect((await page(termId, "advocate")).uses).toEqual([]);
    expect((await page(termId, "cit")).uses.map(({ id }) => id)).toEqual([hidden.id]);
    const told = await database().notice.findMany({ where: { cause: { startsWith: "term.define:" }, body: { contains: "bodycam" } } });
    expect(told.map(({ personId }) => personId)).toEqual([program.person("cit").personId]);
    expect(told[0]?.body).toContain(hidden.number);
    expect(told[0]?.path).toBe(`/glossary/${termId}`);
    const list = await glossaryPage(program.person("advocate"), null);
    expect(list.ok && list.value.terms.find(({ id }) => id === termId)?.documents).toBe(0);
  });

  test("a word without a meaning is warned about before the text is sent", async () => {
    await added({ name: "welfare check" });
    const { id } = await written(0, "program", "A welfare check is not an arrest.");
    const shown = await documentPage(program.person("cit"), { documentId: id, edition: null });
    expect(shown.ok && shown.value.check?.warnings).toEqual(["“welfare check” is not defined yet. It is used in 1."]);
  });

  test("the public reads what a word means in the edition before them", async () => {
    const termId = await added({ name: "dispatch", body: "The 911 center." });
    const edition = await libraryDocument({ kind: "anyone" }, { number: "CIT-101", edition: 1 });
    expect(edition.ok && edition.value.text?.terms.find(({ id }) => id === termId)).toMatchObject({ meaning: null, newer: "The 911 center." });
  });
});
