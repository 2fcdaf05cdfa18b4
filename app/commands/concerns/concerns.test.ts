import { beforeAll, expect, test } from "vitest";
import { anyone } from "~/domain/access/may";
import { concernAnswer, concernPage } from "~/queries/concerns/concern-pages.server";
import { database } from "~/store/database.server";
import { newProposal } from "~/queries/proposals/new-proposal.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { linkToProposal } from "./link-concern.server";
import { readConcern } from "./read-concern.server";
import { hashOfCode, submitConcern } from "./submit-concern.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

async function submitted(body = "Night shifts skip the call-back."): Promise<{ id: string; code: string }> {
  const outcome = await submitConcern({ body });
  const code = outcome.ok ? outcome.value.code : JSON.stringify(outcome);
  return { code, id: (await database().concern.findUniqueOrThrow({ where: { codeHash: hashOfCode(code) } })).id };
}

test("of a concern the box keeps its words and its week: no person, no address, no day, no code and no record", async () => {
  const records = await database().auditRecord.count();
  const { id, code } = await submitted();
  const row = await database().concern.findUniqueOrThrow({ where: { id } });
  expect(Object.keys(row).sort()).toEqual(["answer", "body", "codeHash", "id", "programId", "proposalId", "state", "week"]);
  expect(row.week.getUTCDay()).toBe(1);
  expect(JSON.stringify(row)).not.toContain(code);
  expect(await database().auditRecord.count()).toBe(records);
  expect(code).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
});

test("an empty concern is refused, and what the form does not know too", async () => {
  expect(await submitConcern({ body: " " })).toMatchObject({ ok: false, status: 422, fields: { body: expect.anything() } });
  expect(await submitConcern({ body: "A concern", personId: "me" })).toMatchObject({ ok: false, status: 422 });
});

test("two people of different groups settle it, each for themselves, and its author reads the answer with the code", async () => {
  const { id: concernId, code } = await submitted();
  const read = (name: string, verdict: string, words: string) => readConcern(program.person(name), { concernId, verdict, words });
  const answer = async () => {
    const outcome = await concernAnswer(anyone, { codeHash: hashOfCode(code.toUpperCase().replaceAll("-", " ")) });
    return outcome.ok ? outcome.value.concern : null;
  };
  expect(await answer()).toMatchObject({ state: "waiting", answer: "" });
  expect(await read("officer", "take-up", "We hear this at roll call too.")).toMatchObject({ ok: true, value: { state: "waiting" } });
  expect(await read("officer", "take-up", "Again.")).toMatchObject({ ok: false, status: 409 });
  expect(await read("cit", "take-up", "So do I.")).toMatchObject({ ok: true, value: { state: "waiting" } });
  expect(await concernPage(program.person("peer"), { concernId })).toMatchObject({ ok: true, value: { readings: [], may: { read: true } } });
  expect(await read("observer", "answer", "Thank you.")).toMatchObject({ ok: false, status: 403 });
  expect(await read("peer", "take-up", "It goes into the next proposal on dispatch.")).toMatchObject({ ok: true, value: { state: "settled" } });
  expect(await answer()).toMatchObject({ state: "settled", answer: "It goes into the next proposal on dispatch.", proposal: null });

  const proposal = await proposalForTests(program);
  expect(await linkToProposal(program.person("peer"), { concernId, proposalId: proposal.id })).toMatchObject({ ok: true });
  expect(await answer()).toMatchObject({ proposal: { title: "A limit to waiting" } });
});

test("a settled concern becomes a proposal of its own, for those who read concerns", async () => {
  const { id: concernId, code } = await submitted();
  const proposal = { documentId: program.documentId, clauseId: "c2", concernId, why: "Night shifts skip the call-back.", affected: "Families." };
  expect(await openProposal(program.person("peer"), proposal)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("settle a concern first") });
  for (const name of ["officer", "peer"]) await readConcern(program.person(name), { concernId, verdict: "take-up", words: "It goes into a proposal." });
  expect(await newProposal(program.person("peer"), { documentId: program.documentId, clauseId: "", concernId })).toMatchObject({ ok: true, value: { concern: { body: "Night shifts skip the call-back." } } });
  const trainer = { ...program.person("peer"), roles: ["trainer" as const] };
  expect(await newProposal(trainer, { documentId: program.documentId, clauseId: "", concernId })).toMatchObject({ ok: true, value: { concern: null } });
  expect(await openProposal(trainer, proposal)).toMatchObject({ ok: false, status: 422, field: "concernId" });
  const opened = await openProposal(program.person("peer"), proposal);
  expect(opened).toMatchObject({ ok: true });
  expect(await concernAnswer(anyone, { codeHash: hashOfCode(code) })).toMatchObject({ ok: true, value: { concern: { proposal: { number: opened.ok ? opened.value.number : 0 } } } });
});

test("of two who settle it at once, both readings are kept and it is settled once", async () => {
  const { id: concernId } = await submitted();
  const both = await Promise.all(["officer", "peer"].map((name) => readConcern(program.person(name), { concernId, verdict: "answer", words: `Thank you, says ${name}.` })));
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await database().concern.findUniqueOrThrow({ where: { id: concernId } })).toMatchObject({ state: "settled" });
});

test("a code that leads nowhere tells nothing, and another program does not learn of a concern", async () => {
  expect(await concernAnswer(anyone, { codeHash: hashOfCode("aaaa-aaaa-aaaa-aaaa") })).toMatchObject({ ok: true, value: { concern: null } });
  const elsewhere = await programForTests();
  expect(await concernPage(elsewhere.person("cit"), { concernId: (await submitted()).id })).toEqual({ ok: false, kind: "missing" });
});
