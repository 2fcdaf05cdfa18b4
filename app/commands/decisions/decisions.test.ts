import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { dayOf } from "~/domain/voting/deadline";
import { hashOf } from "~/editor/canonical.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { openDecisions } from "~/queries/decisions/decision-list.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { writeComment } from "~/commands/comments/write-comment.server";
import { programForTests, proposalForTests, signing, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { proveSession } from "~/commands/access/prove-session.server";
import { makeDecision } from "./make-decision.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
});

const day = (after: number) => dayOf(new Date(Date.now() + after * 86_400_000), "America/Chicago");

/** A fresh program with a carried proposal, and what its two heads are asked. */
async function carried(choice = "consent") {
  program = await programForTests();
  const proposal = await proposalForTests(program);
  return { proposalId: proposal.id, ...(await voted(proposal.id, choice)) };
}

async function voted(proposalId: string, choice = "consent") {
  const opened = await openRound(program.person("coordinator"), { proposalId });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { roundId } = opened.value;
  for (const name of ["cit", "officer", "clinician", "advocate", "peer"]) await castVote(program.person(name), { roundId, choice, reason: "Because.", requestId: randomUUID() });
  await closeRound(program.person("coordinator"), { roundId });
  const decisions = await database().decision.findMany({ where: { proposalId } });
  const of = (index: number) => decisions.find(({ organizationId }) => organizationId === program.organizationIds[index])?.id ?? "";
  return { roundId, chiefs: of(0), sheriffs: of(1), decisions };
}

/** Decides as a head does: with the password given a moment ago. */
const decide = async (who: string, answer: Record<string, string>) => makeDecision(program.person(who), { ...answer, ...(await signing(program.person(who))) });
const adopt = (who: string, decisionId: string, effectiveFrom = day(3)) => decide(who, { decisionId, move: "adopt", reasons: "It is right.", effectiveFrom });

test("a carried vote asks the head of each agency, with the charter's 30 days, and tells the head", async () => {
  const { decisions, roundId } = await carried();
  const round = await database().round.findUniqueOrThrow({ where: { id: roundId } });
  expect(decisions).toHaveLength(2);
  for (const { dueAt, id } of decisions) {
    expect(dueAt.getTime() - (round.closedAt?.getTime() ?? 0)).toBe(30 * 86_400_000);
    expect(await database().notice.count({ where: { cause: `decision.asked:${id}` } })).toBe(1);
  }
});

test("two heads who adopt at once make one edition and two adoptions, and every voter reads the reasons", async () => {
  const { chiefs, sheriffs, proposalId } = await carried();
  const outcomes = await Promise.all([adopt("chief", chiefs), adopt("sheriff", sheriffs, day(5))]);
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
  const editions = await database().edition.findMany({ where: { proposalId }, include: { adoptions: true } });
  expect(editions).toHaveLength(1);
  expect(editions[0]).toMatchObject({ number: 2 });
  expect(editions[0]?.adoptions).toHaveLength(2);
  const notices = await database().notice.findMany({ where: { cause: `decision.make:${chiefs}:adopted` } });
  expect(notices).toHaveLength(5);
  expect(notices[0]?.body).toContain("It is right.");
});

test("two who decide the same thing at once: one is first", async () => {
  const { chiefs } = await carried();
  const decline = () => decide("chief", { decisionId: chiefs, move: "decline", reasons: "No staff." });
  const outcomes = await Promise.all([adopt("chief", chiefs), decline(), adopt("chief", chiefs), decline()]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome).toMatchObject({ kind: "refused", status: 409 });
  expect(await database().adoption.count({ where: { decisionId: chiefs } })).toBeLessThanOrEqual(1);
});

test("a decision without reasons is refused at the reasons, and nothing changes", async () => {
  const { chiefs } = await carried();
  for (const move of ["adopt", "decline", "defer"])
    expect(await decide("chief", { decisionId: chiefs, move, reasons: "  ", effectiveFrom: day(3), deferredUntil: day(3) })).toMatchObject({ ok: false, status: 422, field: "reasons" });
  expect(await database().decision.findUnique({ where: { id: chiefs } })).toMatchObject({ outcome: "pending", decidedAt: null });
});

test("only the head of the agency decides; another agency's head and the coordinator are refused", async () => {
  const { chiefs } = await carried();
  for (const who of ["sheriff", "coordinator", "cit"]) expect(await adopt(who, chiefs)).toMatchObject({ ok: false, status: 403 });
});

