import { describe, expect, test } from "vitest";
import { restoreVersion } from "~/commands/drafting/restore-version.server";
import { receiveSteps } from "~/commands/drafting/receive-steps.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { rebaseProposal } from "~/commands/proposals/rebase-proposal.server";
import { anchorsOf } from "~/editor/comments/anchors";
import { findWords } from "~/editor/comments/find-words";
import { threadsPage } from "~/queries/comments/threads-page.server";
import { documentPage } from "~/queries/documents/document-page.server";
import { database } from "~/store/database.server";
import { keepVersion } from "~/store/draft-versions.server";
import { openThreadsBehind } from "~/store/threads.server";
import { editionForTests, proposalForTests, textOf } from "../../../e2e/support/program-for-tests";
import { beginThread } from "./begin-thread.server";
import { placeThread } from "./place-thread.server";
import { resolveThread } from "./resolve-thread.server";
import { writeInThread } from "./write-in-thread.server";
import { anotherProgram, began, chosen, deleted, program, quote, stored, threadOn, withThreads } from "./test-threads";

withThreads();

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
    const own = await anotherProgram();
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
