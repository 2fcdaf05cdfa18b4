import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { formOfRules } from "~/domain/voting/charter-form";
import { charterForm } from "~/queries/programs/charter-form.server";
import { homePage } from "~/queries/home/home-page.server";
import { participationPage } from "~/queries/voting/participation-page.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { database } from "~/store/database.server";
import { latestCharter } from "~/store/programs.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { openProposal } from "../proposals/open-proposal.server";
import { castVote } from "./cast-vote.server";
import { closeRound } from "./close-round.server";
import { openRound } from "./open-round.server";
import { proposeCharter } from "./propose-charter.server";
import { writeDissent } from "./write-dissent.server";
import { writeOutcome } from "./write-outcome.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const coordinator = () => program.person("coordinator");
const everyone = ["cit", "officer", "clinician", "advocate", "peer"];

async function voted(proposalId: string, choices: Record<string, string>): Promise<string> {
  const opened = await openRound(coordinator(), { proposalId });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const { roundId } = opened.value;
  for (const [name, choice] of Object.entries(choices)) await castVote(program.person(name), { roundId, choice, reason: "It is safer.", requestId: randomUUID() });
  const closed = await closeRound(coordinator(), { roundId });
  if (!closed.ok) throw new Error(JSON.stringify(closed));
  return roundId;
}

const all = (choice: string) => Object.fromEntries(everyone.map((name) => [name, choice]));

async function formNow(change: object) {
  const charter = await latestCharter(database(), program.programId);
  if (!charter) throw new Error("There is no charter.");
  return { ...formOfRules(charter.rules), why: "Two thirds is what we promised.", affected: "Every member.", ...change };
}

