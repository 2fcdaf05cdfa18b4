import { beforeAll, describe, expect, test } from "vitest";
import { writeComment } from "~/commands/comments/write-comment.server";
import { addTerm } from "~/commands/glossary/add-term.server";
import { openRound } from "~/commands/voting/open-round.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { anyone, type Actor } from "~/domain/access/may";
import { excerptParts, searchWords, wordsQuery, type FoundKind } from "~/domain/library/search-words";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { searchPage } from "./search-page.server";

let program: ProgramForTests;
let proposalId: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
  proposalId = (await proposalForTests(program)).id;
});

async function find(actor: Actor, typed: string, kind: FoundKind | null = null) {
  const page = await searchPage(actor, { typed, kind });
  if (!page.ok) throw new Error("The search was refused.");
  return page.value.groups.flatMap(({ kind: found, hits }) => hits.map((hit) => ({ kind: found, ...hit })));
}

async function inForce(documentId: string, editionId: string, frozenTextId: string) {
  const { programId, organizationIds, person } = program;
  const organizationId = organizationIds[0] ?? "";
  const now = new Date();
  const answer = { outcome: "adopted", reasons: "It is what our best officers do.", decidedById: person("chief").personId, askedAt: now, dueAt: now, decidedAt: now };
  const decision = await database().decision.create({ data: { programId, documentId, organizationId, frozenTextId, ...answer } });
  await database().adoption.create({ data: { documentId, editionId, organizationId, decisionId: decision.id, effectiveFrom: new Date("2026-01-01") } });
}

describe("search", () => {
  test("finds documents, clauses, proposals, comments and words of the glossary, each at its exact place", async () => {
    const peer = program.person("peer");
    const said = await writeComment(peer, { proposalId, body: "Who pays for the interpreter at night?" });
    const term = await addTerm(program.person("cit"), { name: "warm handoff", variants: "", body: "", source: "" });
    if (!said.ok || !term.ok) throw new Error("Nothing was written.");
    expect(await find(peer, "cit-101")).toMatchObject([{ kind: "document", path: `/documents/${program.documentId}` }]);
    expect(await find(peer, "dispatch records")).toMatchObject([{ kind: "clause", path: `/documents/${program.documentId}?edition=1#clause-c2` }]);
    expect(await find(peer, "limit waiting", "proposal")).toMatchObject([{ path: `/proposals/${proposalId}` }]);
    expect(await find(peer, "interpreter")).toMatchObject([{ kind: "comment", path: `/proposals/${proposalId}#comment-${said.value.commentId}` }]);
    expect(await find(peer, "handoff")).toMatchObject([{ kind: "term", path: `/glossary/${term.value.termId}` }]);
  });

  test("finds a word by its beginning, in another form, and a title that was mistyped", async () => {
    const peer = program.person("peer");
    for (const typed of ["interp", "interpreters", "INTERPRETER", "pay interpret"]) expect(await find(peer, typed, "comment"), typed).toHaveLength(1);
    for (const typed of ["respnse", "Resposne", "crisis persn"]) expect(await find(peer, typed, "document"), typed).toHaveLength(1);
  });

  test("shows what was found as text, never as markup", async () => {
    const peer = program.person("peer");
    await writeComment(peer, { proposalId, body: "A <img src=x onerror=alert(1)> lantern \ue000 here" });
    const [hit] = await find(peer, "lantern");
    expect(hit?.excerpt.filter(({ found }) => found)).toEqual([{ words: "lantern", found: true }]);
    expect(hit?.excerpt.map(({ words }) => words).join("")).toContain("onerror=alert(1)>");
  });

  test("takes every sign that means something to a database as a sign", async () => {
    for (const typed of ["'; drop table \"Person\"; --", "a & | ! ( ) :* <->", "%", "\\", "*", "\u0000", "the", "🙂", "x".repeat(5_000)]) expect(Array.isArray(await find(program.person("peer"), typed)), typed).toBe(true);
  });
});

