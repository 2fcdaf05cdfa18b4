import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clausesOf } from "~/editor/numbering";
import { workingText } from "~/editor/working-text";
import { openRound } from "~/commands/voting/open-round.server";
import { homePage } from "~/queries/home/home-page.server";
import { amendmentForm } from "~/queries/proposals/amendment-forms.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { database } from "~/store/database.server";
import { appendServerSteps, draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { suggestedTyping } from "../../../e2e/support/protocol-client.mjs";
import { answerAmendment } from "./answer-amendment.server";
import { offerAmendment } from "./offer-amendment.server";
import { promoteAmendment } from "./promote-amendment.server";
import { withdrawAmendment } from "./withdraw-amendment.server";

let program: ProgramForTests;
let proposal: { id: string; draftId: string };

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

beforeEach(async () => {
  proposal = await proposalForTests(program);
});

const shorter = { clauseId: "c1", words: "Officers wait for a clinician for up to 20 minutes.", why: "Thirty minutes is long for a child." };

async function offered(who = "officer", over: Record<string, unknown> = {}) {
  const outcome = await offerAmendment(program.person(who), { proposalId: proposal.id, ...shorter, ...over });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "missing");
  return outcome.value;
}

const answer = (amendmentId: string, over: Record<string, unknown> = {}, who = "advocate") => answerAmendment(program.person(who), { amendmentId, verdict: "accept", ...over });
const wordsOf = async (draftId: string) => {
  const rows = await draftRows(database(), draftId);
  return rows && clausesOf(workingText(rows).content).map(({ text }) => text);
};
const shownTo = async (who: string, proposalId = proposal.id) => {
  const page = await proposalPage(program.person(who), { proposalId });
  if (!page.ok) throw new Error("The page is missing.");
  return page.value;
};

describe("offering an amendment", () => {
  test("it stands on the page of the proposal, and its author finds it on their home", async () => {
    const { amendmentId, number } = await offered();
    expect(number).toBe(1);
    const page = await shownTo("officer");
    expect(page.amendments).toMatchObject([{ id: amendmentId, number: 1, clause: "1", state: "offered", why: shorter.why, may: { answer: false, promote: false } }]);
    expect((await shownTo("advocate")).amendments[0]?.may.answer).toBe(true);
    const home = await homePage(program.person("advocate"), null);
    expect(home.ok && home.value.amendments.map(({ id }) => id)).toContain(amendmentId);
    expect(await database().notice.findFirst({ where: { cause: `amendment.offer:${amendmentId}` } })).toMatchObject({ personId: program.person("advocate").personId, path: `/proposals/${proposal.id}#amendment-${amendmentId}` });
  });

  test("the form begins with the words of the proposal, not with those in force", async () => {
    const form = await amendmentForm(program.person("peer"), { proposalId: proposal.id, clauseId: "c1" });
    expect(form).toMatchObject({ ok: true, value: { closed: null, chosen: { number: "1", words: "Officers wait for a clinician for up to 30 minutes." } } });
  });

  test.each([
    ["clauseId", { clauseId: "nowhere" }],
    ["words", { words: "Officers wait for a clinician for up to 30 minutes." }],
    ["words", { words: " \n " }],
    ["why", { why: "" }],
  ])("without a usable %s it is refused at that field", async (field, wrong) => {
    expect(await offerAmendment(program.person("officer"), { proposalId: proposal.id, ...shorter, ...wrong })).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
  });

  test("observers offer none, and nobody does once a vote is open", async () => {
    expect(await offerAmendment(program.person("observer"), { proposalId: proposal.id, ...shorter })).toMatchObject({ ok: false, status: 403 });
    await database().proposal.update({ where: { id: proposal.id }, data: { stage: "voting" } });
    expect(await offerAmendment(program.person("officer"), { proposalId: proposal.id, ...shorter })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("A vote is open") });
    expect((await shownTo("officer")).may.amend).toBe(false);
  });

  test("a vote opens only when each is answered", async () => {
    const { amendmentId } = await offered();
    expect(await openRound(program.person("coordinator"), { proposalId: proposal.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("1 amendment waits") });
    expect(await answer(amendmentId, { verdict: "refuse", answer: "The clinic needs thirty." })).toMatchObject({ ok: true });
    expect(await openRound(program.person("coordinator"), { proposalId: proposal.id })).toMatchObject({ ok: true });
  });
});

