import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { movePerson } from "~/commands/programs/move-person.server";
import { assignSeat } from "~/commands/programs/assign-seat.server";
import { suspendPerson } from "~/commands/access/suspend-person.server";
import { phoneVoteForm } from "~/queries/voting/round-form.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { ballotBox } from "~/store/voting.server";
import { personForTests, programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { castVote } from "./cast-vote.server";
import { closeRound } from "./close-round.server";
import { declareRecusal, endRecusal } from "./declare-recusal.server";
import { extendRound } from "./extend-round.server";
import { openRound } from "./open-round.server";
import { recordVote } from "./record-vote.server";
import { withdrawVote } from "./withdraw-vote.server";

let program: ProgramForTests;
let admin: PersonActor;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  admin = { ...program.person("coordinator"), roles: ["programAdmin", "coordinator"] };
});

const coordinator = () => program.person("coordinator");

async function opened(of: ProgramForTests = program, author = "advocate"): Promise<{ roundId: string; proposalId: string }> {
  const proposal = await proposalForTests(of, { author });
  const outcome = await openRound(of.person("coordinator"), { proposalId: proposal.id });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const cast = (actor: PersonActor, roundId: string, choice: string, more: object = {}) => castVote(actor, { roundId, choice, reason: "It is safer.", requestId: randomUUID(), ...more });
const voteOf = (roundId: string, seatOf: string) => database().vote.findFirst({ where: { roundId, rollEntry: { personId: program.person(seatOf).personId } } });
const entryOf = async (roundId: string, name: string) => (await database().rollEntry.findFirstOrThrow({ where: { roundId, personId: program.person(name).personId } })).id;
const seatOf = async (name: string) => (await database().seat.findFirstOrThrow({ where: { holderId: program.person(name).personId } })).id;

async function alternateFor(name: string): Promise<PersonActor> {
  const { organizationId } = program.person(name);
  const alternate = await personForTests(program.programId, organizationId, `alternate of ${name}`, ["voter"], false);
  await database().seat.updateMany({ where: { holderId: program.person(name).personId }, data: { alternateId: alternate.personId } });
  return alternate;
}

describe("alternates (A4)", () => {
  test("an alternate votes while the holder has not; the holder's vote counts when it comes, and the record shows whose hand it was", async () => {
    const alternate = await alternateFor("peer");
    const { roundId, proposalId } = await opened();
    expect(await cast(alternate, roundId, "object")).toMatchObject({ ok: true });
    expect(await voteOf(roundId, "peer")).toMatchObject({ choice: "object", castBy: "alternate", castByName: "alternate of peer" });
    expect(await cast(program.person("peer"), roundId, "consent")).toMatchObject({ ok: true });
    expect(await voteOf(roundId, "peer")).toMatchObject({ choice: "consent", castBy: "holder" });
    expect(await cast(alternate, roundId, "object")).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("only when the holder has not") });
    expect(await withdrawVote(alternate, { roundId, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409 });
    expect(await database().vote.count({ where: { roundId } })).toBe(1);
    const shown = await proposalPage(alternate, { proposalId });
    expect(shown).toMatchObject({ ok: true, value: { ballot: { standsInFor: "peer", holderHasVoted: true, vote: null } } });
    const said = await database().auditRecord.findMany({ where: { act: "vote.cast", subjectId: roundId, outcome: "done" }, orderBy: { sequence: "asc" } });
    expect(said.map(({ detail }) => (detail as { castBy?: string }).castBy)).toEqual(["alternate", undefined]);
  });

  test("holder and alternate voting at the same moment leave the holder's vote", async () => {
    const alternate = await alternateFor("advocate");
    for (let turn = 0; turn < 6; turn++) {
      const { roundId } = await opened();
      await Promise.all([cast(alternate, roundId, "object"), cast(program.person("advocate"), roundId, "consent")]);
      expect(await voteOf(roundId, "advocate")).toMatchObject({ choice: "consent", castBy: "holder" });
    }
    await database().seat.updateMany({ where: { alternateId: alternate.personId }, data: { alternateId: null } });
  });
});

