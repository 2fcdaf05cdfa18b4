import { beforeAll, expect, test } from "vitest";
import { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import { batchesOf, collaboration, standingOf } from "~/editor/collaboration";
import type { DocumentNode } from "~/editor/schema/document-node";
import { documentSchema, schemaVersion } from "~/editor/schema/document-schema";
import { workingText } from "~/editor/working-text";
import { database } from "~/store/database.server";
import { createDraft, draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { proposalRebase } from "~/queries/proposals/proposal-rebase.server";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { proposeKept } from "./propose-kept.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const said = { why: "Families ask for it.", affected: "Families and officers." };

/** What a page keeps when its text is frozen before these words were stored. */
function written(content: DocumentNode, at: number, words: string) {
  let state = EditorState.create({ doc: Node.fromJSON(documentSchema, content), plugins: [collaboration(0, () => "kept-batch-1")] });
  for (const [key, letter] of [...words].entries()) state = state.apply(state.tr.insertText(letter, at + key));
  return { version: 0, batches: batchesOf(standingOf(state).unconfirmed) };
}

function behind(content: DocumentNode, words: string): number {
  let place = 0;
  Node.fromJSON(documentSchema, content).descendants((node, at) => {
    const found = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (found >= 0) place = at + found + words.length;
  });
  return place;
}

async function branchOfProposal(id: string) {
  const proposal = await database().proposal.findUniqueOrThrow({ where: { id } });
  const rows = await draftRows(database(), proposal.draftId);
  if (!rows) throw new Error("The proposal has no branch.");
  return { proposal, text: JSON.stringify(workingText(rows).content) };
}

test("words written while a vote was opened become a proposal of their own, and the text voted on stays as it is", async () => {
  const { draftId } = await proposalForTests(program);
  await database().draft.update({ where: { id: draftId }, data: { frozen: true } });
  const voted = textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call.");
  const before = await draftRows(database(), draftId);
  const made = await proposeKept(program.person("peer"), { draftId, ...said, ...written(voted, behind(voted, "Dispatch records the call"), " and its end") });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { proposal, text } = await branchOfProposal(made.value.id);
  expect(text).toContain("Dispatch records the call and its end.");
  // Only what was written here: not what the other proposal asks for.
  expect(text).not.toContain("30 minutes");
  expect(text).toContain("Officers wait for a clinician.");
  expect(proposal).toMatchObject({ stage: "drafting", baseEditionId: program.edition.id, authorId: program.person("peer").personId });
  expect(await draftRows(database(), draftId)).toEqual(before);
});

test("words written in a clause that the adopted edition has changed since are kept in a proposal, and a person chooses between the two", async () => {
  const another = await programForTests();
  const start = textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call.");
  const { draftId } = await proposalForTests(another, { content: start });
  await editionForTests(another.documentId, 2, textOf("Officers wait for a clinician for up to 20 minutes.", "Dispatch records the call."));
  const made = await proposeKept(another.person("advocate"), { draftId, ...said, ...written(start, behind(start, "30 minutes"), " at night") });
  if (!made.ok) throw new Error(JSON.stringify(made));
  expect(made.value.mustChoose).toBe(true);
  const { proposal, text } = await branchOfProposal(made.value.id);
  expect(text).toContain("30 minutes at night");
  expect(proposal.baseEditionId).toBe(another.edition.id);
  const shown = await proposalRebase(another.person("advocate"), { proposalId: proposal.id });
  expect(shown.ok && shown.value.conflicts.map(({ clauseId }) => clauseId)).toEqual(["c1"]);
});

test("words written in the first draft of a document become a proposal once it is in force, and none before", async () => {
  const another = await programForTests();
  const start = textOf("Officers wait for a clinician.", "Dispatch records the call.");
  const { id: draftId } = await createDraft(database(), { documentId: another.documentId, content: start, schemaVersion });
  const made = await proposeKept(another.person("clinician"), { draftId, ...said, ...written(start, behind(start, "Officers"), " and nurses") });
  if (!made.ok) throw new Error(JSON.stringify(made));
  expect((await branchOfProposal(made.value.id)).text).toContain("Officers and nurses wait");

  const fresh = await database().document.create({ data: { programId: another.programId, organizationId: another.organizationIds[0] ?? "", kind: "policy", number: "CIT-102", title: "Transport", visibility: "program", createdById: another.person("cit").personId } });
  const draft = await createDraft(database(), { documentId: fresh.id, content: start, schemaVersion });
  const refused = await proposeKept(another.person("clinician"), { draftId: draft.id, ...said, ...written(start, behind(start, "Officers"), " and nurses") });
  expect(refused).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("no edition yet") });
});

test("steps that are none of this text, and a person who may not propose, are refused", async () => {
  const { draftId } = await proposalForTests(program);
  const kept = written(textOf("Officers wait for a clinician for up to 30 minutes.", "Dispatch records the call."), 4, "x");
  const broken = { version: 0, batches: [{ batchId: "kept-batch-1", steps: [{ stepType: "replace", from: 9000, to: 9001 }] }] };
  expect(await proposeKept(program.person("advocate"), { draftId, ...said, ...broken })).toMatchObject({ ok: false, status: 422 });
  expect(await proposeKept(program.person("advocate"), { draftId, ...said, ...kept, version: 7 })).toMatchObject({ ok: false, status: 422 });
  expect(await proposeKept(program.person("observer"), { draftId, ...said, ...kept })).toMatchObject({ ok: false, status: 403 });
});
