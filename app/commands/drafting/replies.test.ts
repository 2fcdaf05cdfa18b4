import { beforeAll, describe, expect, test } from "vitest";
import { clause, marked, p } from "~/editor/export/word/policies-in-test";
import { wordFile } from "~/editor/export/word/word-file";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc, workingText } from "~/editor/working-text";
import { draftReplies } from "~/queries/drafting/draft-replies.server";
import { database } from "~/store/database.server";
import { createDraft, draftRows, setFrozen } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { threadsOf } from "~/store/threads.server";
import { programForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { importReply } from "./import-reply.server";
import { receiveSteps } from "./receive-steps.server";

let program: ProgramForTests;
const at = "2026-04-01T09:00:00.000Z";
const attorney = { id: "z", author: "word:City Attorney", at };
const sent = [clause("c1", "Purpose", p("Officers shall wait here.")), clause("c2", "Scope", p("All officers."))];

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

async function newDraft(): Promise<string> {
  const { programId, organizationId, personId: createdById } = program.person("clinician");
  const number = `CIT-${await database().document.count()}-r`;
  const document = await database().document.create({ data: { programId, organizationId, kind: "policy", number, title: "Transport", visibility: "program", createdById } });
  return (await createDraft(database(), { documentId: document.id, content: { type: "doc", content: sent }, schemaVersion })).id;
}

/** The file as the attorney sends it back: "shall" becomes "may", with a comment on "here". */
const answered = [
  clause("c1", "Purpose", p("Officers ", marked("shall", { type: "deletion", attrs: attorney }), marked("may", { type: "insertion", attrs: attorney }), " wait ", marked("here", { type: "comment", attrs: { thread: "t" } }), ".")),
  clause("c2", "Scope", p("All officers.")),
];
async function file(origin: { draftId: string; version: number } | null, content: DocumentNode[] = answered) {
  const threads = [{ id: "t", clauseId: "c1", quote: "here", comments: [{ author: "City Attorney", at, body: "Where is that?" }] }];
  const bytes = await wordFile({ title: "Transport", header: "", footer: "", facts: [], approval: [], names: {}, madeAt: at, content: { type: "doc", content }, threads: content === answered ? threads : [], origin });
  return { name: "answer.docx", bytes: new Uint8Array(bytes) };
}

async function textOf(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return { clean: JSON.stringify(workingText(rows).content), pending: pendingSuggestions(workingDoc(rows).doc) };
}
const replace = (from: number, to: number, text: string) => ({ stepType: "replace", from, to, ...(text ? { slice: { content: [{ type: "text", text }] } } : {}) });
async function write(draftId: string, after: number, step: unknown) {
  const actor = program.person("officer");
  const place = { programId: actor.programId, organizationId: actor.organizationId, visibility: "program" as const };
  expect(await receiveSteps(draftId, place, after, [{ actor, batchId: `batch-${after}`, steps: [step] }])).toMatchObject({ ok: true, value: true });
}

describe("the attorney's reply", () => {
  test("becomes suggestions and comments in the attorney's name and changes nothing by itself; the same file is not taken twice", async () => {
    const draftId = await newDraft();
    const before = await textOf(draftId);
    const reply = await file({ draftId, version: 0 });
    expect(await importReply(program.person("peer"), draftId, reply)).toMatchObject({ ok: true });
    const after = await textOf(draftId);
    expect(after.clean).toBe(before.clean);
    expect(after.pending.map(({ author, inserted, deleted }) => ({ author, inserted, deleted }))).toEqual([{ author: "word:City Attorney", inserted: "may", deleted: "shall" }]);
    const [thread] = await threadsOf(database(), draftId);
    expect(thread).toMatchObject({ quote: "here", clauseId: "c1" });
    expect(thread?.comments[0]?.body).toBe("City Attorney (from Word, Apr 1, 2026): Where is that?");
    const page = await draftReplies(program.person("observer"), draftId);
    expect(page).toMatchObject({ ok: true, value: { mayImport: false, replies: [{ by: "peer", reply: { fileName: "answer.docx", unplaced: [], suggestions: [{ author: "word:City Attorney", where: "Purpose" }], comments: [{ author: "City Attorney" }] } }] } });
    expect(await importReply(program.person("peer"), draftId, reply)).toMatchObject({ ok: false, fields: { file: [expect.stringContaining("already")] } });
    expect((await textOf(draftId)).pending).toHaveLength(1);
  });

  test("is put on the text as it stands now, and says what has no place there any more", async () => {
    const draftId = await newDraft();
    const doc = workingDoc((await draftRows(database(), draftId)) ?? { snapshot: { version: 0, content: {} }, steps: [] }).doc;
    let start = 0;
    doc.descendants((node, place) => void (node.text?.startsWith("Officers shall") && (start = place)));
    await write(draftId, 0, replace(start, start, "Today "));
    await write(draftId, 1, replace(start + 20, start + 30, ""));
    expect((await textOf(draftId)).clean).toContain("Today Officers shall.");
    expect(await importReply(program.person("peer"), draftId, await file({ draftId, version: 0 }))).toMatchObject({ ok: true });
    const { pending, clean } = await textOf(draftId);
    expect(pending.map(({ inserted, deleted }) => ({ inserted, deleted }))).toEqual([{ inserted: "may", deleted: "shall" }]);
    expect(clean).toContain("Today Officers shall.");
    const page = await draftReplies(program.person("peer"), draftId);
    expect(page.ok && page.value.replies[0]?.reply.unplaced.length).toBeGreaterThan(0);
    expect(await threadsOf(database(), draftId)).toHaveLength(1);
  });

  test("leaves a locked clause as it is, and says who holds it", async () => {
    const draftId = await newDraft();
    const now = Date.now();
    await database().clauseLock.create({ data: { draftId, clauseId: "c1", heldById: program.person("cit").personId, reason: "Legal review", since: new Date(now), until: new Date(now + 3_600_000) } });
    expect(await importReply(program.person("peer"), draftId, await file({ draftId, version: 0 }))).toMatchObject({ ok: true });
    expect((await textOf(draftId)).pending).toEqual([]);
    const page = await draftReplies(program.person("peer"), draftId);
    expect(page.ok && page.value.replies[0]?.reply.unplaced[0]?.why).toContain("locked by cit");
  });

  test("is refused at the field when the file is not one of this text", async () => {
    const [draftId, other] = [await newDraft(), await newDraft()];
    const refusal = async (given: { name: string; bytes: Uint8Array } | null) => {
      const outcome = await importReply(program.person("peer"), draftId, given);
      return outcome.ok || outcome.kind === "missing" ? "" : (outcome.fields?.file?.[0] ?? "");
    };
    expect(await refusal(null)).toMatch(/^Choose the Word file/);
    expect(await refusal({ name: "a.docx", bytes: new TextEncoder().encode("Policy 1. Wait.") })).toMatch(/\.$/);
    expect(await refusal(await file(null))).toMatch(/^This file was not made from this text: it has no mark/);
    expect(await refusal(await file({ draftId: other, version: 0 }))).toMatch(/^This file was not made from this text but from CIT-.* Transport/);
    expect(await refusal(await file({ draftId, version: 9 }))).toMatch(/^This file was not made from this text as it is stored/);
    expect(await refusal(await file({ draftId, version: 0 }, sent))).toMatch(/^Nothing in this file differs/);
    await setFrozen(database(), draftId, true);
    expect(await refusal(await file({ draftId, version: 0 }))).toMatch(/^The text is frozen/);
    expect((await textOf(draftId)).pending).toEqual([]);
  });

  test("is not for observers", async () => {
    const draftId = await newDraft();
    expect(await importReply(program.person("observer"), draftId, await file({ draftId, version: 0 }))).toMatchObject({ ok: false, status: 403 });
  });
});