describe("stepping back (A11)", () => {
  test("a recused seat leaves the count of its group, takes its vote along, and the record says why", async () => {
    const { roundId, proposalId } = await opened();
    await cast(program.person("officer"), roundId, "consent");
    expect(await declareRecusal(program.person("officer"), { roundId, reason: " " })).toMatchObject({ ok: false, status: 422 });
    expect(await declareRecusal(program.person("officer"), { roundId, reason: "My agency sells it." })).toMatchObject({ ok: true });
    expect(await cast(program.person("officer"), roundId, "consent")).toMatchObject({ ok: false, status: 403, reason: expect.stringContaining("recused") });
    for (const name of ["cit", "clinician", "advocate", "peer"]) await cast(program.person(name), roundId, "consent");
    await closeRound(coordinator(), { roundId });
    const page = await proposalPage(coordinator(), { proposalId });
    if (!page.ok) throw new Error("The page is missing.");
    expect(page.value.round?.tally?.groups.find(({ name }) => name === "Law enforcement")).toMatchObject({ seats: 1, voted: 1 });
    expect(page.value.round?.recusals).toMatchObject([{ personName: "officer", recusedReason: "My agency sells it." }]);
    expect(await database().auditRecord.findFirst({ where: { act: "recusal.declare", subjectId: roundId } })).toMatchObject({ detail: { recused: "My agency sells it." } });
  });

  test("is for the holder only, until the close, and can be taken back", async () => {
    const { roundId } = await opened();
    expect(await declareRecusal(coordinator(), { roundId, reason: "For them." })).toMatchObject({ ok: false, status: 403 });
    expect(await declareRecusal(program.person("peer"), { roundId, reason: "A friend wrote it." })).toMatchObject({ ok: true });
    expect(await endRecusal(program.person("peer"), { roundId })).toMatchObject({ ok: true });
    expect(await cast(program.person("peer"), roundId, "consent")).toMatchObject({ ok: true });
    await closeRound(coordinator(), { roundId });
    expect(await declareRecusal(program.person("cit"), { roundId, reason: "Late." })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("a vote on the phone (D13)", () => {
  test("is told to the member, who overturns it before the close; then only they change it", async () => {
    const { roundId } = await opened();
    const call = { roundId, rollEntryId: await entryOf(roundId, "clinician"), choice: "object", reason: "She said: not without a clinician.", requestId: randomUUID() };
    expect(await recordVote(coordinator(), call)).toMatchObject({ ok: true });
    expect(await voteOf(roundId, "clinician")).toMatchObject({ choice: "object", castBy: "behalf", castByName: "coordinator" });
    const notice = await database().notice.findFirstOrThrow({ where: { personId: program.person("clinician").personId, cause: { startsWith: "vote.record:" } } });
    expect(notice.body).toMatch(/recorded your vote .* object.*cast your own vote/s);
    expect(await cast(program.person("clinician"), roundId, "consent")).toMatchObject({ ok: true });
    expect(await voteOf(roundId, "clinician")).toMatchObject({ choice: "consent", castBy: "holder" });
    expect(await recordVote(coordinator(), { ...call, requestId: randomUUID() })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("has voted already") });
    expect(await database().cast.count({ where: { roundId } })).toBe(2);
  });

  test("a form sent empty names both who called and what they said", async () => {
    const { roundId } = await opened();
    expect(await recordVote(coordinator(), { roundId, rollEntryId: "", requestId: randomUUID(), reason: "" })).toMatchObject({ ok: false, status: 422, fields: { rollEntryId: ["Choose who called."], choice: ["Choose what they said."] } });
  });

  test("the form offers every member who has not voted, with an alternate or without, and never the seat of who asks", async () => {
    const { roundId } = await opened();
    await cast(program.person("peer"), roundId, "consent");
    await database().rollEntry.update({ where: { id: await entryOf(roundId, "officer") }, data: { alternateId: program.person("observer").personId } });
    const offered = async (name: string) => {
      const form = await phoneVoteForm(program.person(name), { roundId });
      return form.ok ? form.value.seats.map(({ personName }) => personName).sort() : form.kind;
    };
    expect(await offered("coordinator")).toEqual(["advocate", "cit", "clinician", "officer"]);
    expect(await offered("cit")).toEqual(["advocate", "clinician", "officer"]);
  });

  test("nobody but a coordinator records one, not for their own seat, not after the close, and not where the charter refuses it", async () => {
    const { roundId } = await opened();
    const call = async (name: string) => ({ roundId, rollEntryId: await entryOf(roundId, name), choice: "consent", reason: "", requestId: randomUUID() });
    expect(await recordVote(program.person("officer"), await call("peer"))).toMatchObject({ ok: false, status: 403 });
    expect(await recordVote(program.person("cit"), await call("cit"))).toMatchObject({ ok: false, status: 409 });
    await closeRound(coordinator(), { roundId });
    expect(await recordVote(coordinator(), await call("peer"))).toMatchObject({ ok: false, status: 409 });
    const strict = await programForTests({ rules: { phoneVotes: "refused" } });
    const round = await opened(strict);
    const entry = await database().rollEntry.findFirstOrThrow({ where: { roundId: round.roundId, personId: { not: null } } });
    expect(await recordVote(strict.person("coordinator"), { roundId: round.roundId, rollEntryId: entry.id, choice: "consent", reason: "", requestId: randomUUID() })).toMatchObject({ ok: false, status: 403 });
  });
});

describe("more time (D11)", () => {
  test("is given with a reason, told to every voter and the author, and counts", async () => {
    const { roundId, proposalId } = await opened();
    expect(await extendRound(coordinator(), { roundId, closesAt: "2099-03-02T17:00", reason: "" })).toMatchObject({ ok: false, status: 422, fields: { reason: expect.anything() } });
    expect(await extendRound(coordinator(), { roundId, closesAt: "2020-03-02T17:00", reason: "Two are away." })).toMatchObject({ ok: false, status: 422, field: "closesAt" });
    expect(await extendRound(coordinator(), { roundId, closesAt: "2099-03-02T17:00", reason: "Two are away." })).toMatchObject({ ok: true });
    expect((await database().round.findUniqueOrThrow({ where: { id: roundId } })).closesAt.toISOString()).toBe("2099-03-02T23:00:00.000Z");
    expect(await database().notice.count({ where: { path: `/proposals/${proposalId}#vote`, cause: { startsWith: "round.extend:" }, body: { contains: "Two are away." } } })).toBeGreaterThanOrEqual(5);
    await closeRound(coordinator(), { roundId });
    expect(await extendRound(coordinator(), { roundId, closesAt: "2099-04-02T17:00", reason: "Late." })).toMatchObject({ ok: false, status: 409 });
  });

  test("is a coordinator's to give, the author's only where the charter says so, and nobody's where it says that", async () => {
    const authors = await programForTests({ rules: { extending: "authors", opening: "authors" } });
    const proposal = await proposalForTests(authors);
    expect(await openRound(authors.person("peer"), { proposalId: proposal.id })).toMatchObject({ ok: false, status: 403 });
    const round = await openRound(authors.person("advocate"), { proposalId: proposal.id });
    if (!round.ok) throw new Error(JSON.stringify(round));
    expect(await extendRound(authors.person("advocate"), { roundId: round.value.roundId, closesAt: "2099-03-02T17:00", reason: "More talk." })).toMatchObject({ ok: true });
    const { roundId, proposalId } = await opened();
    expect(await extendRound(program.person("advocate"), { roundId, closesAt: "2099-03-02T17:00", reason: "Mine." })).toMatchObject({ ok: false, status: 403 });
    const second = await proposalForTests(program);
    expect(await openRound(program.person("advocate"), { proposalId: second.id })).toMatchObject({ ok: false, status: 403, reason: expect.stringContaining("Under this charter") });
    const nobody = await programForTests({ rules: { extending: "nobody" } });
    expect(await extendRound(nobody.person("coordinator"), { roundId: (await opened(nobody)).roundId, closesAt: "2099-03-02T17:00", reason: "More talk." })).toMatchObject({ ok: false, status: 403 });
    expect(proposalId).toBeTruthy();
  });
});

describe("who leaves, moves or comes in the middle of a vote (V-6)", () => {
  test("the roll stands: a moved holder votes for the old group and once, a suspended one keeps the vote, a new holder waits for the next round", async () => {
    const own = await programForTests();
    const boss: PersonActor = { ...own.person("coordinator"), roles: ["programAdmin", "coordinator"] };
    const { roundId } = await opened(own);
    const [police, , center, affiliate] = own.organizationIds;

    // Removed: the ballot that was cast is kept, and the person cannot come back in.
    await cast(own.person("officer"), roundId, "consent");
    expect(await suspendPerson(boss, { personId: own.person("officer").personId })).toMatchObject({ ok: true });

    // Moved: still the old group on this roll, and no second vote.
    expect(await movePerson(boss, { personId: own.person("clinician").personId, organizationId: affiliate ?? "" })).toMatchObject({ ok: true });
    const moved: PersonActor = { ...own.person("clinician"), organizationId: affiliate ?? "", groupId: own.groupIds[2] ?? "" };
    expect(await cast(moved, roundId, "consent")).toMatchObject({ ok: true });
    expect(await cast(moved, roundId, "object")).toMatchObject({ ok: true });

    // Replaced: the new holder is told when the roll was fixed; the old one still votes here.
    const heir = await personForTests(own.programId, affiliate ?? "", "heir", ["voter"], false);
    const seat = await database().seat.findFirstOrThrow({ where: { holderId: own.person("peer").personId } });
    expect(await assignSeat(boss, { seatId: seat.id, holderId: heir.personId })).toMatchObject({ ok: true });
    expect(await cast(heir, roundId, "object")).toMatchObject({ ok: false, status: 403, reason: expect.stringContaining("The roll was fixed on") });
    expect(await cast(own.person("peer"), roundId, "consent")).toMatchObject({ ok: true });

    // Re-invited with a second address: another account, not on the roll.
    const again = await personForTests(own.programId, police ?? "", "officer again", ["voter"], false);
    expect(await cast(again, roundId, "object")).toMatchObject({ ok: false, status: 403 });

    // A role without voting takes the pen, not the ballot that was cast.
    await cast(own.person("advocate"), roundId, "consent");
    expect(await cast({ ...own.person("advocate"), roles: ["observer"] }, roundId, "object")).toMatchObject({ ok: false, status: 403 });

    const box = await ballotBox(database(), roundId, own.programId);
    const seatGroup = new Map(box.roll.map(({ seatId, groupId }) => [seatId, groupId]));
    expect(box.votes).toHaveLength(4);
    const clinics = box.votes.filter(({ seatId }) => seatGroup.get(seatId) === own.groupIds[1]);
    expect(clinics).toMatchObject([{ choice: "object" }]);
    expect(center).toBeTruthy();
  });
});

describe("an objection of safety (D16)", () => {
  test("holds once what would carry: seven days of revision, then a second vote by the normal rule", async () => {
    const own = await programForTests();
    const charter = await database().charter.findFirstOrThrow({ where: { programId: own.programId } });
    await database().charter.update({ where: { id: charter.id }, data: { rules: { ...(charter.rules as object), safetyGroups: [own.groupIds[2] ?? ""] } } });
    const { roundId, proposalId } = await opened(own);
    expect(await cast(own.person("officer"), roundId, "object", { safety: "yes" })).toMatchObject({ ok: false, status: 422, field: "safety" });
    await cast(own.person("peer"), roundId, "object", { safety: "yes", reason: "Someone will be left alone in the dark." });
    for (const name of ["cit", "officer", "clinician", "advocate"]) await cast(own.person(name), roundId, "consent");
    expect(await closeRound(own.person("coordinator"), { roundId })).toMatchObject({ ok: true, value: { carried: false } });
    const held = await database().proposal.findUniqueOrThrow({ where: { id: proposalId }, include: { draft: true } });
    expect(held).toMatchObject({ stage: "drafting", draft: { frozen: false } });
    expect(Math.round(((held.reviseUntil?.getTime() ?? 0) - Date.now()) / 86_400_000)).toBe(7);
    expect(await database().decision.count({ where: { proposalId } })).toBe(0);
    expect(await proposalPage(own.person("peer"), { proposalId })).toMatchObject({ ok: true, value: { round: null, held: { number: 1 } } });

    const second = await openRound(own.person("coordinator"), { proposalId });
    if (!second.ok) throw new Error(JSON.stringify(second));
    expect(await cast(own.person("peer"), second.value.roundId, "object", { safety: "yes" })).toMatchObject({ ok: false, status: 422 });
    await cast(own.person("peer"), second.value.roundId, "object");
    for (const name of ["cit", "officer", "clinician", "advocate"]) await cast(own.person(name), second.value.roundId, "consent");
    expect(await closeRound(own.person("coordinator"), { roundId: second.value.roundId })).toMatchObject({ ok: true, value: { carried: true } });
    expect(await database().decision.count({ where: { proposalId } })).toBe(2);
  });
});