describe("the charter changes by its own rule (D6)", () => {
  test("contradictions are refused at their field", async () => {
    const propose = async (change: object) => proposeCharter(program.person("advocate"), await formNow(change));
    expect(await propose({ overallThreshold: "a lot" })).toMatchObject({ status: 422, fields: { overallThreshold: [expect.stringContaining("60 %")] } });
    expect(await propose({ overallQuorum: "150 %" })).toMatchObject({ status: 422, fields: { overallQuorum: ["A share cannot be more than 100 %."] } });
    expect(await propose({ votingDays: "0" })).toMatchObject({ status: 422, fields: { votingDays: expect.anything() } });
    const seatless = await database().group.create({ data: { programId: program.programId, name: "Courts", shortName: "Courts", shape: "star", colour: "plum", position: 9 } });
    expect(await propose({ requiredGroups: [seatless.id] })).toMatchObject({ status: 422, fields: { requiredGroups: [expect.stringContaining("Courts has no voting seat")] } });
    await database().seat.create({ data: { programId: program.programId, groupId: program.groupIds[1] ?? "", organizationId: program.organizationIds[2] ?? "", title: "Vacant", voting: true, termStart: new Date("2020-01-01") } });
    expect(await propose({ quorumBase: "authorized", groupQuorum: "100 %" })).toMatchObject({ status: 422, fields: { groupQuorum: [expect.stringContaining("only 1 of its 2 seats are filled")] } });
    expect(await propose({})).toMatchObject({ status: 422, reason: expect.stringContaining("rules in force") });
    expect(await database().document.count({ where: { kind: "charter" } })).toBe(0);
  });

  test("past ballots are tried under other rules, and nothing that was decided changes", async () => {
    const proposal = await proposalForTests(program);
    const roundId = await voted(proposal.id, { ...all("consent"), officer: "object" });
    const before = await database().round.findUniqueOrThrow({ where: { id: roundId } });
    const stricter = formOfRules({ ...(await latestCharter(database(), program.programId))!.rules, overallThreshold: { of: 90, outOf: 100 } });
    const page = await charterForm(program.person("advocate"), { tried: stricter });
    expect(page).toMatchObject({ ok: true, value: { trial: { refusal: null, said: "Under these rules, your one past vote would come out differently.", differences: [{ number: expect.any(Number), was: "Carried", wouldBe: "Not carried: overall 80 %" }] } } });
    expect(await database().round.findUniqueOrThrow({ where: { id: roundId } })).toEqual(before);
  });

  test("a carried vote makes the next version without any agency's decision; what was counted keeps its rules", async () => {
    const earlier = await proposalForTests(program);
    const oldRound = await voted(earlier.id, all("consent"));
    const proposed = await proposeCharter(program.person("advocate"), await formNow({ overallThreshold: "2/3", title: "Two thirds" }));
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    const page = await proposalPage(program.person("peer"), { proposalId: proposed.value.id });
    expect(page).toMatchObject({ ok: true, value: { may: { write: false, suggest: false, rebase: false } } });
    expect(page.ok && page.value.touched.map(({ id }) => id)).toEqual(["charter-consent"]);

    await voted(proposed.value.id, all("consent"));
    const now = await latestCharter(database(), program.programId);
    expect(now).toMatchObject({ version: 2, rules: { overallThreshold: { of: 2, outOf: 3 } } });
    expect(await database().decision.count({ where: { proposalId: proposed.value.id } })).toBe(0);
    expect(await database().edition.findMany({ where: { document: { kind: "charter" } }, orderBy: { number: "asc" }, select: { number: true } })).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await database().round.findUniqueOrThrow({ where: { id: oldRound }, include: { charter: true } })).toMatchObject({ charter: { version: 1 } });

    const failing = await proposeCharter(program.person("advocate"), await formNow({ overallThreshold: "1 %", title: "Anything carries" }));
    if (!failing.ok) throw new Error(JSON.stringify(failing));
    await voted(failing.value.id, all("object"));
    expect(await latestCharter(database(), program.programId)).toMatchObject({ version: 2 });
  });

  test("one change of the charter is voted on at a time, one on an older version does not open, and its text is nobody's to write", async () => {
    const [one, other] = [await proposeCharter(program.person("advocate"), await formNow({ votingDays: "21" })), await proposeCharter(program.person("peer"), await formNow({ votingDays: "7" }))];
    if (!one.ok || !other.ok) throw new Error("Refused.");
    const first = await openRound(coordinator(), { proposalId: one.value.id });
    if (!first.ok) throw new Error(JSON.stringify(first));
    expect(await openRound(coordinator(), { proposalId: other.value.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("One change of the charter") });
    for (const name of everyone) await castVote(program.person(name), { roundId: first.value.roundId, choice: "consent", reason: "", requestId: randomUUID() });
    await closeRound(coordinator(), { roundId: first.value.roundId });
    expect(await openRound(coordinator(), { proposalId: other.value.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Rebase needed") });
    const { documentId } = await database().proposal.findUniqueOrThrow({ where: { id: one.value.id } });
    expect(await openProposal(program.person("advocate"), { documentId, why: "x", affected: "y" })).toMatchObject({ ok: false, reason: expect.stringContaining("its own form") });
  });
});

describe("after a vote", () => {
  test("an outcome is due on the coordinators' home, overdue after three days, and written once (D14)", async () => {
    const { id: proposalId } = await proposalForTests(program);
    const roundId = await voted(proposalId, all("consent"));
    const waiting = async (who: PersonActor) => {
      const page = await homePage(who, null);
      if (!page.ok) throw new Error("There is no home.");
      return page.value.outcomes.find(({ id }) => id === roundId);
    };
    expect(await waiting(coordinator())).toMatchObject({ overdue: false });
    await database().$executeRaw`update "Round" set "closedAt" = "closedAt" - interval '73 hours' where id = ${roundId}`;
    expect(await waiting(coordinator())).toMatchObject({ overdue: true });
    expect(await waiting(program.person("peer"))).toBeUndefined();
    const said = { roundId, statement: "The limit carried.", next: "Each chief decides within 30 days." };
    expect(await writeOutcome(program.person("peer"), said)).toMatchObject({ ok: false, status: 403 });
    expect(await writeOutcome(coordinator(), said)).toMatchObject({ ok: true });
    expect(await writeOutcome(coordinator(), said)).toMatchObject({ ok: false, status: 409 });
    expect(await waiting(coordinator())).toBeUndefined();
  });

  test("a group that lost attaches one dissent; one that won, or was not there, does not (D15)", async () => {
    const { id: proposalId } = await proposalForTests(program);
    const roundId = await voted(proposalId, { ...all("consent"), advocate: "object", peer: "object" });
    expect(await writeDissent(program.person("officer"), { roundId, body: "We wanted it." })).toMatchObject({ ok: true });
    expect(await writeDissent(program.person("cit"), { roundId, body: "So did we." })).toMatchObject({ ok: false, status: 409 });
    expect(await writeDissent(program.person("peer"), { roundId, body: "We did not." })).toMatchObject({ ok: false, status: 403 });
    expect(await writeDissent(coordinator(), { roundId, body: "Nor I." })).toMatchObject({ ok: false, status: 403 });
    expect(await proposalPage(program.person("peer"), { proposalId })).toMatchObject({ ok: true, value: { round: { dissents: [{ groupName: "Law enforcement", body: "We wanted it." }] } } });
  });

  test("participation counts who was asked and who voted, by group, organization and person (D19)", async () => {
    const page = await participationPage(program.person("peer"), { years: 1 });
    if (!page.ok) throw new Error("There is no page.");
    const rounds = await database().round.findMany({ where: { state: "closed", proposal: { programId: program.programId } }, include: { roll: { include: { vote: true } } } });
    const entries = rounds.flatMap(({ roll }) => roll).filter(({ groupId }) => groupId === program.groupIds[1]);
    const ours = page.value.rows.filter(({ kind, id }) => kind === "group" && id === program.groupIds[1]);
    const sum = (part: "seats" | "invited" | "voted") => ours.reduce((total, row) => total + row[part], 0);
    expect({ seats: sum("seats"), invited: sum("invited"), voted: sum("voted") }).toEqual({ seats: entries.length, invited: entries.filter(({ personId }) => personId).length, voted: entries.filter(({ vote }) => vote).length });
    expect(page.value.rows.some(({ kind, name }) => kind === "person" && name === "clinician")).toBe(true);
  });
});
