import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { anyone } from "~/domain/access/may";
import { dayIn } from "~/domain/library/in-force";
import { daysLater } from "~/domain/voting/deadline";
import { commentRoundInPublic, publicCommentPage } from "~/queries/public-comment/comment-round-in-public.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { programForTests, proposalForTests, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { answerPublicComment } from "./answer-public-comment.server";
import { closeCommentRound } from "./close-comment-round.server";
import { extendCommentRound } from "./extend-comment-round.server";
import { hidePublicComment } from "./hide-public-comment.server";
import { openCommentRound } from "./open-comment-round.server";
import { showPublicComment } from "./show-public-comment.server";
import { withdrawCommentRound } from "./withdraw-comment-round.server";
import { commitmentOf, writePublicComment } from "./write-public-comment.server";

let program: ProgramForTests;
let proposalId: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

beforeEach(async () => {
  proposalId = (await proposalForTests(program)).id;
});

const day = (ahead: number) => dayIn("America/Chicago", daysLater(new Date(), ahead, "America/Chicago"));
const by = (name: string) => program.person(name);
const open = (more: object = {}) => openCommentRound(by("coordinator"), { proposalId, opensOn: day(0), closesOn: day(30), question: "Is 30 minutes right?", ...more });

async function opened(): Promise<string> {
  const outcome = await open();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.roundId;
}

const write = (roundId: string, body: string, more: object = {}) => writePublicComment(anyone, { roundId, body, ...more });

async function written(roundId: string, body: string): Promise<{ id: string; reference: string }> {
  const outcome = await write(roundId, body);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return database().publicComment.findUniqueOrThrow({ where: { reference: outcome.value.reference }, select: { id: true, reference: true } });
}

const overFor = (roundId: string) => database().commentRound.update({ where: { id: roundId }, data: { opensAt: new Date(Date.now() - 9 * 86_400_000), closesAt: new Date(Date.now() - 60_000) } });

