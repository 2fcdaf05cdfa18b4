import { beforeAll, describe, expect, test } from "vitest";
import { importDocx } from "~/editor/import/docx";
import { clause, marked, p, policies } from "~/editor/export/word/policies-in-test";
import { wordFile } from "~/editor/export/word/word-file";
import { cleanText } from "~/editor/suggestions/clean-text";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc } from "~/editor/working-text";
import { database } from "~/store/database.server";
import { draftIdOf, draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { threadsOf } from "~/store/threads.server";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { programForTests, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { action as importAction } from "./documents.import";
import { loader as wordLoader } from "./drafts.$draftId.exports.word";

let program: ProgramForTests;
let cookie: string;
const at = "2026-03-03T10:00:00.000Z";
const by = (author: string, id: string) => ({ id, author, at });
const context = { nonce: "", requestId: "", clientAddress: "" };

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  cookie = await cookieForTests(program.person("cit").personId);
});

async function importedDraft(number: string, bytes: Buffer): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ title: "", number, kind: "policy", topic: "", visibility: "program", source: "The city attorney", copyright: "own" })) form.set(name, value);
  form.append("agencyIds", program.organizationIds[0] ?? "");
  form.set("file", new File([new Uint8Array(bytes)], "transport.docx"));
  const answered: unknown = await importAction({ request: requestForTests("/documents/import", cookie, form), params: {}, context });
  const location = answered instanceof Response ? (answered.headers.get("Location") ?? "") : JSON.stringify(answered);
  const documentId = /^\/documents\/([^/]+)\/import-report$/.exec(location)?.[1];
  expect(documentId, location).toBeDefined();
  return (await draftIdOf(database(), { documentId: documentId ?? "" })) ?? "";
}

async function textOf(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return workingDoc(rows);
}

async function sentOut(draftId: string, as = cookie): Promise<Buffer> {
  const response = await wordLoader({ request: requestForTests(`/drafts/${draftId}/exports/word`, as), params: { draftId }, context });
  expect(response.headers.get("Content-Type")).toBe("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
  expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="[\w.-]+\.docx"$/);
  return Buffer.from(await response.arrayBuffer());
}

const discussed = {
  type: "doc",
  content: [clause("c1", "Purpose", p("Officers ", marked("shall", { type: "deletion", attrs: by("word:R. Diaz", "a") }), marked("may", { type: "insertion", attrs: by("word:R. Diaz", "a") }), " wait for a ", marked("clinician", { type: "comment", attrs: { thread: "t1" } }), ".")), clause("c2", "Scope", p("All officers."))],
};
const plain = { title: "Crisis transport", header: "", footer: "", facts: [], approval: [], names: {}, origin: null, madeAt: at };

describe("a Word file with tracked changes and comments", () => {
  test("becomes a draft with suggestions and threads, and goes out again with both", async () => {
    const threads = [{ id: "t1", clauseId: "c1", quote: "", comments: [{ author: "R. Diaz", at, body: "Which one?" }, { author: "M. Chen", at, body: "The one on call." }] }];
    const draftId = await importedDraft("CIT-400", await wordFile({ ...plain, content: discussed, threads }));
    const { doc } = await textOf(draftId);
    expect(pendingSuggestions(doc).map(({ author, inserted, deleted }) => ({ author, inserted, deleted }))).toEqual([{ author: "word:R. Diaz", inserted: "may", deleted: "shall" }]);
    expect(JSON.stringify(cleanText(doc))).toContain("Officers shall wait for a clinician.");
    const [thread] = await threadsOf(database(), draftId);
    expect(thread).toMatchObject({ quote: "clinician", clauseId: "c1", resolvedAt: null });
    expect(thread?.comments.map(({ author, body }) => `${author.name} wrote: ${body}`)).toEqual([
      `${program.person("cit").name} wrote: R. Diaz (from Word, Mar 3, 2026): Which one?`,
      `${program.person("cit").name} wrote: M. Chen (from Word, Mar 3, 2026): The one on call.`,
    ]);
    expect(JSON.stringify(doc.toJSON())).toContain(`"thread":"${thread?.id}"`);
    const back = await importDocx(await sentOut(draftId));
    if (!back.ok) throw new Error(back.reason);
    expect(back.origin).toEqual({ draftId, version: 0 });
    expect(back.report.understood).toMatchObject({ clauses: 2, suggestions: 1, comments: 1 });
    expect(back.comments[0]).toMatchObject({ quote: "clinician", replies: [{}] });
  });

  test("is for those who may read the draft", async () => {
    const draftId = await importedDraft("CIT-401", await wordFile({ ...plain, content: policies[0]?.content ?? discussed, threads: [] }));
    const answered = await sentOut(draftId, "").catch((answer: unknown) => answer);
    expect(answered instanceof Response && answered.headers.get("Location")).toMatch(/^\/sign-in/);
    expect(await sentOut("no-such-draft").catch((answer: unknown) => answer instanceof Response && answer.status)).toBe(404);
  });
});
