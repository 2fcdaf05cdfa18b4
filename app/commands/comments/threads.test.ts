import { beforeAll, describe, expect, test } from "vitest";
import { restoreVersion } from "~/commands/drafting/restore-version.server";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { rebaseProposal } from "~/commands/proposals/rebase-proposal.server";
import { openRound } from "~/commands/voting/open-round.server";
import { voidRound } from "~/commands/voting/void-round.server";
import { anchorsOf } from "~/editor/comments/anchors";
import { findWords } from "~/editor/comments/find-words";
import { hashOf } from "~/editor/canonical.server";
import { workingDoc, workingText } from "~/editor/working-text";
import { threadsPage } from "~/queries/comments/threads-page.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { keepVersion } from "~/store/draft-versions.server";
import { openThreadsBehind } from "~/store/threads.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { assignThread } from "./assign-thread.server";
import { beginThread } from "./begin-thread.server";
import { placeThread } from "./place-thread.server";
import { reopenThread } from "./reopen-thread.server";
import { resolveThread } from "./resolve-thread.server";
import { writeInThread } from "./write-in-thread.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const quote = "wait for a clinician";

async function stored(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  return { ...workingDoc(rows), clean: workingText(rows).content };
}

async function chosen(draftId: string, words = quote, clauseId = "c1") {
  const { doc, version } = await stored(draftId);
  const place = findWords(doc, { quote: words, clauseId });
  if (!place) throw new Error(`There is no "${words}".`);
  return { draftId, version, ...place, quote: words };
}

async function began(draftId: string, who = "peer", body = "Why a clinician?", words = quote) {
  const outcome = await beginThread(program.person(who), { ...(await chosen(draftId, words)), body });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "missing");
  return outcome.value;
}

async function deleted(draftId: string, words = quote) {
  const { from, to, version } = await chosen(draftId, words);
  const { person, programId } = program;
  const step = { stepType: "replace", from, to };
  expect(await receiveSteps(draftId, { programId }, version, [{ actor: person("cit"), batchId: `gone-${draftId}-${version}`, steps: [step] }])).toEqual({ ok: true, value: true });
}

async function threadOn(draftId: string, threadId: string, who = "cit") {
  const page = await threadsPage(program.person(who), { draftId });
  const thread = page.ok ? page.value.threads.find(({ id }) => id === threadId) : undefined;
  if (!thread) throw new Error("There is no such thread.");
  return thread;
}

const noticesOf = (who: string, threadId: string) => database().notice.findMany({ where: { personId: program.person(who).personId, path: { contains: threadId } } });

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

describe("a thread whose words are removed", () => {
  test("is listed with its old words, where they stood and the version that had them", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId);
    await deleted(draftId);
    expect(await threadOn(draftId, threadId)).toMatchObject({ quote, place: { kind: "removed" }, stood: { clause: "1 Clause 1", draftId, version: 0 } });
  });

  test("comes back to its words when an earlier version is restored, on the right one of two equal phrases", async () => {
    const { draftId } = await proposalForTests(program, { content: textOf("First wait for a clinician, then wait for a clinician again.", "Dispatch records the call.") });
    const { doc, version } = await stored(draftId);
    const second = findWords(doc, { quote, clauseId: "c1", before: "then " });
    const outcome = await beginThread(program.person("peer"), { draftId, version, ...second, quote, body: "The second." });
    if (!outcome.ok) throw new Error("Not begun.");
    const kept = await keepVersion(database(), { draftId, version: version + 1, name: "Before", note: null, createdById: null });
    const { from, to } = anchorsOf((await stored(draftId)).doc)[0] ?? { from: 0, to: 0 };
    await receiveSteps(draftId, { programId: program.programId }, version + 1, [{ actor: program.person("cit"), batchId: "cut-the-second", steps: [{ stepType: "replace", from, to }] }]);
    expect((await threadOn(draftId, outcome.value.threadId)).place.kind).toBe("removed");
    expect(await restoreVersion(program.person("cit"), { versionId: kept.id })).toMatchObject({ ok: true });
    expect((await threadOn(draftId, outcome.value.threadId)).place).toMatchObject({ kind: "words", from, to });
  });

  test("is given a new place by hand", async () => {
    const { draftId } = await proposalForTests(program);
    const { threadId } = await began(draftId);
    expect(await placeThread(program.person("cit"), { threadId, clauseId: "c2" })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("has its place") });
    await deleted(draftId);
    expect(await placeThread(program.person("cit"), { threadId, clauseId: "nowhere" })).toMatchObject({ ok: false, status: 422 });
    expect(await placeThread(program.person("cit"), { threadId, clauseId: "c2", quote: "records the call" })).toMatchObject({ ok: true });
    expect((await threadOn(draftId, threadId)).place).toMatchObject({ kind: "words", words: "records the call", clauseId: "c2" });
  });
});

