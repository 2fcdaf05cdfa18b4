import { beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "~/editor/canonical.server";
import { documentList } from "~/queries/documents/document-list.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { database } from "~/store/database.server";
import { draftRows, lockDraft, setFrozen } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { openRound } from "~/commands/voting/open-round.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { createDocument } from "./create-document.server";
import { shareDocument } from "./share-document.server";
import { submitDocument } from "./submit-document.server";

let program: ProgramForTests;
let number = 200;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

function described(over: Record<string, unknown> = {}) {
  number += 1;
  return { kind: "policy", number: `CIT-${number}`, title: "Transport", topic: "Transport", visibility: "program", agencyIds: [program.organizationIds[0]], ...over };
}

async function made(who = "cit", over: Record<string, unknown> = {}): Promise<string> {
  const outcome = await createDocument(program.person(who), described(over));
  if (!outcome.ok) throw new Error("The document was not made.");
  return outcome.value.id;
}

/** Puts words into the draft of a document, as its writers would. */
async function write(documentId: string, words = "Officers offer a choice of transport.") {
  await database().draft.updateMany({ where: { documentId }, data: { start: textOf(words) as object } });
}

async function submitted(who = "coordinator", over: Record<string, unknown> = {}) {
  const documentId = await made("cit", over);
  await write(documentId);
  return { documentId, outcome: await submitDocument(program.person(who), { documentId }) };
}

describe("starting a document", () => {
  test("a drafter gets a document with an empty draft of its own, and the record says so", async () => {
    const id = await made("officer");
    const document = await database().document.findUniqueOrThrow({ where: { id }, include: { drafts: true, appliesTo: true } });
    expect(document.drafts).toHaveLength(1);
    expect(document.appliesTo).toHaveLength(1);
    expect(document.organizationId).toBe(program.organizationIds[1]);
    expect(await database().auditRecord.count({ where: { act: "document.create", subjectId: id, outcome: "done" } })).toBe(1);
  });

  test("an observer is refused, and one who is not signed in is asked to", async () => {
    expect(await createDocument(program.person("observer"), described())).toMatchObject({ ok: false, status: 403 });
    expect(await createDocument({ kind: "anyone" }, described())).toMatchObject({ ok: false, status: 401 });
  });

  test.each([
    ["number", { number: "CIT-101" }],
    ["number", { number: "<script>" }],
    ["title", { title: "  " }],
    ["kind", { kind: "poem" }],
    ["visibility", { visibility: "secret" }],
    ["agencyIds", { agencyIds: [] }],
    ["agencyIds", { agencyIds: ["another"] }],
  ])("what is wrong with the %s is said there, and nothing is stored", async (field, wrong) => {
    const before = await database().document.count();
    expect(await createDocument(program.person("cit"), described(wrong))).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
    expect(await database().document.count()).toBe(before);
  });

  test("an organization that is no agency cannot be one that it applies to", async () => {
    expect(await createDocument(program.person("cit"), described({ agencyIds: [program.organizationIds[2]] }))).toMatchObject({ ok: false, field: "agencyIds" });
  });

  test("a field that the form does not have is refused", async () => {
    expect(await createDocument(program.person("cit"), described({ programId: "another" }))).toMatchObject({ ok: false, reason: expect.stringContaining("programId") });
  });
});

describe("a document of one organization", () => {
  test("is missing for everybody else, in the list and as a page, until it is shared", async () => {
    const documentId = await made("cit", { visibility: "organization" });
    const listed = async (who: string) => {
      const outcome = await documentList(program.person(who), { kind: "", topic: "", organization: "" });
      return outcome.ok && outcome.value.documents.some(({ id }) => id === documentId);
    };
    expect(await listed("chief")).toBe(true);
    expect(await listed("advocate")).toBe(false);
    expect(await documentPage(program.person("advocate"), { documentId, edition: null })).toEqual({ ok: false, kind: "missing" });
    expect(await submitDocument(program.person("coordinator"), { documentId })).toEqual({ ok: false, kind: "missing" });
    expect(await shareDocument(program.person("sheriff"), { documentId, visibility: "public" })).toEqual({ ok: false, kind: "missing" });
    expect(await shareDocument(program.person("chief"), { documentId, visibility: "program" })).toMatchObject({ ok: true });
    expect(await listed("advocate")).toBe(true);
    expect((await documentPage(program.person("advocate"), { documentId, edition: null })).ok).toBe(true);
  });

  test("cannot go to the head of an agency that may not see it", async () => {
    const documentId = await made("cit", { visibility: "organization", agencyIds: [program.organizationIds[0], program.organizationIds[1]] });
    await write(documentId);
    expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("Share it with the program") });
  });

  test("a document with an edition is not hidden again", async () => {
    expect(await shareDocument(program.person("chief"), { documentId: program.documentId, visibility: "organization" })).toMatchObject({ ok: false, status: 409 });
  });

  test("another organization's coordinator does not share it", async () => {
    const documentId = await made("cit");
    expect(await shareDocument(program.person("coordinator"), { documentId, visibility: "public" })).toMatchObject({ ok: false, status: 403 });
  });
});

