import { describe, expect, test } from "vitest";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { openRound } from "~/commands/voting/open-round.server";
import { voidRound } from "~/commands/voting/void-round.server";
import { anchorsOf } from "~/editor/comments/anchors";
import { hashOf } from "~/editor/canonical.server";
import { threadsPage } from "~/queries/comments/threads-page.server";
import { database } from "~/store/database.server";
import { proposalForTests, textOf } from "../../../e2e/support/program-for-tests";
import { assignThread } from "./assign-thread.server";
import { beginThread } from "./begin-thread.server";
import { placeThread } from "./place-thread.server";
import { reopenThread } from "./reopen-thread.server";
import { resolveThread } from "./resolve-thread.server";
import { writeInThread } from "./write-in-thread.server";
import { began, chosen, deleted, noticesOf, program, quote, stored, threadOn, withThreads } from "./test-threads";

withThreads();

describe("a thread on words in a text", () => {
  test("is begun by somebody without the pen: the anchor is in the text, readers and voters see the same words as before", async () => {
    const { draftId } = await proposalForTests(program);
    const before = await stored(draftId);
    const { threadId } = await began(draftId, "chief");
    const after = await stored(draftId);
    expect(anchorsOf(after.doc)).toMatchObject([{ thread: threadId, words: quote, clauseId: "c1" }]);
    expect(hashOf(after.clean)).toBe(hashOf(before.clean));
    expect(await database().draftStep.findFirstOrThrow({ where: { draftId } })).toMatchObject({ authorId: program.person("chief").personId });
    expect(await threadOn(draftId, threadId)).toMatchObject({ quote, place: { kind: "words", words: quote }, stood: { clause: "1 Clause 1" }, comments: [{ body: "Why a clinician?" }] });
  });

  test("stands on the right words when others wrote above them since the page was read", async () => {
    const { draftId } = await proposalForTests(program);
    const place = await chosen(draftId);
    const step = { stepType: "replace", from: 2, to: 2, slice: { content: [{ type: "text", text: "The first " }] } };
    await receiveSteps(draftId, { programId: program.programId }, 0, [{ actor: program.person("cit"), batchId: "above-the-words", steps: [step] }]);
    expect(await beginThread(program.person("peer"), { ...place, body: "Here." })).toMatchObject({ ok: true });
    expect(anchorsOf((await stored(draftId)).doc)).toMatchObject([{ words: quote }]);
  });

  test("is refused kindly when the words have just gone, and stores nothing", async () => {
    const { draftId } = await proposalForTests(program);
    const place = await chosen(draftId);
    await deleted(draftId);
    expect(await beginThread(program.person("peer"), { ...place, body: "Here." })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("what you wrote is kept") });
    expect(await database().thread.count({ where: { draftId } })).toBe(0);
  });

  test("two people who begin one on the same words at once both get theirs", async () => {
    const { draftId } = await proposalForTests(program);
    const place = await chosen(draftId);
    const outcomes = await Promise.all(["peer", "chief", "clinician"].map((who) => beginThread(program.person(who), { ...place, body: `From ${who}.` })));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(anchorsOf((await stored(draftId)).doc).map(({ words }) => words)).toEqual([quote, quote, quote]);
  });

  test("on a clause as a whole it needs no words and no script", async () => {
    const { draftId } = await proposalForTests(program);
    const outcome = await beginThread(program.person("peer"), { draftId, clauseId: "c2", body: "Who records it?" });
    expect(outcome.ok && (await threadOn(draftId, outcome.value.threadId)).place).toMatchObject({ kind: "clause", clauseId: "c2" });
    const quoted = await beginThread(program.person("peer"), { draftId, clauseId: "c2", quote: "records  the call", body: "All of it?" });
    expect(quoted.ok && (await threadOn(draftId, quoted.value.threadId)).place).toMatchObject({ kind: "words", words: "records the call" });
  });

  test("on a frozen text it stands on its quoted words, and gets its anchor when the vote is voided", async () => {
    const { id, draftId } = await proposalForTests(program);
    const round = await openRound(program.person("coordinator"), { proposalId: id });
    if (!round.ok) throw new Error("The vote was not opened.");
    const { threadId } = await began(draftId);
    expect(anchorsOf((await stored(draftId)).doc)).toEqual([]);
    expect((await threadOn(draftId, threadId)).place).toMatchObject({ kind: "words", words: quote });
    expect(await voidRound(program.person("coordinator"), { roundId: round.value.roundId, reason: "A word is missing in the text." })).toMatchObject({ ok: true });
    expect(anchorsOf((await stored(draftId)).doc)).toMatchObject([{ thread: threadId, words: quote }]);
  });

  test.each([
    ["an empty choice", { from: 5, to: 5, quote: "" }, 422],
    ["words that are not there", { from: 5, to: 12, quote: "handcuffs always" }, 409],
    ["a place that is no number", { from: "here", to: 9, quote }, 422],
    ["a place before the text", { from: -5, to: 9, quote }, 422],
    ["ten megabytes", { body: "a".repeat(10_000_000) }, 422],
    ["no words of one's own", { body: " \n " }, 422],
    ["a field that is not known", { authorId: "someone" }, 422],
    ["a suggestion that is not there", { suggestionId: "nothing" }, 409],
  ])("%s is refused with a sentence", async (_name, wrong, status) => {
    const { draftId } = await proposalForTests(program);
    const outcome = await beginThread(program.person("peer"), { ...(await chosen(draftId)), body: "Here.", ...wrong });
    expect(outcome).toMatchObject({ ok: false, status, reason: expect.stringMatching(/\.$/) });
    expect((await stored(draftId)).version).toBe(0);
  });

  test("what looks like markup is kept as it was typed", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId, "peer", "<img src=x onerror=alert(1)> <b>no</b>");
    expect((await threadOn(draftId, threadId)).comments[0]?.body).toBe("<img src=x onerror=alert(1)> <b>no</b>");
  });

  test("observers read the threads and do not write in them", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId);
    const observer = program.person("observer");
    expect(await threadsPage(observer, { draftId })).toMatchObject({ ok: true, value: { may: { write: false, resolve: false }, threads: [{ id: threadId }] } });
    expect(await beginThread(observer, { ...(await chosen(draftId)), body: "No." })).toMatchObject({ ok: false, status: 403 });
    expect(await writeInThread(observer, { threadId, body: "No." })).toMatchObject({ ok: false, status: 403 });
    expect(await resolveThread(observer, { threadId })).toMatchObject({ ok: false, status: 403 });
    expect(await assignThread(observer, { threadId, personId: observer.personId })).toMatchObject({ ok: false, status: 403 });
  });
});