describe("answering an amendment", () => {
  test("accepted, its words stand in the proposal as words of who offered them", async () => {
    const { amendmentId } = await offered();
    expect(await answer(amendmentId)).toMatchObject({ ok: true });
    expect(await wordsOf(proposal.draftId)).toEqual([shorter.words, "Dispatch records the call."]);
    const steps = await database().draftStep.findMany({ where: { draftId: proposal.draftId } });
    expect(steps.map(({ authorId }) => authorId)).toEqual([program.person("officer").personId]);
    expect((await shownTo("officer")).amendments[0]).toMatchObject({ state: "accepted", answeredBy: { name: "advocate" } });
    expect(await database().notice.count({ where: { cause: `amendment.answer:${amendmentId}`, personId: program.person("officer").personId } })).toBe(1);
  });

  test("it is the author's or a coordinator's to answer, nobody else's", async () => {
    const { amendmentId } = await offered();
    expect(await answer(amendmentId, {}, "clinician")).toMatchObject({ ok: false, status: 403 });
    expect(await answer(amendmentId, {}, "officer")).toMatchObject({ ok: false, status: 403 });
    expect(await answer(amendmentId, {}, "coordinator")).toMatchObject({ ok: true });
  });

  test("a refusal needs its reason, and changes no word", async () => {
    const { amendmentId } = await offered();
    expect(await answer(amendmentId, { verdict: "refuse", answer: "  " })).toMatchObject({ ok: false, status: 422, fields: { answer: [expect.stringContaining("Say why")] } });
    expect(await answer(amendmentId, { verdict: "refuse", answer: "The clinic needs thirty." })).toMatchObject({ ok: true });
    expect(await wordsOf(proposal.draftId)).toEqual(["Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."]);
    expect(await answer(amendmentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("refused already") });
  });

  test("two at once answer it once", async () => {
    const { amendmentId } = await offered();
    const both = await Promise.all(["advocate", "coordinator"].map((who) => answer(amendmentId, {}, who)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().draftStep.count({ where: { draftId: proposal.draftId } })).toBe(1);
  });

  test("words that were written after it are not gone over", async () => {
    const first = await offered();
    const second = await offered("clinician", { words: "Officers wait for a clinician for up to 45 minutes." });
    expect(await answer(first.amendmentId)).toMatchObject({ ok: true });
    expect(await answer(second.amendmentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("was changed after this amendment was offered") });
    expect(await wordsOf(proposal.draftId)).toEqual([shorter.words, "Dispatch records the call."]);
  });

  test("a suggestion in the clause is decided first, a locked clause and a frozen text stay as they are", async () => {
    const { amendmentId } = await offered();
    const { personId: peerId } = program.person("peer");
    await database().clauseLock.create({ data: { draftId: proposal.draftId, clauseId: "c1", heldById: peerId, reason: "Legal review", until: new Date(Date.now() + 3_600_000) } });
    expect(await answer(amendmentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("is locked by peer") });
    await database().clauseLock.deleteMany({ where: { draftId: proposal.draftId } });
    await database().draft.update({ where: { id: proposal.draftId }, data: { frozen: true } });
    expect(await answer(amendmentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("The text is frozen") });
    await database().draft.update({ where: { id: proposal.draftId }, data: { frozen: false } });
    await appendServerSteps(database(), { draftId: proposal.draftId, after: 0, authorId: peerId, batchId: "suggested", steps: [suggestedTyping(13, "soon ", peerId)] });
    expect(await answer(amendmentId)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("not decided yet") });
  });
});

