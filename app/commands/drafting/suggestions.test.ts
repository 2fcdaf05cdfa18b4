import { beforeAll, describe, expect, test } from "vitest";
import { Node } from "@tiptap/pm/model";
import { beginThread } from "~/commands/comments/begin-thread.server";
import { submitDocument } from "~/commands/documents/submit-document.server";
import { rebaseProposal } from "~/commands/proposals/rebase-proposal.server";
import { openRound } from "~/commands/voting/open-round.server";
import { hashOf } from "~/editor/canonical.server";
import type { DocumentMark, DocumentNode } from "~/editor/schema/document-node";
import { documentSchema, schemaVersion } from "~/editor/schema/document-schema";
import { pendingSuggestions } from "~/editor/suggestions/pending";
import { workingDoc, workingText } from "~/editor/working-text";
import { suggestionList } from "~/queries/drafting/suggestion-list.server";
import { database } from "~/store/database.server";
import { createDraft, draftRows, setFrozen } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { decideSuggestions } from "./decide-suggestions.server";
import { lockClause } from "./lock-clause.server";
import { nameVersion } from "./name-version.server";
import { receiveSteps } from "./receive-steps.server";
import { restoreVersion } from "./restore-version.server";
import { withdrawSuggestion } from "./withdraw-suggestion.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const moment = "2026-11-23T15:00:00.000Z";
const base = "Officers wait for a clinician.";

/** The peer would put in "always ", the advocate would take out "clinician", and the Word file of R. Diaz says "Please. ". */
function suggested(): DocumentNode {
  const letters = (text: string, ...marks: DocumentMark[]) => ({ type: "text", text, ...(marks.length ? { marks } : {}) });
  const by = (type: string, id: string, author: string): DocumentMark => ({ type, attrs: { id, author, at: moment } });
  const content = [
    letters("Please. ", by("insertion", "from-word", "word:R. Diaz")),
    letters("Officers "),
    letters("always ", by("insertion", "peer-1", program.person("peer").personId)),
    letters("wait for a "),
    letters("clinician", by("deletion", "advocate-1", program.person("advocate").personId)),
    letters("."),
  ];
  return { type: "doc", content: [{ type: "clause", attrs: { id: "c1" }, content: [{ type: "clauseTitle", content: [letters("Clause 1")] }, { type: "paragraph", content }] }] };
}

async function newDraft(content: DocumentNode = suggested()): Promise<string> {
  const { programId, organizationId, personId: createdById } = program.person("clinician");
  const number = `CIT-${await database().document.count()}-d`;
  const document = await database().document.create({ data: { programId, organizationId, kind: "policy", number, title: "Transport", visibility: "program", createdById, appliesTo: { create: { organizationId: program.person("chief").organizationId } } } });
  return (await createDraft(database(), { documentId: document.id, content, schemaVersion })).id;
}

async function textOfDraft(draftId: string) {
  const rows = await draftRows(database(), draftId);
  if (!rows) throw new Error("There is no such draft.");
  const { doc, version } = workingDoc(rows);
  return { version, words: doc.textContent, doc, clean: workingText(rows).content, pending: pendingSuggestions(doc).map(({ id }) => id) };
}

const decide = (who: string, draftId: string, which: Record<string, unknown>, verdict = "accepted") => decideSuggestions(program.person(who), { draftId, verdict, ...which });
const noticesTo = (who: string) => database().notice.findMany({ where: { personId: program.person(who).personId, cause: { startsWith: "suggestion.decide" } }, orderBy: { at: "desc" } });

