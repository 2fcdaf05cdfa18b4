import { existsSync, readFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { importReport } from "~/queries/documents/import-report.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { clausesOf } from "~/editor/numbering";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { programForTests, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { action } from "./documents.import";

const realFile = new URL("../../../shared/reference/policies/off-duty-interventions-2020-07-14.docx", import.meta.url);

let program: ProgramForTests;
let cookie: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  cookie = await cookieForTests(program.person("cit").personId);
});

function formWith(file: File | null, over: Record<string, string> = {}): FormData {
  const form = new FormData();
  const fields = { title: "", number: "CIT-300", kind: "policy", topic: "Off duty", visibility: "program", source: "Riverton Police Department, published 2020", copyright: "licensed", ...over };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.append("agencyIds", program.organizationIds[0] ?? "");
  form.append("agencyIds", program.organizationIds[1] ?? "");
  if (file) form.set("file", file);
  return form;
}

async function send(form: FormData, as = cookie): Promise<{ status: number; location: string | null; refused: { refusal: { fields: Record<string, string[]> }; values: Record<string, unknown> } | null }> {
  const answered: unknown = await action({ request: requestForTests("/documents/import", as, form), params: {}, context: { nonce: "", requestId: "", clientAddress: "" } });
  if (answered instanceof Response) return { status: answered.status, location: answered.headers.get("Location"), refused: null };
  const { data, init } = answered as { data: never; init: { status: number } };
  return { status: init.status, location: null, refused: data };
}

describe("importing a Word file", () => {
  test.skipIf(!existsSync(realFile))("a real policy becomes a draft, and the page says what was understood (needs the reference files)", async () => {
    const { status, location } = await send(formWith(new File([readFileSync(realFile)], "off-duty.docx")));
    expect([status, location]).toEqual([303, expect.stringMatching(/^\/documents\/[^/]+\/import-report$/)]);
    const documentId = location?.split("/")[2] ?? "";
    const page = await documentPage(program.person("advocate"), { documentId, edition: null });
    if (!page.ok || !page.value.content) throw new Error("The page is not there.");
    expect(page.value.document.title).toBe("Off-duty interventions");
    expect(clausesOf(page.value.content).length).toBeGreaterThan(3);
    const report = await importReport(program.person("cit"), { documentId });
    if (!report.ok) throw new Error("The report is not there.");
    expect(report.value.stored.source).toContain("Riverton");
    expect(report.value.stored.report.understood.clauses).toBe(clausesOf(page.value.content).length);
    const record = await database().auditRecord.findFirstOrThrow({ where: { act: "document.import", subjectId: documentId } });
    expect(record.detail).toMatchObject({ fileHash: expect.stringMatching(/^[0-9a-f]{64}$/), fileName: "off-duty.docx" });
  });

  test.each<[string, () => File | null]>([
    ["no file", () => null],
    ["an empty file", () => new File([], "empty.docx")],
    ["a text that is called .docx", () => new File(["Policy 1. Wait."], "policy.docx")],
    ["a PDF", () => new File(["%PDF-1.7 and more"], "policy.pdf")],
    ["noise that begins like a zip", () => new File([Buffer.concat([Buffer.from("PK\u0003\u0004"), randomBytes(2000)])], "noise.docx")],
    ["an old or protected Word file", () => new File([Buffer.from("d0cf11e0a1b11ae1", "hex"), randomBytes(2000)], "old.doc")],
    ["more than 20 MB", () => new File([Buffer.alloc(20_000_001)], "large.docx")],
  ])("%s is refused in a sentence at the file, with what was typed, and nothing is stored", async (_what, file) => {
    const before = await database().document.count();
    const { status, refused } = await send(formWith(file(), { title: "Kept" }));
    expect([413, 422]).toContain(status);
    expect(refused?.refusal.fields.file).toEqual([expect.stringMatching(/^[A-Z].*\.$/)]);
    expect(refused?.values).toMatchObject({ title: "Kept", number: "CIT-300", agencyIds: program.organizationIds.slice(0, 2) });
    expect(await database().document.count()).toBe(before);
  });

  test("of a text that is neither Word nor PDF it is said that it is neither, also when it is called .pdf", async () => {
    const { refused } = await send(formWith(new File(["Officers wait."], "policy.pdf")));
    expect(refused?.refusal.fields.file).toEqual(["This is neither a Word file (.docx) nor a PDF: it does not begin like one."]);
  });

  test("without a source it is refused at the source", async () => {
    const { status, refused } = await send(formWith(new File(["x"], "a.docx"), { source: " " }));
    expect(status).toBe(422);
    expect(refused?.refusal.fields.source).toBeDefined();
  });

  test("a field sent twice or a second file is a bad request", async () => {
    const twice = formWith(null);
    twice.append("title", "again");
    await expect(send(twice)).rejects.toMatchObject({ status: 400 });
    const files = formWith(new File(["x"], "a.docx"));
    files.append("other", new File(["y"], "b.docx"));
    await expect(send(files)).rejects.toMatchObject({ status: 400 });
  });

  test("a form without a file part is no upload", async () => {
    const request = requestForTests("/documents/import", cookie, new URLSearchParams({ title: "x" }));
    await expect(action({ request, params: {}, context: { nonce: "", requestId: "", clientAddress: "" } })).rejects.toMatchObject({ status: 400 });
  });

  test("an observer is refused before the file is read", async () => {
    const observer = await cookieForTests(program.person("observer").personId);
    const { status } = await send(formWith(new File(["x"], "a.docx")), observer);
    expect(status).toBe(403);
  });
});
