import { beforeAll, describe, expect, test } from "vitest";
import { workingText } from "~/editor/working-text";
import { newProposal } from "~/queries/proposals/new-proposal.server";
import { proposalFacts } from "~/queries/proposals/proposal-facts.server";
import { proposalList } from "~/queries/proposals/proposal-list.server";
import { proposalRebase } from "~/queries/proposals/proposal-rebase.server";
import { proposalSummary } from "~/queries/proposals/proposal-summary.server";
import { database } from "~/store/database.server";
import { draftRows } from "~/store/drafting.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, textOf, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { describeProposal } from "./describe-proposal.server";
import { openProposal } from "./open-proposal.server";
import { rebaseProposal } from "./rebase-proposal.server";
import { withdrawProposal } from "./withdraw-proposal.server";

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests();
});

const said = { why: "Callers wait too long.", affected: "People in crisis and patrol." };

async function opened(who = "advocate", over: Record<string, unknown> = {}) {
  const outcome = await openProposal(program.person(who), { documentId: program.documentId, clauseId: "c1", ...said, ...over });
  if (!outcome.ok) throw new Error(outcome.kind === "refused" ? outcome.reason : "missing");
  return outcome.value;
}

describe("opening a proposal", () => {
  test("branches from the latest edition, with a number and a name of its own", async () => {
    const one = await opened();
    const other = await opened("clinician", { title: "Quiet rooms", evidence: "Two cases." });
    expect(other.number).toBe(one.number + 1);
    const row = await database().proposal.findUniqueOrThrow({ where: { id: one.id } });
    expect(row).toMatchObject({ stage: "drafting", clauseId: "c1", title: "Change to CIT-101: clause 1, Clause 1", baseEditionId: program.edition.id });
    const rows = await draftRows(database(), row.draftId);
    expect(rows && workingText(rows).content).toEqual(textOf("Officers wait for a clinician.", "Dispatch records the call."));
    expect(rows?.schemaVersion).not.toBe("");
  });

  test("numbers stay apart when many open at once", async () => {
    const numbers = (await Promise.all(["advocate", "clinician", "officer", "peer", "cit"].map((who) => opened(who)))).map(({ number }) => number);
    expect(new Set(numbers).size).toBe(5);
  });

  test.each([
    ["why", { why: "  " }],
    ["affected", { affected: "" }],
    ["clauseId", { clauseId: "nowhere" }],
  ])("without a usable %s it is refused at that field and nothing is stored", async (field, wrong) => {
    const before = [await database().proposal.count(), await database().draft.count()];
    const outcome = await openProposal(program.person("advocate"), { documentId: program.documentId, clauseId: "c1", ...said, ...wrong });
    expect(outcome).toMatchObject({ ok: false, status: 422, fields: { [field]: [expect.stringMatching(/\.$/)] } });
    expect([await database().proposal.count(), await database().draft.count()]).toEqual(before);
  });

  test("observers do not propose", async () => {
    expect(await openProposal(program.person("observer"), { documentId: program.documentId, ...said })).toMatchObject({ ok: false, status: 403 });
  });

  test("before the first edition the draft is written instead", async () => {
    const { personId: createdById, programId, organizationId } = program.person("cit");
    const draft = await database().document.create({ data: { programId, organizationId, createdById, kind: "policy", number: "CIT-900", title: "New", visibility: "program" } });
    expect(await openProposal(program.person("advocate"), { documentId: draft.id, ...said })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("no edition yet") });
  });
});

describe("a proposal on a document of one organization", () => {
  test("is missing for every other organization, wherever one asks", async () => {
    const { personId: createdById, programId, organizationId } = program.person("cit");
    const document = await database().document.create({ data: { programId, organizationId, createdById, kind: "policy", number: "CIT-901", title: "Ours", visibility: "organization" } });
    await editionForTests(document.id, 1, textOf("Ours alone."));
    const { id } = await opened("cit", { documentId: document.id });
    const outsider = program.person("advocate");
    const missing = { ok: false, kind: "missing" };
    expect(await newProposal(outsider, { documentId: document.id, clauseId: "c1" })).toEqual(missing);
    expect(await openProposal(outsider, { documentId: document.id, clauseId: "c1", ...said })).toEqual(missing);
    expect(await proposalSummary(outsider, { proposalId: id })).toEqual(missing);
    expect(await proposalRebase(outsider, { proposalId: id })).toEqual(missing);
    expect(await describeProposal(outsider, { proposalId: id, ...said })).toEqual(missing);
    expect(await withdrawProposal(outsider, { proposalId: id })).toEqual(missing);
    const hidden = await proposalFacts(database(), id, outsider);
    expect(hidden?.content.content).toEqual([]);
    const listed = await proposalList(outsider, { stage: "" });
    expect(listed.ok && listed.value.proposals.map((proposal) => proposal.id)).not.toContain(id);
    const own = await proposalList(program.person("chief"), { stage: "drafting" });
    expect(own.ok && own.value.proposals.map((proposal) => proposal.id)).toContain(id);
  });
});

