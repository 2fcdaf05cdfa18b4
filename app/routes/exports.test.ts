import { homedir, tmpdir } from "node:os";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { hashOf } from "~/editor/canonical.server";
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

test("no export tells who made it, where it was made, or anybody's address", async () => {
  const person = program.person("advocate");
  const { email } = await database().person.findUniqueOrThrow({ where: { id: person.personId }, select: { email: true } });
  for (const [format] of formats)
    for (const response of [await get(editionLoader, { documentId: program.documentId, edition: "1", format }), await get(draftLoader, { draftId, format })]) {
      const bytes = Buffer.from(await response.arrayBuffer());
      const words = format === "docx" ? Object.values(unzipSync(bytes)).map((file) => strFromU8(file)).join("\n") : bytes.toString("latin1");
      for (const told of [email, person.personId, person.name, "@demo.concord.example", homedir(), tmpdir(), process.cwd()]) expect(words.includes(told), `${told} in ${format}`).toBe(false);
    }
});

test("an agency's own text goes out under its name, with both hashes; one that changed nothing has none", async () => {
  const { documentId, edition, organizationIds, programId } = program;
  const [police = "", sheriff = ""] = organizationIds;
  const content = textOf("Deputies wait for a clinician.", "Dispatch records the call.");
  const own = await database().frozenText.create({ data: { documentId, content: content as object, hash: hashOf(content) } });
  const answered = { programId, documentId, frozenTextId: edition.frozenTextId, organizationId: sheriff, outcome: "adoptedWithChanges", reasons: "Deputies are alone.", effectiveFrom: new Date("2026-01-01"), askedAt: new Date(), dueAt: new Date(), decidedAt: new Date(), decidedById: program.person("sheriff").personId };
  const { id: decisionId } = await database().decision.create({ data: answered });
  await database().agencyText.create({ data: { decisionId, number: 1, frozenTextId: own.id, basisHash: edition.hash, choices: [], state: "standing", typoOnly: false, madeById: program.person("sheriff").personId, madeAt: new Date(), signedFrom: "this machine", commentUntil: new Date() } });
  await database().adoption.create({ data: { documentId, editionId: edition.id, organizationId: sheriff, decisionId, effectiveFrom: new Date("2026-01-01"), ownTextId: own.id } });
  const words = await (await get(editionLoader, { documentId, edition: "1", format: "markdown" }, "advocate", `?agency=${sheriff}`)).text();
  for (const said of ["Deputies wait for a clinician.", "edition 1, with the changes of Cedar County Sheriff", own.hash, edition.hash]) expect(words).toContain(said);
  await expect(get(editionLoader, { documentId, edition: "1", format: "markdown" }, "advocate", `?agency=${police}`)).rejects.toMatchObject({ status: 404 });
});
