import { beforeAll, expect, test } from "vitest";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { programForTests, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { action, loader } from "./proposals.new";

const context = { nonce: "", requestId: "", clientAddress: "" };
let program: ProgramForTests;
let cookie: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  cookie = await cookieForTests(program.person("advocate").personId);
});

test("the clause that was chosen is shown", async () => {
  const shown = await loader({ request: requestForTests(`/proposals/new?document=${program.documentId}&clause=c2`, cookie), params: {}, context });
  expect(shown.clause).toMatchObject({ id: "c2", number: "2", text: "Dispatch records the call." });
});

test("a proposal without a why is refused at the field, and the form keeps what was typed", async () => {
  const values = { documentId: program.documentId, clauseId: "c1", why: "", affected: "People in crisis", evidence: "Two cases" };
  const answered = await action({ request: requestForTests("/proposals/new", cookie, new URLSearchParams(values)), params: {}, context });
  expect(answered).toMatchObject({ data: { values, refusal: { fields: { why: ["Say why the text should change."] } } }, init: { status: 422 } });
  expect(await database().proposal.count()).toBe(0);
});

test("a proposal with both leads to its draft", async () => {
  const values = { documentId: program.documentId, clauseId: "c1", why: "Callers wait.", affected: "People in crisis" };
  const answered = await action({ request: requestForTests("/proposals/new", cookie, new URLSearchParams(values)), params: {}, context });
  const [proposal] = await database().proposal.findMany();
  expect(answered).toMatchObject({ status: 303 });
  expect((answered as Response).headers.get("Location")).toBe(`/proposals/${proposal?.id}/draft`);
});

test("a field sent twice is a bad request, and a strange field is named", async () => {
  const twice = new URLSearchParams([["why", "one"], ["why", "two"]]);
  await expect(action({ request: requestForTests("/proposals/new", cookie, twice), params: {}, context })).rejects.toMatchObject({ status: 400 });
  const strange = new URLSearchParams({ documentId: program.documentId, why: "a", affected: "b", stage: "carried" });
  expect(await action({ request: requestForTests("/proposals/new", cookie, strange), params: {}, context })).toMatchObject({ init: { status: 422 }, data: { refusal: { reason: expect.stringContaining("stage") } } });
});

test("nobody who is not signed in gets here", async () => {
  await expect(loader({ request: requestForTests("/proposals/new?document=x", "concord=none"), params: {}, context })).rejects.toMatchObject({ status: 302 });
});
