import { beforeAll, expect, test } from "vitest";
import { schemaVersion } from "~/editor/schema/document-schema";
import { database } from "~/store/database.server";
import { createDraft } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { programForTests, textOf, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { loader as editionLoader } from "./documents.$documentId.editions.$edition.exports.$format";
import { loader as draftLoader } from "./drafts.$draftId.exports.$format";
import { loader as wordLoader } from "./drafts.$draftId.exports.word";
import { loader as libraryLoader } from "./library.$number.editions.$edition_.exports.$format";

let program: ProgramForTests;
let draftId: string;
const context = { nonce: "", requestId: "", clientAddress: "" };
const formats = [["pdf", "application/pdf", "pdf"], ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"], ["markdown", "text/markdown; charset=utf-8", "md"], ["html", "text/html; charset=utf-8", "html"]] as const;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  draftId = (await createDraft(database(), { documentId: program.documentId, content: textOf("Officers wait."), schemaVersion })).id;
});

type Loader = (args: { request: Request; params: Record<string, string>; context: typeof context }) => Promise<Response>;
async function get(loader: Loader, params: Record<string, string>, as = "advocate", search = ""): Promise<Response> {
  const cookie = await cookieForTests(program.person(as).personId);
  return loader({ request: requestForTests(`/export${search}`, cookie), params, context });
}
const hide = (visibility: string) => database().document.update({ where: { id: program.documentId }, data: { visibility } });

test.each(formats)("an edition and a draft go out as %s, with their type and a name that says which text it is", async (format, type, ending) => {
  const edition = await get(editionLoader, { documentId: program.documentId, edition: "1", format });
  const draft = await get(draftLoader, { draftId, format });
  for (const response of [edition, draft]) {
    expect(response.headers.get("Content-Type")).toBe(type);
    expect(response.headers.get("Content-Disposition")).toMatch(new RegExp(`^attachment; filename="CIT-101-Response-to-a-person-in-crisis-[\\w.-]+\\.${ending}"$`));
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(50);
  }
});

test("a file that is only shown opens in the browser; an unknown format and an unknown edition are missing", async () => {
  const shown = await get(editionLoader, { documentId: program.documentId, edition: "1", format: "html" }, "advocate", "?shown");
  expect(shown.headers.get("Content-Disposition")).toMatch(/^inline/);
  await expect(get(editionLoader, { documentId: program.documentId, edition: "1", format: "exe" })).rejects.toMatchObject({ status: 404 });
  await expect(get(editionLoader, { documentId: program.documentId, edition: "9", format: "html" })).rejects.toMatchObject({ status: 404 });
});

test("a document of one organization is missing as a file for all others, and in the library for everybody", async () => {
  await hide("organization");
  await expect(get(editionLoader, { documentId: program.documentId, edition: "1", format: "html" })).rejects.toMatchObject({ status: 404 });
  await expect(get(draftLoader, { draftId, format: "markdown" })).rejects.toMatchObject({ status: 404 });
  await expect(get(wordLoader as Loader, { draftId })).rejects.toMatchObject({ status: 404 });
  await expect(get(libraryLoader, { number: "CIT-101", edition: "1", format: "html" }, "chief")).rejects.toMatchObject({ status: 404 });
  expect((await get(draftLoader, { draftId, format: "markdown" }, "chief")).status).toBe(200);
  await hide("public");
});