test("a text that was not carried, or is not the voted one, is never adopted (V-12)", async () => {
  const { chiefs, sheriffs, roundId } = await carried();
  const round = await database().round.findUniqueOrThrow({ where: { id: roundId } });
  await database().round.update({ where: { id: roundId }, data: { result: { ...(round.result as object), carried: false } } });
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("not carried") });
  await database().round.update({ where: { id: roundId }, data: { result: round.result as object } });
  const other = textOf("Officers never wait.", "Dispatch records the call.");
  await database().frozenText.update({ where: { id: round.frozenTextId ?? "" }, data: { content: other as object } });
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("hash differs") });
  const strange = await database().frozenText.create({ data: { documentId: program.documentId, content: other as object, hash: hashOf(other) } });
  await database().decision.update({ where: { id: sheriffs }, data: { frozenTextId: strange.id } });
  expect(await adopt("sheriff", sheriffs)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("not the text that was voted on") });
  expect(await database().edition.count({ where: { documentId: program.documentId } })).toBe(1);
});

test("a proposal that failed asks nobody", async () => {
  const { decisions } = await carried("object");
  expect(decisions).toEqual([]);
});

test("never two editions of a policy on one day for an agency", async () => {
  const { chiefs } = await carried();
  expect(await adopt("chief", chiefs, day(3))).toMatchObject({ ok: true });
  const edition = await database().edition.findFirstOrThrow({ where: { documentId: program.documentId, number: 2 } });
  const next = await proposalForTests(program, { baseEditionId: edition.id, content: textOf("Officers wait for a clinician for up to 20 minutes.", "Dispatch records the call.") });
  const { chiefs: second } = await voted(next.id);
  for (const early of [day(2), day(3)]) expect(await adopt("chief", second, early)).toMatchObject({ ok: false, status: 422, field: "effectiveFrom" });
  expect(await adopt("chief", second, day(4))).toMatchObject({ ok: true, value: { edition: 3 } });
  const organizationId = program.organizationIds[0] ?? "";
  const taken = database().adoption.create({ data: { documentId: program.documentId, editionId: edition.id, organizationId, decisionId: randomUUID(), effectiveFrom: new Date(`${day(4)}T00:00:00Z`) } });
  await expect(taken).rejects.toMatchObject({ code: "P2002" });
});

test("a head who wrote the proposal does not adopt it", async () => {
  program = await programForTests();
  const proposal = await proposalForTests(program, { author: "chief" });
  const { chiefs, sheriffs } = await voted(proposal.id);
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: false, status: 409 });
  expect(await adopt("sheriff", sheriffs)).toMatchObject({ ok: true });
});

test("a decision is put off once, and its clock with it", async () => {
  const { chiefs } = await carried();
  const defer = (until: string) => decide("chief", { decisionId: chiefs, move: "defer", reasons: "The council meets first.", deferredUntil: until });
  expect(await defer(day(20))).toMatchObject({ ok: true });
  expect(await defer(day(25))).toMatchObject({ ok: false, status: 409 });
  expect(await adopt("chief", chiefs)).toMatchObject({ ok: true });
});

test("on day 31 everyone in the program sees the decision overdue", async () => {
  const { chiefs } = await carried();
  await database().decision.update({ where: { id: chiefs }, data: { dueAt: new Date(Date.now() - 1000) } });
  const seen = await openDecisions(program.person("observer"), null);
  expect(seen.ok && seen.value.decisions.find(({ id }) => id === chiefs)?.clock).toEqual({ overdue: true, days: 1 });
});

test("a first edition shows the whole text; declined by all, its draft goes back to its writers", async () => {
  program = await programForTests();
  const { programId, organizationIds, person } = program;
  const content = textOf("A quiet room.");
  const document = await database().document.create({ data: { programId, organizationId: organizationIds[0] ?? "", kind: "policy", number: "CIT-200", title: "Rooms", visibility: "program", createdById: person("cit").personId } });
  const draft = await database().draft.create({ data: { documentId: document.id, schemaVersion: "", start: content as object, frozen: true } });
  const text = await database().frozenText.create({ data: { documentId: document.id, content: content as object, hash: hashOf(content) } });
  const decision = await database().decision.create({ data: { programId, documentId: document.id, organizationId: organizationIds[0] ?? "", frozenTextId: text.id, askedAt: new Date(), dueAt: new Date(Date.now() + 86_400_000) } });
  expect(await decisionPage(person("chief"), { decisionId: decision.id })).toMatchObject({ ok: true, value: { redline: null, content: { type: "doc" }, may: { decide: true } } });
  expect(await decide("chief", { decisionId: decision.id, move: "decline", reasons: "Unclear." })).toMatchObject({ ok: true });
  expect(await database().draft.findUnique({ where: { id: draft.id } })).toMatchObject({ frozen: false });
});