describe("deciding", () => {
  test("accepting one puts its words into the text, keeps who decided, tells its author, and leaves the others pending", async () => {
    const draftId = await newDraft();
    expect(await decide("officer", draftId, { ids: ["peer-1"] })).toMatchObject({ ok: true, value: { count: 1, version: 1 } });
    const { clean, pending } = await textOfDraft(draftId);
    expect(JSON.stringify(clean)).toContain("Officers always wait for a clinician.");
    expect(pending).toEqual(["from-word", "advocate-1"]);
    const [row] = await database().suggestionDecision.findMany({ where: { draftId } });
    expect(row).toMatchObject({ suggestionId: "peer-1", authorId: program.person("peer").personId, verdict: "accepted", decidedById: program.person("officer").personId, clauseId: "c1", words: expect.stringContaining("always") });
    expect((await noticesTo("peer"))[0]).toMatchObject({ body: expect.stringContaining("officer"), path: `/drafts/${draftId}/suggestions#decided` });
    const [step] = await database().draftStep.findMany({ where: { draftId } });
    expect(step?.authorId).toBe(program.person("officer").personId);
  });

  test("rejecting all leaves the text byte for byte as it was", async () => {
    const draftId = await newDraft();
    const before = await textOfDraft(draftId);
    expect(await decide("officer", draftId, { all: "yes" }, "rejected")).toMatchObject({ ok: true, value: { count: 3 } });
    const after = await textOfDraft(draftId);
    expect(after.words).toBe(`Clause 1${base}`);
    expect(hashOf(after.clean)).toBe(hashOf(before.clean));
    expect(after.doc.eq(Node.fromJSON(documentSchema, textOf(base)))).toBe(true);
  });

  test("all by one person are decided at once, and those of a Word file are nobody's to be told", async () => {
    const draftId = await newDraft();
    expect(await decide("officer", draftId, { authorId: "word:R. Diaz" })).toMatchObject({ ok: true, value: { count: 1 } });
    expect((await textOfDraft(draftId)).pending).toEqual(["peer-1", "advocate-1"]);
    expect(await decide("officer", draftId, { authorId: program.person("advocate").personId }, "rejected")).toMatchObject({ ok: true });
    expect((await textOfDraft(draftId)).pending).toEqual(["peer-1"]);
  });

  test("one's own suggestion is decided without a notice to oneself", async () => {
    const draftId = await newDraft();
    const before = (await noticesTo("advocate")).length;
    expect(await decide("advocate", draftId, { ids: ["advocate-1"] })).toMatchObject({ ok: true });
    expect((await noticesTo("advocate")).length).toBe(before);
  });

  test("what somebody else accepted a moment before is told by name, and nothing changes", async () => {
    const draftId = await newDraft();
    expect(await decide("officer", draftId, { ids: ["peer-1"] })).toMatchObject({ ok: true });
    const after = await textOfDraft(draftId);
    const { name, organizationName } = program.person("officer");
    expect(await decide("clinician", draftId, { ids: ["peer-1"] }, "rejected")).toMatchObject({ ok: false, status: 409, reason: `${name}, ${organizationName}, accepted this a moment ago. Nothing was changed now.` });
    expect(await decide("clinician", draftId, { ids: ["advocate-1", "never-there"] })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("no longer in the text") });
    expect((await textOfDraft(draftId)).doc.eq(after.doc)).toBe(true);
  });

  test("two who decide the same one at once: one of them does, the other is told", async () => {
    for (let turn = 0; turn < 5; turn++) {
      const draftId = await newDraft();
      const outcomes = await Promise.all([decide("officer", draftId, { ids: ["peer-1"] }), decide("clinician", draftId, { ids: ["peer-1"] }, "rejected")]);
      expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
      expect(await database().suggestionDecision.count({ where: { draftId } })).toBe(1);
      expect((await textOfDraft(draftId)).version).toBe(1);
    }
  });

  test("writing at the same moment does not undo it", async () => {
    const draftId = await newDraft();
    const step = { stepType: "replace", from: 2, to: 2, slice: { content: [{ type: "text", text: "x" }] } };
    const actor = program.person("clinician");
    const writing = receiveSteps(draftId, { programId: actor.programId }, 0, [{ actor, batchId: "at-the-same-time", steps: [step] }]);
    const [written, decided] = await Promise.all([writing, decide("officer", draftId, { ids: ["peer-1"] })]);
    expect(decided.ok).toBe(true);
    const { version, pending } = await textOfDraft(draftId);
    expect([version, pending.includes("peer-1")]).toEqual([written.ok && written.value ? 2 : 1, false]);
  });

  test.each([["peer"], ["observer"]])("%s, who does not write here, decides nothing", async (who) => {
    const draftId = await newDraft();
    expect(await decide(who, draftId, { all: "yes" })).toMatchObject({ ok: false, status: 403 });
    expect((await textOfDraft(draftId)).version).toBe(0);
  });

  test("who started the text decides, also without the drafter's role", async () => {
    const draftId = await newDraft();
    const { document } = await database().draft.findUniqueOrThrow({ where: { id: draftId }, include: { document: true } });
    await database().document.update({ where: { id: document.id }, data: { createdById: program.person("peer").personId } });
    expect(await decide("peer", draftId, { ids: ["advocate-1"] })).toMatchObject({ ok: true });
  });

  test("a frozen text, two ways at once, and no way at all are refused", async () => {
    const draftId = await newDraft();
    expect(await decide("officer", draftId, {})).toMatchObject({ ok: false, status: 422 });
    expect(await decide("officer", draftId, { all: "yes", ids: ["peer-1"] })).toMatchObject({ ok: false, status: 422 });
    expect(await decide("officer", draftId, { ids: ["peer-1"] }, "maybe")).toMatchObject({ ok: false, status: 422 });
    await setFrozen(database(), draftId, true);
    expect(await decide("officer", draftId, { all: "yes" })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("frozen") });
  });
});