describe("what is still open when an edition is published", () => {
  async function secondEdition(content = textOf("Everybody shall wait for a clinician.", "Dispatch notes it.")) {
    const own = await programForTests();
    program = own;
    const { id, draftId } = await proposalForTests(own, { content });
    const said = await chosen(draftId, "wait for a clinician");
    const begin = async (quoted: string, clauseId: string, body: string) => {
      const outcome = await beginThread(own.person("peer"), { draftId, quote: quoted, clauseId, body });
      if (!outcome.ok) throw new Error("Not begun.");
      return outcome.value.threadId;
    };
    const open = await begin(said.quote, "c1", "How long?");
    const lost = await begin("Dispatch notes it", "c2", "Where?");
    const done = await begin("Everybody", "c1", "Officers?");
    expect(await resolveThread(own.person("cit"), { threadId: done })).toMatchObject({ ok: true });
    await deleted(draftId, "Dispatch notes it");
    const { clean } = await stored(draftId);
    const edition = await editionForTests(own.documentId, 2, clean, id);
    return { own, edition, open, lost, done };
  }

  test("appears on the next working text at its words, or waits for a new place; what was resolved does not", async () => {
    const { own, edition, open, lost } = await secondEdition();
    expect((await openThreadsBehind(database(), edition.id)).map(({ id }) => id).sort()).toEqual([open, lost].sort());
    const next = await openProposal(own.person("advocate"), { documentId: own.documentId, clauseId: "c1", why: "Time.", affected: "Patrol." });
    if (!next.ok) throw new Error("Not opened.");
    const { draftId } = await database().proposal.findUniqueOrThrow({ where: { id: next.value.id } });
    const page = await threadsPage(own.person("advocate"), { draftId });
    if (!page.ok) throw new Error("No page.");
    expect(page.value.threads).toMatchObject([
      { carried: true, carriedFromId: open, place: { kind: "words", words: quote, clauseId: "c1" }, comments: [{ body: "How long?", carried: true, author: { name: "peer" } }] },
      { carried: true, carriedFromId: lost, place: { kind: "removed" }, quote: "Dispatch notes it", stood: { clause: "2 Clause 2" } },
    ]);
    expect((await stored(draftId)).clean).toEqual((await database().frozenText.findUniqueOrThrow({ where: { id: edition.frozenTextId } })).content);
    const shown = await documentPage(own.person("observer"), { documentId: own.documentId, edition: null });
    expect(shown.ok && shown.value.carried).toMatchObject([{ draftId, count: 2, proposal: { title: expect.any(String) } }]);
    const [carried] = page.value.threads;
    expect(await writeInThread(own.person("cit"), { threadId: carried?.id, body: "Thirty minutes." })).toMatchObject({ ok: true });
    expect((await threadOn(draftId, carried?.id ?? "")).comments.map(({ body }) => body)).toEqual(["How long?", "Thirty minutes."]);
  });

  test("comes to a proposal that is brought up to date, once, and its own threads keep their words", async () => {
    const { own, edition, open } = await secondEdition(textOf("Everybody shall wait for a clinician.", "Dispatch notes it.", "Both write a report."));
    const stale = await proposalForTests(own, { content: textOf("Officers wait for a clinician.", "Dispatch records the call in the log.") });
    const mine = await beginThread(own.person("clinician"), { draftId: stale.draftId, clauseId: "c2", quote: "in the log", body: "Which log?" });
    if (!mine.ok) throw new Error("Not begun.");
    const choices = { c1: "theirs", c2: "mine" };
    expect(await rebaseProposal(own.person("cit"), { proposalId: stale.id, ontoEditionId: edition.id, choices })).toMatchObject({ ok: true });
    const page = await threadsPage(own.person("cit"), { draftId: stale.draftId });
    if (!page.ok) throw new Error("No page.");
    expect(page.value.threads.find(({ id }) => id === mine.value.threadId)?.place).toMatchObject({ kind: "words", words: "in the log" });
    expect(page.value.threads.filter(({ carriedFromId }) => carriedFromId === open)).toMatchObject([{ place: { kind: "words", words: quote } }]);
  });
});