describe("sending a text to the agency head", () => {
  test("freezes it under its hash, asks each agency's head by the charter's clock and tells them", async () => {
    const { documentId, outcome } = await submitted("coordinator", { agencyIds: [program.organizationIds[0], program.organizationIds[1]] });
    expect(outcome.ok).toBe(true);
    const document = await database().document.findUniqueOrThrow({ where: { id: documentId }, include: { drafts: true, frozenTexts: true, decisions: true } });
    expect(document.drafts[0]?.frozen).toBe(true);
    expect(document.frozenTexts[0]?.hash).toBe(hashOf(document.frozenTexts[0]?.content));
    expect(document.decisions.map(({ organizationId }) => organizationId).sort()).toEqual(program.organizationIds.slice(0, 2).sort());
    for (const { askedAt, dueAt } of document.decisions) expect(dueAt.getTime() - askedAt.getTime()).toBe(30 * 86_400_000);
    for (const head of ["chief", "sheriff"]) expect(await database().notice.count({ where: { personId: program.person(head).personId, body: { contains: document.number } } })).toBe(1);
    const page = await documentPage(program.person("coordinator"), { documentId, edition: null });
    expect(page.ok && { state: page.value.state, submit: page.value.may.submit, write: page.value.may.write }).toEqual({ state: "asked", submit: false, write: false });
  });

  test("is refused the second time, and leaves one decision", async () => {
    const { documentId } = await submitted();
    expect(await submitDocument(program.person("coordinator"), { documentId })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("already") });
    expect(await database().decision.count({ where: { documentId } })).toBe(1);
    expect(await database().auditRecord.count({ where: { act: "document.submit", subjectId: documentId, outcome: "refused" } })).toBe(1);
  });

  test("by two at once reaches the head once", async () => {
    const documentId = await made();
    await write(documentId);
    const both = await Promise.all([submitDocument(program.person("coordinator"), { documentId }), submitDocument(program.person("cit"), { documentId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().decision.count({ where: { documentId } })).toBe(1);
  });

  test("is refused for an empty draft, to a drafter, and once there is an edition", async () => {
    const documentId = await made();
    expect(await submitDocument(program.person("coordinator"), { documentId })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("empty") });
    expect(await submitDocument(program.person("officer"), { documentId })).toMatchObject({ ok: false, status: 403 });
    const { id: draftId } = await database().draft.create({ data: { documentId: program.documentId, schemaVersion: "1", start: textOf("More.") as object } });
    expect(await submitDocument(program.person("coordinator"), { documentId: program.documentId })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Open a proposal") });
    await database().draft.delete({ where: { id: draftId } });
  });

  test("can be repeated once every head has declined", async () => {
    const { documentId } = await submitted();
    await database().decision.updateMany({ where: { documentId }, data: { outcome: "declined", reasons: "Too long." } });
    const draft = await database().draft.findFirstOrThrow({ where: { documentId } });
    await database().$transaction(async (db) => {
      await lockDraft(db, draft.id);
      await setFrozen(db, draft.id, false);
    });
    expect((await draftRows(database(), draft.id))?.frozen).toBe(false);
    expect(await submitDocument(program.person("coordinator"), { documentId })).toMatchObject({ ok: true });
  });
});

describe("a document from a template", () => {
  const text = async (documentId: string) => (await database().draft.findFirstOrThrow({ where: { documentId } })).start as unknown as DocumentNode;
  const filled = (begun: DocumentNode, ...without: string[]): DocumentNode => ({
    ...begun,
    content: begun.content?.filter((clause) => !without.includes(String(clause.attrs?.id))).map((clause) => ({ ...clause, content: [...(clause.content ?? []).slice(0, 1), { type: "paragraph", content: [{ type: "text", text: "Officers slow down." }] }] })),
  });
  /** What was written since, without touching what the draft began with. */
  async function writeOver(documentId: string, content: DocumentNode) {
    const { id: draftId } = await database().draft.findFirstOrThrow({ where: { documentId } });
    await database().snapshot.deleteMany({ where: { draftId } });
    await database().draft.update({ where: { id: draftId }, data: { version: 1 } });
    await database().snapshot.create({ data: { draftId, version: 1, content: content as object } });
  }

  test("has the sections of its kind, and cannot be sent while they are empty or missing: each is named with what it should hold", async () => {
    const documentId = await made("cit", { begin: "sections" });
    const begun = await text(documentId);
    expect(begun.content).toHaveLength(8);
    expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("The section “Purpose” is empty. Say why this policy exists") });
    await writeOver(documentId, filled(begun, "section-policy-review"));
    const page = await documentPage(program.person("cit"), { documentId, edition: null });
    expect(page.ok && page.value.check?.problems).toEqual(["The section “Review” is missing. Say who looks at this policy again, and how often."]);
    expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: false, status: 422, reason: "The section “Review” is missing. Say who looks at this policy again, and how often." });
    await writeOver(documentId, filled(begun));
    expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: true });
  });

  test("begins with an empty page when that was chosen, or nothing was", async () => {
    for (const over of [{ begin: "empty" }, {}]) expect((await text(await made("cit", over))).content).toHaveLength(1);
    expect(await createDocument(program.person("cit"), described({ begin: "novel" }))).toMatchObject({ ok: false, fields: { begin: [expect.any(String)] } });
  });

  test("of a kind that no head adopts stays a draft and says so", async () => {
    const documentId = await made("cit", { kind: "evaluation-plan", begin: "sections" });
    expect((await text(documentId)).content).toHaveLength(15);
    const page = await documentPage(program.person("cit"), { documentId, edition: null });
    expect(page.ok && page.value.may.submit).toBe(false);
    expect(await submitDocument(program.person("cit"), { documentId })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("stay working drafts") });
  });

  test("keeps its sections in every proposal: a vote does not open on a text without one", async () => {
    const own = await programForTests();
    const documentId = await (async () => {
      const outcome = await createDocument(own.person("cit"), { ...described({ begin: "sections" }), agencyIds: [own.organizationIds[0]] });
      return outcome.ok ? outcome.value.id : "";
    })();
    const base = filled(await text(documentId));
    const edition = await editionForTests(documentId, 1, base);
    const proposal = await proposalForTests({ ...own, documentId, edition }, { content: base, baseEditionId: edition.id });
    await database().snapshot.create({ data: { draftId: proposal.draftId, version: 1, content: filled(base, "section-policy-training") as object } });
    await database().draft.update({ where: { id: proposal.draftId }, data: { version: 1 } });
    expect(await openRound(own.person("coordinator"), { proposalId: proposal.id })).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("The section “Training” is missing.") });
  });
});