describe("in a clause that somebody else has locked", () => {
  /** The suggestions of the first clause, and one more in a second clause that nobody locks. */
  async function lockedDraft(): Promise<string> {
    const content = suggested();
    const insertion = { type: "insertion", attrs: { id: "peer-2", author: program.person("peer").personId, at: moment } };
    content.content?.push({ type: "clause", attrs: { id: "c2" }, content: [{ type: "clauseTitle", content: [{ type: "text", text: "Clause 2" }] }, { type: "paragraph", content: [{ type: "text", text: "Dispatch records the call." }, { type: "text", text: " At once.", marks: [insertion] }] }] });
    const draftId = await newDraft(content);
    expect(await lockClause(program.person("clinician"), { draftId, clauseId: "c1", length: "hour", reason: "Legal review" })).toMatchObject({ ok: true });
    return draftId;
  }
  const locked = expect.stringMatching(/^The clause “Clause 1” is locked by clinician, Mental Health Center, until \w{3,5}\.? \d+, \d{4}, \d+:\d\d [ap]\.m\. [A-Z]+/);

  test.each([["accepted"], ["rejected"]])("none is %s but by the holder, and everybody is told who that is and until when", async (verdict) => {
    const draftId = await lockedDraft();
    expect(await decide("officer", draftId, { ids: ["peer-1"] }, verdict)).toMatchObject({ ok: false, status: 409, reason: locked });
    expect(await decide("officer", draftId, { ids: ["peer-1", "peer-2"] }, verdict)).toMatchObject({ ok: false, reason: locked });
    expect(await decide("officer", draftId, { authorId: "word:R. Diaz" }, verdict)).toMatchObject({ ok: false, reason: locked });
    expect((await textOfDraft(draftId)).version).toBe(0);
    expect(await decide("officer", draftId, { ids: ["peer-2"] }, verdict)).toMatchObject({ ok: true, value: { left: null } });
    expect(await decide("clinician", draftId, { ids: ["peer-1"] }, verdict)).toMatchObject({ ok: true });
  });

  test("all at once decides the free ones and says which were left", async () => {
    const draftId = await lockedDraft();
    expect(await decide("officer", draftId, { all: "yes" })).toMatchObject({ ok: true, value: { count: 1, left: expect.stringMatching(/^3 suggestions were left: .*always.* is locked by clinician/) } });
    expect((await textOfDraft(draftId)).pending).toEqual(["from-word", "peer-1", "advocate-1"]);
    expect(await decide("officer", draftId, { all: "yes" })).toMatchObject({ ok: false, reason: locked });
    expect(await decide("clinician", draftId, { all: "yes" })).toMatchObject({ ok: true, value: { count: 3, left: null } });
  });

  test("one's own is not taken back, until the lock is over", async () => {
    const draftId = await lockedDraft();
    expect(await withdrawSuggestion(program.person("peer"), { draftId, suggestionId: "peer-1" })).toMatchObject({ ok: false, reason: locked });
    await database().clauseLock.updateMany({ where: { draftId }, data: { until: new Date(Date.now() - 1_000) } });
    expect(await withdrawSuggestion(program.person("peer"), { draftId, suggestionId: "peer-1" })).toMatchObject({ ok: true });
  });
});

describe("taking back", () => {
  test("one's own goes, and somebody else's does not", async () => {
    const draftId = await newDraft();
    expect(await withdrawSuggestion(program.person("peer"), { draftId, suggestionId: "advocate-1" })).toMatchObject({ ok: false, status: 403 });
    expect(await withdrawSuggestion(program.person("peer"), { draftId, suggestionId: "peer-1" })).toMatchObject({ ok: true });
    expect((await textOfDraft(draftId)).pending).toEqual(["from-word", "advocate-1"]);
    expect(await decide("officer", draftId, { ids: ["peer-1"] })).toMatchObject({ ok: false, reason: expect.stringContaining("took this back a moment ago") });
  });
});

