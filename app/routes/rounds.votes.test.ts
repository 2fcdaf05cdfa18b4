import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { openRound } from "~/commands/voting/open-round.server";
import { freshDatabase } from "~/store/test-database";
import { cookieForTests, requestForTests } from "../../e2e/support/cookie-for-tests";
import { personForTests, programForTests, proposalForTests, type ProgramForTests } from "../../e2e/support/program-for-tests";
import { action } from "./rounds.$roundId.votes";

const context = { nonce: "", requestId: "", clientAddress: "" };
let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  const [, , center = ""] = program.organizationIds;
  await personForTests(program.programId, center, "nurse", ["voter"], true);
});

async function openVote(more: Record<string, string>): Promise<string> {
  const { id: proposalId } = await proposalForTests(program);
  const opened = await openRound(program.person("coordinator"), { proposalId, reasons: "required-to-object", ...more });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.value.roundId;
}

type Answer = { data: { receipt?: string; refusal: { fields?: Record<string, string[]> } | null }; init: { status?: number } | null };

async function send(name: string, roundId: string, ballot: Record<string, string>) {
  const cookie = await cookieForTests(program.person(name).personId);
  const answered = await action({ request: requestForTests(`/rounds/${roundId}/votes`, cookie, new URLSearchParams({ requestId: randomUUID(), ...ballot })), params: { roundId }, context });
  if (answered instanceof Response) return { status: answered.status };
  const { data: said, init } = answered as Answer;
  return { status: init?.status ?? 200, asked: said.refusal?.fields?.reason ?? said.refusal?.fields?.choice, receipt: said.receipt };
}

test("in a secret vote the server's log has the same outcome for a ballot that was taken, an objection that lacks its reason, and a ballot without a choice", async () => {
  const roundId = await openVote({ secret: "yes" });
  const answers = [await send("officer", roundId, { choice: "object", reason: "" }), await send("cit", roundId, { reason: "" }), await send("clinician", roundId, { choice: "consent", reason: "" }), await send("officer", roundId, { choice: "object", reason: "It is too soon." })];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.map(({ asked }) => asked?.[0])).toEqual([expect.stringContaining("say why you object"), expect.any(String), undefined, undefined]);
  expect(answers.map(({ receipt }) => receipt !== undefined)).toEqual([false, false, true, true]);
});

test("in a vote by name an objection that lacks its reason is refused at its field", async () => {
  const roundId = await openVote({});
  expect(await send("officer", roundId, { choice: "object", reason: "" })).toMatchObject({ status: 422, asked: [expect.stringContaining("say why you object")] });
});