describe("answering, settling and calling people", () => {
  test("an answer reaches everybody in the thread once, with a link to it", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId, "peer");
    expect(await writeInThread(program.person("cit"), { threadId, body: "Because the charter says so." })).toMatchObject({ ok: true });
    expect(await noticesOf("peer", threadId)).toMatchObject([{ body: expect.stringContaining("answered"), path: `/drafts/${draftId}/threads?thread=${threadId}#thread-${threadId}` }]);
    expect(await noticesOf("cit", threadId)).toEqual([]);
  });

  test("a person and a whole group are called by name, and each is told once", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId, "cit", "@clinician and @Advocacy and @Lived experience and advocacy: is this right? @nobody");
    for (const who of ["clinician", "advocate", "peer"]) expect(await noticesOf(who, threadId)).toMatchObject([{ body: expect.stringContaining("mentions you") }]);
    expect(await noticesOf("officer", threadId)).toEqual([]);
    const [comment] = await database().comment.findMany({ where: { threadId }, include: { mentions: true } });
    expect(comment?.mentions).toHaveLength(2);
    expect((await threadOn(draftId, threadId)).concerns).toEqual(expect.arrayContaining(["clinician", "peer"].map((who) => program.person(who).personId)));
  });

  test("on a text of one organization nobody outside is told, called or given it to do, and nobody outside finds it", async () => {
    const { personId: createdById, programId, organizationId } = program.person("cit");
    const document = await database().document.create({ data: { programId, organizationId, createdById, kind: "policy", number: "CIT-902", title: "Ours", visibility: "organization" } });
    const { id: draftId } = await database().draft.create({ data: { documentId: document.id, schemaVersion: "", start: textOf("Officers wait for a clinician.") as object } });
    const { threadId } = await began(draftId, "cit", "@advocate @chief @Law enforcement please read");
    expect(await noticesOf("advocate", threadId)).toEqual([]);
    expect(await noticesOf("officer", threadId)).toEqual([]);
    expect(await noticesOf("chief", threadId)).toHaveLength(1);
    const outsider = program.person("advocate");
    const missing = { ok: false, kind: "missing" };
    expect(await assignThread(program.person("cit"), { threadId, personId: outsider.personId })).toMatchObject({ ok: false, status: 422 });
    expect(await threadsPage(outsider, { draftId })).toEqual(missing);
    expect(await beginThread(outsider, { draftId, clauseId: "c1", body: "No." })).toEqual(missing);
    for (const act of [writeInThread(outsider, { threadId, body: "No." }), resolveThread(outsider, { threadId }), reopenThread(outsider, { threadId }), assignThread(outsider, { threadId }), placeThread(outsider, { threadId, clauseId: "c1" })])
      expect(await act).toEqual(missing);
  });

  test("it is resolved, answered no more, and opened again; doing it twice is told", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId);
    const clinician = program.person("clinician");
    expect(await reopenThread(clinician, { threadId })).toMatchObject({ ok: false, status: 409 });
    const both = await Promise.all([resolveThread(clinician, { threadId }), resolveThread(program.person("cit"), { threadId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await writeInThread(clinician, { threadId, body: "One more." })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("Reopen") });
    expect((await threadOn(draftId, threadId)).resolvedBy).not.toBeNull();
    expect(await reopenThread(clinician, { threadId })).toMatchObject({ ok: true });
    expect((await threadOn(draftId, threadId)).resolvedAt).toBeNull();
    expect(await database().auditRecord.count({ where: { act: "comment.resolve", outcome: "done", subjectId: draftId } })).toBe(2);
  });

  test("it is given to somebody, who is told; not to somebody who may not write", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId);
    const officer = program.person("officer");
    expect(await assignThread(program.person("cit"), { threadId, personId: officer.personId })).toMatchObject({ ok: true });
    expect(await noticesOf("officer", threadId)).toMatchObject([{ body: expect.stringContaining("deal with") }]);
    expect((await threadOn(draftId, threadId)).concerns).toContain(officer.personId);
    expect(await assignThread(program.person("cit"), { threadId, personId: program.person("observer").personId })).toMatchObject({ ok: false, status: 422 });
    expect(await assignThread(program.person("cit"), { threadId, personId: "" })).toMatchObject({ ok: true });
    expect((await threadOn(draftId, threadId)).assignedTo).toBeNull();
  });
});