test("the list names who suggests what, and what became of the others", async () => {
  const draftId = await newDraft();
  await decide("officer", draftId, { ids: ["peer-1"] }, "rejected");
  const list = await suggestionList(program.person("observer"), draftId);
  if (!list.ok) throw new Error("not read");
  expect(list.value.pending.map(({ id }) => id)).toEqual(["from-word", "advocate-1"]);
  expect(list.value.authors[program.person("advocate").personId]).toMatchObject({ organization: "Advocacy Alliance", face: { shape: "diamond" } });
  expect(list.value.decided).toMatchObject([{ suggestionId: "peer-1", verdict: "rejected" }]);
  expect(list.value.may).toEqual({ decide: false, withdraw: false, reply: false });
});

describe("with suggestions that nobody decided", () => {
  const undecided = { ok: false, status: 409, reason: expect.stringMatching(/^3 suggestions in this text are not decided yet\./) };

  test("no vote opens and no proposal is brought up to date; without them the vote opens", async () => {
    const { id: proposalId, draftId } = await proposalForTests(program);
    await database().draft.update({ where: { id: draftId }, data: { start: JSON.parse(JSON.stringify(suggested())) } });
    expect(await openRound(program.person("coordinator"), { proposalId })).toMatchObject(undecided);
    expect((await database().draft.findUniqueOrThrow({ where: { id: draftId } })).frozen).toBe(false);
    await decide("officer", draftId, { all: "yes" });
    expect(await openRound(program.person("coordinator"), { proposalId })).toMatchObject({ ok: true });
  });

  test("a stale proposal keeps its suggestions until they are decided", async () => {
    const { id: proposalId, draftId } = await proposalForTests(program);
    await database().draft.update({ where: { id: draftId }, data: { start: JSON.parse(JSON.stringify(suggested())) } });
    const latest = await editionForTests(program.documentId, 2, textOf("Officers wait.", "Dispatch records the call."));
    expect(await rebaseProposal(program.person("cit"), { proposalId, ontoEditionId: latest.id, choices: { c1: "mine" } })).toMatchObject(undecided);
    expect((await textOfDraft(draftId)).pending).toHaveLength(3);
  });

  test("a new document is not sent to the agency head, and no version is restored over them", async () => {
    const draftId = await newDraft();
    const { documentId } = await database().draft.findUniqueOrThrow({ where: { id: draftId } });
    expect(await submitDocument(program.person("coordinator"), { documentId })).toMatchObject(undecided);
    const named = await nameVersion(program.person("cit"), { draftId, name: "Before" });
    if (!named.ok) throw new Error("not named");
    expect(await restoreVersion(program.person("cit"), { versionId: named.value.id })).toMatchObject(undecided);
  });
});

describe("a reason", () => {
  const said = async (draftId: string) => {
    const list = await suggestionList(program.person("observer"), draftId);
    if (!list.ok) throw new Error("The list was not read.");
    return list.value.threads.map(({ suggestionId, comments }) => [suggestionId, ...comments.map(({ author, body }) => `${author.name}: ${body}`)]);
  };
  const toldOf = (who: string) => database().notice.count({ where: { personId: program.person(who).personId, cause: { startsWith: "comment.write" } } });

  test("given for one's own suggestion is read with it, also by those who only read, and after it was decided", async () => {
    const draftId = await newDraft();
    expect(await beginThread(program.person("peer"), { draftId, suggestionId: "peer-1", body: "Nobody may skip it." })).toMatchObject({ ok: true });
    expect(await said(draftId)).toEqual([["peer-1", expect.stringMatching(/: Nobody may skip it\.$/)]]);
    expect(await database().thread.count({ where: { draftId, resolvedAt: null } })).toBe(1);
    expect(await decide("officer", draftId, { ids: ["peer-1"] })).toMatchObject({ ok: true });
    expect(await said(draftId)).toEqual([["peer-1", expect.stringMatching(/: Nobody may skip it\.$/)]]);
    expect(await database().thread.count({ where: { draftId, resolvedAt: null } })).toBe(0);
  });

  test("asked for by somebody else reaches whoever suggested it, and not the one who asks", async () => {
    const draftId = await newDraft();
    const [peer, officer, advocate] = await Promise.all(["peer", "officer", "advocate"].map(toldOf));
    expect(await beginThread(program.person("officer"), { draftId, suggestionId: "peer-1", body: "Why always?" })).toMatchObject({ ok: true });
    expect(await Promise.all(["peer", "officer", "advocate"].map(toldOf))).toEqual([(peer ?? 0) + 1, officer, advocate]);
  });

  test("may be asked of a name in a Word file, which nobody is told of", async () => {
    const draftId = await newDraft();
    expect(await beginThread(program.person("officer"), { draftId, suggestionId: "from-word", body: "Who is this?" })).toMatchObject({ ok: true });
  });
});
