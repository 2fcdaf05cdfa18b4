import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { countDecision } from "~/domain/voting/count-decision";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { ballotBox, readRules } from "~/store/voting.server";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { closeOverdue } from "./close-overdue.server";
import { closeRound } from "./close-round.server";
import { openRound } from "./open-round.server";
import { withdrawVote } from "./withdraw-vote.server";

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

/** As a browser does: a ballot that a busy server did not take in time is sent again, with the same number. */
async function persistently(actor: PersonActor, roundId: string, choice: string) {
  const requestId = randomUUID();
  for (let attempt = 1; ; attempt++) {
    try {
      return await cast(actor, roundId, choice, { requestId });
    } catch (fault) {
      if (attempt === 5 || !String(fault).includes("Unable to start a transaction")) throw fault;
    }
  }
}

const setClosing = (roundId: string, milliseconds: number) =>
  database().$executeRaw`update "Round" set "closesAt" = clock_timestamp() + ${milliseconds} * interval '1 millisecond' where id = ${roundId}`;

describe("one member, one ballot (V-1, V-13)", () => {
  test.each([8, 50])("%i parallel submits by one member leave one ballot, and every attempt is kept", async (tries) => {
    const { roundId } = await openedRound();
    const advocate = program.person("advocate");
    const choices = ["consent", "object", "abstain"];
    const outcomes = await Promise.all(Array.from({ length: tries }, (_, at) => persistently(advocate, roundId, choices[at % 3] ?? "")));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const votes = await database().vote.findMany({ where: { roundId } });
    const casts = await database().cast.findMany({ where: { roundId }, orderBy: [{ at: "asc" }] });
    expect(votes).toHaveLength(1);
    expect(casts).toHaveLength(tries);
    const last = Math.max(...casts.map(({ at }) => at.getTime()));
    expect(casts.filter(({ at }) => at.getTime() === last).map(({ receipt }) => receipt)).toContain(votes[0]?.receipt);
    expect(await database().auditRecord.count({ where: { act: "vote.cast", subjectId: roundId, outcome: "done" } })).toBe(tries);
  });

  test("retries with the same request id, in parallel and after the close, give one ballot and the same receipt", async () => {
    const { roundId } = await openedRound();
    const requestId = randomUUID();
    const send = () => cast(program.person("peer"), roundId, "consent", { requestId });
    const first = await Promise.all(Array.from({ length: 8 }, send));
    await closeRound(coordinator(), { roundId });
    const receipts = [...first, await send()].map((outcome) => (outcome.ok ? outcome.value.receipt : outcome));
    expect(new Set(receipts).size).toBe(1);
    expect(receipts[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(await database().cast.count({ where: { roundId } })).toBe(1);
    expect(await cast(program.person("peer"), roundId, "abstain", { requestId })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("casting against closing (V-2, V-3)", () => {
  test("in 60 rounds the result is what lies in the box, and late ballots are told so", async () => {
    let late = 0;
    for (let round = 0; round < 60; round++) {
      const { roundId } = await openedRound();
      const ballots = voters.map((name, at) => () => cast(program.person(name), roundId, at % 2 ? "object" : "consent"));
      const close = () => closeRound(coordinator(), { roundId });
      const acts: (() => Promise<{ ok: boolean }>)[] = [...ballots.slice(0, round % 5), close, ...ballots.slice(round % 5)];
      const outcomes = await Promise.all(acts.map((act) => act()));
      const closed = await database().round.findUniqueOrThrow({ where: { id: roundId }, include: { charter: true } });
      const box = await ballotBox(database(), roundId, program.programId);
      expect(closed.state).toBe("closed");
      expect(closed.result).toEqual(JSON.parse(JSON.stringify(countDecision({ kind: "consent", rules: readRules(closed.charter.rules), secret: false }, box))));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1 + box.votes.length);
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome).toMatchObject({ status: 409, reason: expect.stringContaining("closed") });
      late += outcomes.filter(({ ok }) => !ok).length;
    }
    expect(late).toBeGreaterThan(0);
  });

  test("of two who close an overdue round, one counts, and every voter is told once", async () => {
    const { roundId, proposalId } = await openedRound();
    for (const name of voters) await cast(program.person(name), roundId, "consent");
    await setClosing(roundId, -1);
    const clock = { kind: "clock", programId: program.programId } as const;
    const outcomes = await Promise.all([closeRound(clock, { roundId }), closeRound(clock, { roundId }), closeOverdue(), closeOverdue({ proposalId })]);
    const closers = outcomes.filter((outcome) => (typeof outcome === "number" ? outcome === 1 : outcome.ok));
    expect(closers).toHaveLength(1);
    expect(await database().notice.count({ where: { cause: `round.close:${roundId}` } })).toBe(voters.length);
    expect(await database().auditRecord.count({ where: { act: "round.close", outcome: "done", subjectId: proposalId } })).toBe(1);
    expect(await database().decision.count({ where: { proposalId } })).toBe(2);
  });

  test("a ballot that finds the round overdue is refused and closes it", async () => {
    const { roundId } = await openedRound();
    await setClosing(roundId, -1);
    expect(await cast(program.person("peer"), roundId, "consent")).toMatchObject({ ok: false, status: 409 });
    expect(await database().round.findUnique({ where: { id: roundId } })).toMatchObject({ state: "closed" });
  });

  test("the clock closes nothing before its time", async () => {
    const { roundId } = await openedRound();
    expect(await closeRound({ kind: "clock", programId: program.programId }, { roundId })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("who votes (V-7, V-12)", () => {
  test("a member who came during the vote is told when the roll was fixed", async () => {
    const { roundId } = await openedRound();
    const late = await personForTests(program.programId, program.organizationIds[3] ?? "", "newcomer", ["voter"], true);
    expect(await cast(late, roundId, "consent")).toMatchObject({ ok: false, status: 403, reason: expect.stringMatching(/^The roll was fixed on \w+ \d+, \d{4}/) });
    await database().seat.updateMany({ where: { holderId: late.personId }, data: { holderId: null } });
  });

  test("a coordinator without a seat, a head and an observer cannot vote, for themselves or for others", async () => {
    const { roundId } = await openedRound();
    for (const name of ["coordinator", "chief", "observer"]) expect(await cast(program.person(name), roundId, "consent")).toMatchObject({ ok: false, status: 403 });
    const forPeer = { roundId, requestId: randomUUID(), choice: "consent", reason: "", personId: program.person("peer").personId };
    expect(await castVote(coordinator(), forPeer)).toMatchObject({ ok: false, status: 422, reason: expect.stringContaining("personId") });
    expect(await database().cast.count({ where: { roundId } })).toBe(0);
  });

  test("someone of another program does not learn that the vote exists, nor may change it", async () => {
    const elsewhere = await programForTests();
    const { roundId } = await openedRound();
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "program" } });
    expect(await cast(elsewhere.person("advocate"), roundId, "consent")).toEqual({ ok: false, kind: "missing" });
    expect(await closeRound(elsewhere.person("coordinator"), { roundId })).toEqual({ ok: false, kind: "missing" });
    await database().document.update({ where: { id: program.documentId }, data: { visibility: "public" } });
    expect(await cast(elsewhere.person("advocate"), roundId, "consent")).toMatchObject({ ok: false, status: 403 });
  });

  test("an objection without a reason is refused at the reason", async () => {
    const { roundId } = await openedRound();
    expect(await cast(program.person("peer"), roundId, "object", { reason: " " })).toMatchObject({ ok: false, status: 422 });
  });
});

describe("changing one's mind (V-9)", () => {
  test("a vote is changed and withdrawn before the close, its history kept, and after it refused", async () => {
    const { roundId } = await openedRound();
    const peer = program.person("peer");
    await cast(peer, roundId, "consent");
    await cast(peer, roundId, "object");
    expect(await withdrawVote(peer, { roundId, requestId: randomUUID() })).toMatchObject({ ok: true });
    expect(await database().vote.count({ where: { roundId } })).toBe(0);
    expect(await withdrawVote(peer, { roundId, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409 });
    await cast(peer, roundId, "abstain");
    await closeRound(coordinator(), { roundId });
    expect(await cast(peer, roundId, "consent")).toMatchObject({ ok: false, status: 409 });
    expect(await withdrawVote(peer, { roundId, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409 });
    const casts = await database().cast.findMany({ where: { roundId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
    expect(casts.map(({ choice }) => choice)).toEqual(["consent", "object", "withdrawn", "abstain"]);
    const said = await database().auditRecord.findMany({ where: { act: "vote.cast", outcome: "done", subjectId: roundId }, orderBy: { sequence: "asc" } });
    expect(said.map(({ detail }) => (detail as { choice: string }).choice)).toEqual(["consent", "object", "withdrawn", "abstain"]);
  });

  test("where results wait for the close, the chain does not tell them early", async () => {
    const quiet = await programForTests({ rules: { results: "after-close" } });
    const { roundId } = await openedRound(quiet);
    await cast(quiet.person("peer"), roundId, "object");
    const said = await database().auditRecord.findFirstOrThrow({ where: { act: "vote.cast", subjectId: roundId } });
    expect(JSON.stringify(said.detail)).not.toContain("object");
  });
});