describe("an amendment that was refused", () => {
  const reasons = { why: "A child should not wait half an hour.", affected: "Children and their families." };
  async function refusedOne() {
    const { amendmentId } = await offered();
    await answer(amendmentId, { verdict: "refuse", answer: "The clinic needs thirty." });
    return amendmentId;
  }

  test("becomes a proposal of its own from the edition in force, and both pages show where it came from", async () => {
    const amendmentId = await refusedOne();
    const promoted = await promoteAmendment(program.person("officer"), { amendmentId, ...reasons });
    if (!promoted.ok) throw new Error("It was not promoted.");
    const child = await shownTo("peer", promoted.value.id);
    expect(child).toMatchObject({ proposal: { number: promoted.value.number, clauseId: "c1", author: { name: "officer" } }, promotedFrom: { id: amendmentId, number: 1, proposal: { id: proposal.id } } });
    const row = await database().proposal.findUniqueOrThrow({ where: { id: promoted.value.id } });
    expect(row.baseEditionId).toBe(program.edition.id);
    expect(await wordsOf(row.draftId)).toEqual([shorter.words, "Dispatch records the call."]);
    expect((await shownTo("officer")).amendments[0]).toMatchObject({ state: "promoted", promotedTo: { number: promoted.value.number }, may: { promote: false } });
    expect(await database().notice.count({ where: { cause: `amendment.promote:${amendmentId}`, personId: program.person("advocate").personId } })).toBe(1);
  });

  test("only who offered it does so, once, and not before it was refused", async () => {
    const waiting = await offered();
    expect(await promoteAmendment(program.person("officer"), { amendmentId: waiting.amendmentId, ...reasons })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("still waits") });
    const amendmentId = await refusedOne();
    expect(await promoteAmendment(program.person("clinician"), { amendmentId, ...reasons })).toMatchObject({ ok: false, status: 403 });
    const twice = await Promise.all([0, 1].map(() => promoteAmendment(program.person("officer"), { amendmentId, ...reasons })));
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("what the edition in force says already is not proposed again", async () => {
    const { amendmentId } = await offered("officer", { words: "Officers wait for a clinician." });
    await answer(amendmentId, { verdict: "refuse", answer: "A limit is the point." });
    expect(await promoteAmendment(program.person("officer"), { amendmentId, ...reasons })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("says this already") });
  });
});

test("what one organization keeps to itself, its amendments are kept too", async () => {
  const { amendmentId } = await offered();
  await database().document.update({ where: { id: program.documentId }, data: { visibility: "organization" } });
  const missing = { ok: false, kind: "missing" };
  expect(await offerAmendment(program.person("officer"), { proposalId: proposal.id, ...shorter })).toEqual(missing);
  expect(await answer(amendmentId)).toEqual(missing);
  expect(await promoteAmendment(program.person("officer"), { amendmentId, why: "A", affected: "B" })).toEqual(missing);
  await database().document.update({ where: { id: program.documentId }, data: { visibility: "public" } });
});

describe("taking an amendment back", () => {
  test("who offered it does, nobody else, and then no vote waits for it", async () => {
    const { amendmentId } = await offered();
    expect((await shownTo("officer")).amendments[0]?.may).toEqual({ answer: false, promote: false, withdraw: true });
    expect(await withdrawAmendment(program.person("advocate"), { amendmentId })).toMatchObject({ ok: false, status: 403 });
    expect(await openRound(program.person("coordinator"), { proposalId: proposal.id })).toMatchObject({ ok: false, status: 409 });
    expect(await withdrawAmendment(program.person("officer"), { amendmentId })).toMatchObject({ ok: true });
    expect((await shownTo("advocate")).amendments).toMatchObject([{ state: "withdrawn", may: { answer: false, promote: false, withdraw: false } }]);
    expect(await answer(amendmentId)).toMatchObject({ ok: false, status: 409, reason: "This amendment was taken back already." });
    expect(await openRound(program.person("coordinator"), { proposalId: proposal.id })).toMatchObject({ ok: true });
  });
});
