import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { homePage } from "~/queries/home/home-page.server";
import { ballotList } from "~/queries/voting/ballot-list.server";
import { ballotPage } from "~/queries/voting/ballot-page.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { closeBallot } from "./close-ballot.server";
import { closeOverdue } from "./close-overdue.server";
import { closeRound } from "./close-round.server";
import { openBallot } from "./open-ballot.server";
import { openRound } from "./open-round.server";

let program: ProgramForTests;
const voters = ["cit", "officer", "clinician", "advocate", "peer"];

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const coordinator = () => program.person("coordinator");

async function ask(more: Record<string, unknown>): Promise<string> {
  const opened = await openBallot(coordinator(), { kind: "single", question: "Where do we meet?", options: "Library\nFire station\nTown hall", ...more });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  return opened.value.ballotId;
}

function cast(name: string, roundId: string, marked: Record<string, unknown>) {
  return castVote(program.person(name), { roundId, requestId: randomUUID(), ...marked });
}

async function resultOf(ballotId: string) {
  expect(await closeBallot(coordinator(), { ballotId })).toMatchObject({ ok: true });
  return (await database().round.findUniqueOrThrow({ where: { id: ballotId } })).result;
}

describe("questions to the members", () => {
  test("each kind is asked, answered, closed and counted", async () => {
    const ranked = await ask({ kind: "ranked" });
    for (const name of voters) await cast(name, ranked, { marks: name === "peer" ? { o2: "1" } : { o1: "1", o2: "2" } });
    expect(await resultOf(ranked)).toMatchObject({ kind: "ranked", voters: 5, leaders: ["o1"], pairs: { winner: "o1" } });

    const several = await ask({ kind: "multiple", mostChoices: "2" });
    await cast("peer", several, { choice: ["o3", "o1"] });
    expect(await resultOf(several)).toMatchObject({ leaders: ["o1", "o3"] });

    const scored = await ask({ kind: "score", highestScore: "3" });
    await cast("cit", scored, { marks: { o2: "3", o1: "" } });
    expect(await resultOf(scored)).toMatchObject({ leaders: ["o2"], options: [{ points: 0 }, { points: 3 }, { points: 0 }] });

    const sense = await ask({ kind: "sense", options: "" });
    await cast("officer", sense, { choice: "concern", reason: "Who drives?" });
    expect(await resultOf(sense)).toMatchObject({ leaders: ["concern"] });

    const time = await ask({ kind: "time", options: "", times: ["2031-03-10T09:00", "", "2031-03-09T17:00"] });
    await cast("advocate", time, { marks: { o1: "maybe", o2: "yes" } });
    await cast("peer", time, { marks: { o1: "", o2: "" } });
    expect(await resultOf(time)).toMatchObject({ kind: "time", leaders: ["o2"] });
    expect(await ballotPage(coordinator(), { ballotId: time })).toMatchObject({ ok: true, value: { meetingTimes: [{ begins: "2031-03-09T17:00" }], votes: expect.arrayContaining([expect.objectContaining({ said: "No time suits" })]) } });
    expect(await ballotPage(program.person("peer"), { ballotId: time })).toMatchObject({ ok: true, value: { meetingTimes: [] } });
  });

  test("only the groups that are asked stand on the roll", async () => {
    const [, , advocacy = ""] = program.groupIds;
    const ballotId = await ask({ groupIds: [advocacy] });
    expect(await database().rollEntry.count({ where: { roundId: ballotId } })).toBe(2);
    expect(await cast("officer", ballotId, { choice: "o1" })).toMatchObject({ ok: false, status: 403 });
  });

  test.each([
    [{ options: "" }, "options"],
    [{ closesAt: "2020-01-01T12:00" }, "closesAt"],
    [{ closesAt: "2031-03-09T02:30" }, "closesAt"],
    [{ closesAt: "2031-11-02T01:30" }, "closesAt"],
    [{ kind: "time", times: ["2031-03-09T02:30", "2031-03-10T09:00"] }, "times"],
    [{ question: " " }, "question"],
  ])("%j is refused at %s, and nothing is opened", async (change, field) => {
    const before = await database().round.count();
    const outcome = await openBallot(coordinator(), { kind: "single", question: "Where do we meet?", options: "Library\nStation", ...change });
    expect(outcome).toMatchObject({ ok: false, status: 422 });
    expect(outcome.ok || outcome.kind !== "refused" ? {} : outcome.fields).toHaveProperty(field);
    expect(await database().round.count()).toBe(before);
  });

  test("an observer and a voter without another role do not ask, and another program does not learn of it", async () => {
    for (const name of ["observer", "peer"]) expect(await openBallot(program.person(name), { kind: "single", question: "Where?", options: "A\nB" })).toMatchObject({ ok: false, status: 403 });
    const ballotId = await ask({});
    const elsewhere = await programForTests();
    expect(await ballotPage(elsewhere.person("coordinator"), { ballotId })).toEqual({ ok: false, kind: "missing" });
    expect(await castVote(elsewhere.person("peer"), { roundId: ballotId, requestId: randomUUID(), choice: "o1" })).toEqual({ ok: false, kind: "missing" });
  });

  test("whoever finds it overdue closes it, once", async () => {
    const ballotId = await ask({});
    await cast("peer", ballotId, { choice: "o2" });
    await database().$executeRaw`update "Round" set "closesAt" = clock_timestamp() - interval '1 second' where id = ${ballotId}`;
    const closed = await Promise.all([closeOverdue(), closeOverdue({ roundId: ballotId })]);
    expect(closed.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await database().notice.count({ where: { cause: `round.close:${ballotId}` } })).toBe(voters.length + 1);
    expect(await cast("cit", ballotId, { choice: "o1" })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("results that wait (V-11)", () => {
  /** What a count, a leader or a choice would look like in what a page is made of. */
  const told = /"votes":\[\{|"leaders"|"standing":\[|"carried":(true|false)|"consentPercent"/;

  test.each(["after-close", "after-voting"])("with results %s, no page, notice or record tells what was chosen before its time", async (results) => {
    const ballotId = await ask({ kind: "single", question: `Where do we meet, ${results}?`, results });
    const secretWord = `because-${randomUUID()}`;
    await cast("cit", ballotId, { choice: "o2", reason: secretWord });
    for (const name of ["peer", "observer", "coordinator"]) {
      const seen = JSON.stringify([await ballotPage(program.person(name), { ballotId }), await ballotList(program.person(name), { before: null }), await homePage(program.person(name), null)]);
      expect(seen).not.toContain(secretWord);
      const page = await ballotPage(program.person(name), { ballotId });
      expect(JSON.stringify(page)).not.toMatch(told);
    }
    const records = JSON.stringify(await database().auditRecord.findMany({ where: { subjectId: ballotId } }));
    expect(records).not.toMatch(/"choice"/);
    expect(records).not.toContain(secretWord);
    expect(JSON.stringify(await database().notice.findMany({ where: { path: { startsWith: `/ballots/${ballotId}` } } }))).not.toMatch(/leads|Fire station/);
    const own = JSON.stringify(await ballotPage(program.person("cit"), { ballotId }));
    expect(own).toContain(secretWord);
    if (results === "after-voting") expect(own).toMatch(told);
    else expect(own).not.toMatch(told);
    await closeBallot(coordinator(), { ballotId });
    expect(JSON.stringify(await ballotPage(program.person("observer"), { ballotId }))).toContain(secretWord);
  });

  test("a round may wait although the charter does not, and the proposal's page keeps to it", async () => {
    const proposal = await proposalForTests(program);
    const opened = await openRound(coordinator(), { proposalId: proposal.id, results: "after-close", reasons: "off" });
    const roundId = opened.ok ? opened.value.roundId : "";
    await cast("peer", roundId, { choice: "object" });
    const page = await proposalPage(program.person("cit"), { proposalId: proposal.id });
    expect(page).toMatchObject({ ok: true, value: { round: { tally: null, votes: [] } } });
    await closeRound(coordinator(), { roundId });
  });
});

describe("agree, disagree or block", () => {
  test("one block stops a proposal, and needs a reason", async () => {
    const proposal = await proposalForTests(program);
    const opened = await openRound(coordinator(), { proposalId: proposal.id, kind: "agreement", reasons: "optional" });
    const roundId = opened.ok ? opened.value.roundId : "";
    for (const name of voters.slice(0, 4)) await cast(name, roundId, { choice: "agree" });
    expect(await cast("peer", roundId, { choice: "block" })).toMatchObject({ ok: false, status: 422, field: "reason" });
    expect(await cast("peer", roundId, { choice: "consent" })).toMatchObject({ ok: false, status: 422, field: "choice" });
    await cast("peer", roundId, { choice: "block", reason: "It forces people into a car." });
    expect(await closeRound(coordinator(), { roundId })).toMatchObject({ ok: true, value: { carried: false } });
  });
});

describe("competing proposals (C6)", () => {
  test("warn each other and share one ranked ballot", async () => {
    const one = await proposalForTests(program);
    const other = await proposalForTests(program);
    await database().proposal.updateMany({ where: { id: { in: [one.id, other.id] } }, data: { clauseId: "c1" } });
    const before = await proposalPage(coordinator(), { proposalId: one.id });
    expect(before).toMatchObject({ ok: true, value: { competing: [{ id: other.id }], may: { ask: true } } });
    // Begun for no clause, a proposal competes by what it changes.
    await database().proposal.updateMany({ where: { id: { in: [one.id, other.id] } }, data: { clauseId: null } });
    const apart = await proposalForTests(program, { content: textOf("Officers wait for a clinician.", "Dispatch records the call and its end.") });
    const beside = async (proposalId: string) => {
      const page = await proposalPage(coordinator(), { proposalId });
      return page.ok ? page.value.competing.map(({ id, clauses }) => [id, clauses.map((clause) => clause.id)]) : page.kind;
    };
    expect(await beside(one.id)).toEqual([[other.id, ["c1"]]]);
    expect(await beside(apart.id)).toEqual([]);
    const ballotId = await ask({ kind: "ranked", options: "Keep the text as it is", proposalIds: [one.id, other.id] });
    const page = await ballotPage(coordinator(), { ballotId });
    expect(page.ok && page.value.round.terms.options.map(({ proposalId, label }) => proposalId ?? label)).toEqual([one.id, other.id, "Keep the text as it is"]);
    expect(await proposalPage(coordinator(), { proposalId: other.id })).toMatchObject({ ok: true, value: { questions: [{ id: ballotId }] } });
  });
});