describe("asking the public about a text", () => {
  it("is a coordinator's, with a first and a last day that leave the public time", async () => {
    expect(await openCommentRound(by("advocate"), { proposalId, opensOn: day(0), closesOn: day(30) })).toMatchObject({ status: 403 });
    expect(await open({ opensOn: day(-1) })).toMatchObject({ status: 422, field: "opensOn" });
    expect(await open({ closesOn: day(3) })).toMatchObject({ status: 422, field: "closesOn" });
    expect(await open({ closesOn: "in a month" })).toMatchObject({ status: 422 });
    expect(await open()).toMatchObject({ ok: true });
  });

  it("keeps the text as it stood, has two rounds at most, and the second only after the first is closed", async () => {
    const first = await opened();
    expect(await open()).toMatchObject({ status: 409, reason: expect.stringContaining("first round is not closed") });
    await overFor(first);
    expect(await closeCommentRound(by("coordinator"), { roundId: first })).toMatchObject({ ok: true });
    const second = await opened();
    await overFor(second);
    await closeCommentRound(by("coordinator"), { roundId: second });
    expect(await open()).toMatchObject({ status: 409, reason: expect.stringContaining("Both rounds") });
    expect(await database().commentRound.findMany({ where: { subjectId: proposalId }, orderBy: { number: "asc" }, select: { number: true } })).toEqual([{ number: 1 }, { number: 2 }]);
  });

  it("two coordinators at once open one round", async () => {
    const outcomes = await Promise.all([open(), open(), open()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("does not happen on what one organization keeps to itself, on a vendor's text, or once a vote is open", async () => {
    const set = (data: object) => database().document.update({ where: { id: program.documentId }, data });
    await set({ visibility: "organization" });
    expect(await openCommentRound(by("cit"), { proposalId, opensOn: day(0), closesOn: day(30) })).toMatchObject({ status: 409 });
    await set({ visibility: "public", copyright: "vendor" });
    expect(await open()).toMatchObject({ status: 409, reason: expect.stringContaining("vendor") });
    await set({ copyright: "own" });
    await database().proposal.update({ where: { id: proposalId }, data: { stage: "voting" } });
    expect(await open()).toMatchObject({ status: 409, reason: expect.stringContaining("before the vote") });
  });

  it("can be given more time and never less, and be taken back only before it begins", async () => {
    const roundId = await opened();
    expect(await extendCommentRound(by("coordinator"), { roundId, closesOn: day(20) })).toMatchObject({ status: 422 });
    expect(await extendCommentRound(by("coordinator"), { roundId, closesOn: day(40) })).toMatchObject({ ok: true });
    expect(await withdrawCommentRound(by("coordinator"), { roundId, reason: "Too early." })).toMatchObject({ status: 409 });
    await database().commentRound.update({ where: { id: roundId }, data: { opensAt: new Date(Date.now() + 86_400_000) } });
    expect(await write(roundId, "Too early?")).toMatchObject({ status: 409, reason: expect.stringContaining("has not begun") });
    expect(await withdrawCommentRound(by("coordinator"), { roundId, reason: "Too early." })).toMatchObject({ ok: true });
    expect(await commentRoundInPublic(anyone, { roundId })).toMatchObject({ kind: "missing" });
    expect(await open()).toMatchObject({ ok: true });
  });
});

describe("a comment of the public", () => {
  it("needs no account, stands on a clause or the whole, and is found again with its answer at its own address", async () => {
    const roundId = await opened();
    const { id, reference } = await written(roundId, "Thirty minutes are too long\r\nat night.");
    expect(await write(roundId, "On nothing.", { clauseId: "c99" })).toMatchObject({ status: 422, field: "clauseId" });
    expect(await write(roundId, "On the first clause.", { clauseId: "c1", name: "A neighbor" })).toMatchObject({ ok: true });
    expect(await answerPublicComment(by("advocate"), { commentId: id, disposition: "partly", answer: "Twenty at night." })).toMatchObject({ ok: true });
    const page = await publicCommentPage(anyone, { reference });
    expect(page.ok && page.value.comment).toMatchObject({ body: "Thirty minutes are too long\nat night.", disposition: "partly", answer: "Twenty at night.", answeredBy: "Advocacy Alliance" });
  });

  it("is plain text: markup stays what was typed, and what cannot be seen is refused", async () => {
    const roundId = await opened();
    const body = '<script>alert(1)</script> & <b onclick="x">bold</b>';
    const { reference } = await written(roundId, body);
    const page = await publicCommentPage(anyone, { reference });
    expect(page.ok && page.value.comment.body).toBe(body);
    expect(await write(roundId, "right \u202e to left")).toMatchObject({ status: 422, fields: { body: [expect.stringContaining("cannot be seen")] } });
    expect(await write(roundId, "x".repeat(5_001))).toMatchObject({ status: 422, fields: { body: [expect.stringContaining("5,000")] } });
    expect(await write(roundId, "  ")).toMatchObject({ status: 422 });
    expect(await write(roundId, "fine", { intent: "hide" })).toMatchObject({ status: 422 });
  });

  it("that names persons or incidents is refused, or asked about first", async () => {
    const roundId = await opened();
    expect(await write(roundId, "See case no. 24-1187.")).toMatchObject({ status: 422, field: "body" });
    expect(await write(roundId, "Officer Delgado did well.")).toMatchObject({ status: 422, field: "checked" });
    expect(await write(roundId, "Officer Friendly is a program.", { checked: "yes" })).toMatchObject({ ok: true });
    expect(await write(roundId, "Good.", { name: "me@example.org" })).toMatchObject({ status: 422, field: "name" });
  });

  it("sent twice by two presses of the button is one comment", async () => {
    const roundId = await opened();
    const sent = await Promise.all([write(roundId, "Once."), write(roundId, "Once."), write(roundId, "Once.")]);
    expect(new Set(sent.map((outcome) => outcome.ok && outcome.value.reference)).size).toBe(1);
    expect(await database().publicComment.count({ where: { roundId } })).toBe(1);
  });

  it("leaves a hash in the records that can be compared, and neither its words nor where it came from", async () => {
    const roundId = await opened();
    const { reference } = await written(roundId, "Seventeen purple herons.");
    const row = await database().publicComment.findUniqueOrThrow({ where: { reference } });
    const record = await database().auditRecord.findFirstOrThrow({ where: { act: "public-comment.write", outcome: "done" }, orderBy: { sequence: "desc" } });
    expect(record.detail).toEqual({ roundId, reference, commitment: commitmentOf(row) });
    expect(record.actorName).toBe("Not signed in");
    expect(JSON.stringify([record, row].map(({ ...all }) => all))).not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b|::1/);
    expect(JSON.stringify(record)).not.toContain("herons");
  });
});

describe("answers to the public", () => {
  it("are given by drafters and coordinators, with reasons unless the comment is simply accepted", async () => {
    const { id: commentId } = await written(await opened(), "Say who pays.");
    expect(await answerPublicComment(by("peer"), { commentId, disposition: "accepted", answer: "" })).toMatchObject({ status: 403 });
    for (const disposition of ["partly", "declined", "outOfScope"]) expect(await answerPublicComment(by("officer"), { commentId, disposition, answer: " " })).toMatchObject({ status: 422, field: "answer" });
    expect(await answerPublicComment(by("officer"), { commentId, disposition: "accepted", answer: "" })).toMatchObject({ ok: true });
  });

  it("must all be there before a round is closed, and stand once it is", async () => {
    const roundId = await opened();
    const { id: commentId } = await written(roundId, "Say who pays.");
    expect(await closeCommentRound(by("coordinator"), { roundId })).toMatchObject({ status: 409, reason: expect.stringContaining("until the last day") });
    await overFor(roundId);
    expect(await write(roundId, "Late.")).toMatchObject({ status: 409, reason: expect.stringContaining("ended") });
    expect(await closeCommentRound(by("coordinator"), { roundId })).toMatchObject({ status: 409, reason: expect.stringContaining("One comment has no answer") });
    await answerPublicComment(by("cit"), { commentId, disposition: "declined", answer: "The county pays." });
    expect(await closeCommentRound(by("officer"), { roundId })).toMatchObject({ status: 403 });
    expect(await closeCommentRound(by("coordinator"), { roundId })).toMatchObject({ ok: true });
    expect(await answerPublicComment(by("cit"), { commentId, disposition: "accepted", answer: "" })).toMatchObject({ status: 409 });
  });

  it("everybody reads with the text what it would change, as far as the edition before is public", async () => {
    const roundId = await opened();
    expect(await commentRoundInPublic(anyone, { roundId })).toMatchObject({ ok: true, value: { change: { edition: 1, redline: { changes: expect.any(Array) } } } });
    const { documentId } = await database().commentRound.findUniqueOrThrow({ where: { id: roundId } });
    await database().document.update({ where: { id: documentId }, data: { visibility: "program" } });
    expect(await commentRoundInPublic(anyone, { roundId })).toMatchObject({ value: { change: null } });
    await database().document.update({ where: { id: documentId }, data: { visibility: "public" } });
  });

  it("a hidden comment keeps its place, and the reason is public in place of its words", async () => {
    const roundId = await opened();
    const { id: commentId, reference } = await written(roundId, "Words that tell too much.");
    expect(await hidePublicComment(by("officer"), { commentId, reason: "It tells who it was." })).toMatchObject({ status: 403 });
    expect(await hidePublicComment(by("coordinator"), { commentId, reason: " " })).toMatchObject({ status: 422 });
    expect(await hidePublicComment(by("coordinator"), { commentId, reason: "It tells who it was." })).toMatchObject({ ok: true });
    for (const page of [await commentRoundInPublic(anyone, { roundId }), await publicCommentPage(anyone, { reference })]) {
      expect(JSON.stringify(page)).not.toContain("too much");
      expect(JSON.stringify(page)).toContain("It tells who it was.");
    }
    expect(await showPublicComment(by("coordinator"), { commentId })).toMatchObject({ ok: true });
    expect(JSON.stringify(await publicCommentPage(anyone, { reference }))).toContain("too much");
  });
});