describe("search never shows a title that one may not open", () => {
  test("a draft of one organization is found by its people and by nobody else", async () => {
    const { programId, organizationIds, person } = program;
    const hidden = await database().document.create({
      data: { programId, organizationId: organizationIds[3] ?? "", kind: "policy", number: "ADV-7", title: "Zephyr plan", visibility: "organization", createdById: person("advocate").personId },
    });
    const edition = await editionForTests(hidden.id, 1, textOf("The zephyr clause."));
    const draft = await database().draft.create({ data: { documentId: hidden.id, schemaVersion: "1", start: {} } });
    const proposal = await database().proposal.create({
      data: { programId, documentId: hidden.id, number: 900, title: "Zephyr change", why: "zephyr", affected: "zephyr", stage: "drafting", authorId: person("advocate").personId, baseEditionId: edition.id, draftId: draft.id },
    });
    await writeComment(person("advocate"), { proposalId: proposal.id, body: "zephyr remark" });
    expect((await find(person("advocate"), "zephyr")).map(({ kind }) => kind).sort()).toEqual(["clause", "comment", "document", "proposal"]);
    expect(await find(person("peer"), "zephyr")).toHaveLength(4);
    for (const name of ["chief", "coordinator", "officer", "clinician"]) expect(await find(person(name), "zephyr"), name).toEqual([]);
    expect(await find({ ...person("coordinator"), roles: ["programAdmin"] }, "zephyr")).toEqual([]);
    expect(await find(anyone, "zephyr")).toEqual([]);
  });

  test("nor anything of another program", async () => {
    const other = await programForTests();
    await proposalForTests(other);
    for (const typed of ["cit-101", "clinician", "limit"]) {
      for (const { path } of await find(program.person("peer"), typed)) expect(path).not.toContain(other.documentId);
      expect((await find(other.person("peer"), typed)).some(({ path }) => path.includes(proposalId) || path.includes(program.documentId))).toBe(false);
    }
    expect(await find(other.person("peer"), "handoff")).toEqual([]);
  });

  test("nor how people voted, or why, while results are hidden", async () => {
    const secret = await programForTests({ rules: { results: "after-close" } });
    const proposal = await proposalForTests(secret);
    const opened = await openRound(secret.person("coordinator"), { proposalId: proposal.id });
    if (!opened.ok) throw new Error("The vote did not open.");
    await castVote(secret.person("peer"), { roundId: opened.value.roundId, requestId: "ballot-of-peer", choice: "object", reason: "Quixotic timing" });
    for (const name of ["peer", "coordinator", "chief"]) expect(await find(secret.person(name), "quixotic"), name).toEqual([]);
  });

  test("and whoever is not signed in finds what is in force and public, in the library", async () => {
    expect(await find(anyone, "clinician")).toEqual([]);
    await inForce(program.documentId, program.edition.id, program.edition.frozenTextId);
    expect(await find(anyone, "clinician")).toMatchObject([{ title: "CIT-101 Response to a person in crisis, edition 1", path: "/library/CIT-101/editions/1#clause-c1" }]);
    for (const typed of ["limit", "interpreter", "handoff", "best officers"]) expect(await find(anyone, typed), typed).toEqual([]);
    expect(await find(program.person("observer"), "best officers")).toMatchObject([{ kind: "decision" }]);
    await database().document.update({ where: { id: program.documentId }, data: { copyright: "vendor" } });
    expect(await find(anyone, "clinician")).toEqual([]);
  });
});

describe("what was typed", () => {
  test("becomes words, each by its beginning", () => {
    expect(wordsQuery(searchWords("CIT-100: wait, officers!"))).toBe("CIT:* & (100:* | '-100':*) & wait:* & officers:*");
    expect(searchWords("  &|!():*<>'\\ ")).toEqual([]);
    expect(searchWords("a b c d e f g h i j")).toHaveLength(8);
  });

  test("is marked in an excerpt", () => {
    expect(excerptParts("One \ue000two\ue001 three")).toEqual([{ words: "One ", found: false }, { words: "two", found: true }, { words: " three", found: false }]);
  });
});