describe("describing and withdrawing", () => {
  test("the author changes the reasons while it is drafted, others do not", async () => {
    const { id } = await opened("peer");
    expect(await describeProposal(program.person("peer"), { proposalId: id, ...said, why: "Two people waited an hour." })).toMatchObject({ ok: true });
    expect(await describeProposal(program.person("officer"), { proposalId: id, ...said })).toMatchObject({ ok: false, status: 403 });
    expect((await database().proposal.findUniqueOrThrow({ where: { id } })).why).toBe("Two people waited an hour.");
  });

  test("nothing is changed while a vote is open", async () => {
    const { id } = await opened();
    await database().proposal.update({ where: { id }, data: { stage: "voting" } });
    expect(await describeProposal(program.person("advocate"), { proposalId: id, ...said })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("A vote is open") });
    expect(await withdrawProposal(program.person("advocate"), { proposalId: id })).toMatchObject({ ok: false, status: 409 });
  });

  test("withdrawing closes the text for good", async () => {
    const { id } = await opened();
    expect(await withdrawProposal(program.person("advocate"), { proposalId: id })).toMatchObject({ ok: true });
    const row = await database().proposal.findUniqueOrThrow({ where: { id }, include: { draft: true } });
    expect([row.stage, row.draft.frozen]).toEqual(["withdrawn", true]);
    expect(await withdrawProposal(program.person("advocate"), { proposalId: id })).toMatchObject({ ok: false, status: 409 });
  });
});

describe("a proposal whose base is no longer the latest edition", () => {
  async function stale(mine: string[], theirs: string[]) {
    const own = await programForTests();
    const { id, draftId } = await proposalForTests(own, { content: textOf(...mine) });
    const second = await editionForTests(own.documentId, 2, textOf(...theirs));
    return { own, id, draftId, second, officer: own.person("officer") };
  }
  const text = async (draftId: string) => {
    const rows = await draftRows(database(), draftId);
    return rows && workingText(rows).content;
  };

  test("says so in words, and what it touches", async () => {
    const { id, officer } = await stale(["Officers wait 30 minutes.", "Dispatch records the call."], ["Officers wait for a clinician.", "Dispatch records each call."]);
    const facts = await proposalFacts(database(), id, officer);
    expect(facts?.isStale).toBe(true);
    expect(facts?.staleInWords).toContain("edition 2 has been adopted since");
    expect(facts?.touched).toEqual([{ id: "c1", number: "1", title: "Clause 1" }]);
    expect(facts?.may.rebase).toBe(true);
  });

  test("takes what only one side changed, and moves its base", async () => {
    const { own, id, draftId, second, officer } = await stale(["Officers wait 30 minutes.", "Dispatch records the call."], ["Officers wait for a clinician.", "Dispatch records each call."]);
    const shown = await proposalRebase(officer, { proposalId: id });
    expect(shown.ok && { mine: shown.value.mine.map((one) => one.id), theirs: shown.value.theirs.map((one) => one.id), conflicts: shown.value.conflicts }).toEqual({ mine: ["c1"], theirs: ["c2"], conflicts: [] });
    expect(await rebaseProposal(officer, { proposalId: id, ontoEditionId: own.edition.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("while you were choosing") });
    expect(await rebaseProposal(officer, { proposalId: id, ontoEditionId: second.id })).toMatchObject({ ok: true });
    expect(await text(draftId)).toEqual(textOf("Officers wait 30 minutes.", "Dispatch records each call."));
    const row = await database().proposal.findUniqueOrThrow({ where: { id }, include: { draft: true } });
    expect([row.baseEditionId, row.draft.baseEditionId, row.draft.version]).toEqual([second.id, second.id, 1]);
    expect(await rebaseProposal(officer, { proposalId: id, ontoEditionId: second.id })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("latest edition already") });
  });

  test("asks a person about a clause that both sides changed", async () => {
    const { id, draftId, second, officer } = await stale(["Officers wait 30 minutes.", "Dispatch records the call."], ["Officers wait 45 minutes.", "Dispatch records the call."]);
    const shown = await proposalRebase(officer, { proposalId: id });
    expect(shown.ok && shown.value.conflicts.map(({ clauseId, number, about }) => ({ clauseId, number, about }))).toEqual([{ clauseId: "c1", number: "1", about: ["text"] }]);
    const undecided = await rebaseProposal(officer, { proposalId: id, ontoEditionId: second.id });
    expect(undecided).toMatchObject({ ok: false, status: 422, fields: { "choice:c1": [expect.any(String)] } });
    expect(await text(draftId)).toEqual(textOf("Officers wait 30 minutes.", "Dispatch records the call."));
    expect(await rebaseProposal(officer, { proposalId: id, ontoEditionId: second.id, choices: { c1: "both" } })).toMatchObject({ ok: false, status: 422 });
    expect(await rebaseProposal(officer, { proposalId: id, ontoEditionId: second.id, choices: { c1: "theirs" } })).toMatchObject({ ok: true });
    expect(await text(draftId)).toEqual(textOf("Officers wait 45 minutes.", "Dispatch records the call."));
  });

  test("two at once bring it up to date once", async () => {
    const { id, second, officer, own } = await stale(["Officers wait 30 minutes.", "Dispatch records the call."], ["Officers wait for a clinician.", "Dispatch records each call."]);
    const both = await Promise.all([officer, own.person("clinician")].map((who) => rebaseProposal(who, { proposalId: id, ontoEditionId: second.id })));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
