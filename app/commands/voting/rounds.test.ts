import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { readRules } from "~/store/voting.server";
import { programForTests, proposalForTests, textOf, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { closeRound } from "./close-round.server";
import { openRound } from "./open-round.server";
import { voidRound } from "./void-round.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const coordinator = () => program.person("coordinator");
const voters = ["cit", "officer", "clinician", "advocate", "peer"];

async function openedRound(of: ProgramForTests = program): Promise<{ roundId: string; proposalId: string; draftId: string }> {
  const proposal = await proposalForTests(of);
  const opened = await openRound(of.person("coordinator"), { proposalId: proposal.id });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return { roundId: opened.value.roundId, proposalId: proposal.id, draftId: proposal.draftId };
}

function cast(actor: PersonActor, roundId: string, choice: string, more: { reason?: string; requestId?: string } = {}) {
  return castVote(actor, { roundId, choice, reason: more.reason ?? "It is safer.", requestId: more.requestId ?? randomUUID() });
}

const setClosing = (roundId: string, milliseconds: number) =>
  database().$executeRaw`update "Round" set "closesAt" = clock_timestamp() + ${milliseconds} * interval '1 millisecond' where id = ${roundId}`;

describe("edges of the count (V-8)", () => {
  test("nobody voted, and all abstained: not carried, and nobody is asked to decide", async () => {
    for (const choice of [null, "abstain"]) {
      const { roundId, proposalId } = await openedRound();
      if (choice) for (const name of voters) await cast(program.person(name), roundId, choice);
      expect(await closeRound(coordinator(), { roundId })).toMatchObject({ ok: true, value: { carried: false } });
      expect(await database().proposal.findUnique({ where: { id: proposalId } })).toMatchObject({ stage: "notCarried" });
      expect(await database().decision.count({ where: { proposalId } })).toBe(0);
    }
  });

  test("a later charter does not change how an open round is counted", async () => {
    const { roundId } = await openedRound();
    for (const name of voters) await cast(program.person(name), roundId, name === "officer" ? "object" : "consent");
    const { rules } = await database().charter.findFirstOrThrow({ where: { programId: program.programId } });
    const stricter = { ...readRules(rules), overallThreshold: { of: 99, outOf: 100 } };
    const later = await database().charter.create({ data: { programId: program.programId, version: 2, rules: stricter } });
    expect(await closeRound(coordinator(), { roundId })).toMatchObject({ ok: true, value: { carried: true } });
    await database().charter.delete({ where: { id: later.id } });
  });
});

describe("opening and voiding", () => {
  test("a proposal on a stale base, without a change or already voted on does not open", async () => {
    const same = await proposalForTests(program, { content: textOf("Officers wait for a clinician.", "Dispatch records the call.") });
    expect(await openRound(coordinator(), { proposalId: same.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("same as") });
    const { proposalId } = await openedRound();
    expect(await openRound(coordinator(), { proposalId })).toMatchObject({ ok: false, status: 409 });
    expect(await openRound(program.person("officer"), { proposalId })).toMatchObject({ ok: false, status: 403 });
  });

  test("two who open at once open one round", async () => {
    const proposal = await proposalForTests(program);
    const outcomes = await Promise.all([1, 2, 3].map(() => openRound(coordinator(), { proposalId: proposal.id })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().round.count({ where: { proposalId: proposal.id } })).toBe(1);
  });

  test("an opened vote freezes the text; a voided one thaws it, tells each voter, and the next round has the next number", async () => {
    const { roundId, proposalId, draftId } = await openedRound();
    expect(await database().draft.findUnique({ where: { id: draftId } })).toMatchObject({ frozen: true });
    expect(await database().notice.count({ where: { cause: `round.open:${roundId}` } })).toBe(voters.length);
    await cast(program.person("peer"), roundId, "consent");
    expect(await voidRound(coordinator(), { roundId, reason: " " })).toMatchObject({ ok: false, status: 422 });
    expect(await voidRound(coordinator(), { roundId, reason: "A clause was left out." })).toMatchObject({ ok: true });
    expect(await database().draft.findUnique({ where: { id: draftId } })).toMatchObject({ frozen: false });
    expect(await database().notice.findMany({ where: { cause: `round.void:${roundId}` } })).toHaveLength(voters.length);
    expect(await cast(program.person("peer"), roundId, "object")).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("voided") });
    expect(await closeRound(coordinator(), { roundId })).toMatchObject({ ok: false, status: 409 });
    const again = await openRound(coordinator(), { proposalId });
    expect(again.ok && (await database().round.findUnique({ where: { id: again.value.roundId } }))).toMatchObject({ number: 2, state: "open" });
  });

  test("a vote whose time is up is counted, not voided", async () => {
    const { roundId } = await openedRound();
    await setClosing(roundId, -1);
    expect(await voidRound(coordinator(), { roundId, reason: "Too late." })).toMatchObject({ ok: false, status: 409 });
  });
});