test("a thread: comments and replies, the author told, and an observer refused", async () => {
  const { proposalId } = await carried();
  const first = await writeComment(program.person("peer"), { proposalId, body: "What about nights?" });
  expect(first).toMatchObject({ ok: true });
  const parentId = first.ok ? first.value.commentId : "";
  expect(await writeComment(program.person("clinician"), { proposalId, parentId, body: "The same." })).toMatchObject({ ok: true });
  expect(await database().notice.count({ where: { personId: program.person("peer").personId, body: { contains: "clinician wrote" } } })).toBe(1);
  expect(await writeComment(program.person("peer"), { proposalId, body: " " })).toMatchObject({ ok: false, status: 422 });
  expect(await writeComment(program.person("peer"), { proposalId, parentId: "elsewhere", body: "?" })).toMatchObject({ ok: false, status: 422 });
  expect(await writeComment(program.person("observer"), { proposalId, body: "I" })).toMatchObject({ ok: false, status: 403 });
});

test("a decision is signed: who, when, which text and from what kind of network; each signature needs the password again", async () => {
  const { chiefs, sheriffs } = await carried();
  const chief = program.person("chief");
  const decline = { decisionId: chiefs, move: "decline", reasons: "No staff." };
  const stale = await signing(chief, new Date(Date.now() - 6 * 60_000));
  const anothers = await signing(program.person("sheriff"));
  for (const sessionId of ["", "nobody's", stale.sessionId, anothers.sessionId]) expect(await makeDecision(chief, { ...decline, sessionId })).toMatchObject({ ok: false, status: 422, field: "password" });
  expect(await database().decision.findUnique({ where: { id: chiefs } })).toMatchObject({ outcome: "pending", signedHash: "" });
  const { sessionId } = await signing(chief);
  expect(await makeDecision(chief, { ...decline, reasons: "", sessionId })).toMatchObject({ ok: false, field: "reasons" });
  expect(await makeDecision(chief, { ...decline, sessionId })).toMatchObject({ ok: true });
  const signed = await database().decision.findUniqueOrThrow({ where: { id: chiefs }, include: { frozenText: true } });
  expect(signed).toMatchObject({ decidedById: chief.personId, signedFrom: "this machine", signedHash: signed.frozenText.hash });
  const used = await database().session.findUniqueOrThrow({ where: { id: sessionId } });
  expect(used.provedAt).toBeNull();
  await database().session.update({ where: { id: sessionId }, data: { personId: program.person("sheriff").personId } });
  expect(await makeDecision(program.person("sheriff"), { ...decline, decisionId: sheriffs, sessionId })).toMatchObject({ ok: false, field: "password" });
});

test("a wrong password proves nothing and is on record; the right one does, without the address", async () => {
  const { chiefs } = await carried();
  const chief = program.person("chief");
  const { sessionId } = await signing(chief, null);
  expect(await proveSession(chief, { sessionId, correct: false, address: "203.0.113.9" })).toMatchObject({ ok: false, status: 401, field: "password" });
  expect(await proveSession(program.person("sheriff"), { sessionId, correct: true, address: "203.0.113.9" })).toMatchObject({ ok: false, status: 403 });
  expect(await makeDecision(chief, { decisionId: chiefs, move: "decline", reasons: "No.", sessionId })).toMatchObject({ ok: false, field: "password" });
  expect(await proveSession(chief, { sessionId, correct: true, address: "203.0.113.9" })).toMatchObject({ ok: true });
  expect(await makeDecision(chief, { decisionId: chiefs, move: "decline", reasons: "No.", sessionId })).toMatchObject({ ok: true });
  const kept = await database().auditRecord.findMany({ where: { programId: program.programId, act: { in: ["session.prove", "decision.make"] } }, orderBy: { sequence: "asc" } });
  expect(kept.filter(({ act }) => act === "session.prove").map(({ outcome }) => outcome)).toEqual(["refused", "refused", "done"]);
  expect(JSON.stringify(kept)).not.toContain("203.0.113.9");
  expect(JSON.stringify(kept)).toContain("the internet, IPv4");
});
