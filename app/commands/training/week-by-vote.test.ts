import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { openProposal } from "~/commands/proposals/open-proposal.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { dayOf } from "~/domain/voting/deadline";
import { slotInWords } from "~/domain/training/module-facts";
import { changesInWords } from "~/editor/changes-in-words";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { curriculumPage } from "~/queries/training/curriculum-page.server";
import { weekPage } from "~/queries/training/week-page.server";
import { proposalPage } from "~/queries/voting/proposal-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { done } from "../../../prisma/demonstration/done";
import { personForTests, programForTests, signing, type PersonActor, type ProgramForTests } from "../../../e2e/support/program-for-tests";
import { arrangeModule } from "./arrange-module.server";
import { createCurriculum } from "./create-curriculum.server";
import { setMinimum } from "./set-minimum.server";

const effectiveFrom = dayOf(new Date(Date.now() + 3 * 86_400_000), "America/Chicago");
const everybody = ["cit", "officer", "clinician", "advocate", "peer"] as const;

let program: ProgramForTests;
let trainer: PersonActor;
let documentId: string;

beforeAll(async () => {
  await freshDatabase();
  program = await programForTests({ rules: { requiredGroups: [] } });
  trainer = await personForTests(program.programId, program.organizationIds[0] ?? "", "trainer", ["trainer"], false);
  documentId = done(await createCurriculum(trainer, { curriculum: "cit", number: "TRN-40", title: "The CIT week", visibility: "program", agencyIds: program.organizationIds.slice(0, 2) })).id;
  done(await setMinimum(trainer, { documentId, topic: "Lived experience", hours: "3", groupId: program.groupIds[2] ?? "" }));
  const draft = await database().draft.findFirstOrThrow({ where: { documentId } });
  const text = await database().frozenText.create({ data: { documentId, content: draft.start ?? {}, hash: "first" } });
  await database().edition.create({ data: { documentId, number: 1, frozenTextId: text.id, hash: "first" } });
});

async function module(title: string) {
  const { modules } = done(await curriculumPage(trainer, { documentId }));
  const found = modules.find((one) => one.title.startsWith(title));
  if (!found) throw new Error(`No module is called ${title}.`);
  return found;
}

/** A proposal in which modules have other hours. */
async function proposed(title: string, hours: Record<string, { hours: string; start?: string }>): Promise<{ proposalId: string; draftId: string }> {
  const { id: proposalId } = done(await openProposal(trainer, { documentId, title, why: "Practice lasts longer than listening.", affected: "Officers in the week." }));
  const { draftId } = await database().proposal.findUniqueOrThrow({ where: { id: proposalId } });
  for (const [name, { hours: wanted, start }] of Object.entries(hours)) {
    const { id, slot, method, topic, taughtBy, steps } = await module(name);
    const [day = "", standing = ""] = slot ? slotInWords(slot).split(" ") : [];
    done(await arrangeModule(trainer, { draftId, moduleId: id, hours: wanted, day, start: start ?? standing, method, topic, taughtBy, steps }));
  }
  return { proposalId, draftId };
}

async function voted(proposalId: string, objecting: readonly string[] = []): Promise<{ decisionId: string }> {
  const { roundId } = done(await openRound(program.person("coordinator"), { proposalId }));
  for (const name of everybody) done(await castVote(program.person(name), { roundId, choice: objecting.includes(name) ? "object" : "consent", reason: "Because.", requestId: randomUUID() }));
  done(await closeRound(program.person("coordinator"), { roundId }));
  const { id: decisionId } = await database().decision.findFirstOrThrow({ where: { proposalId, organizationId: program.organizationIds[0] } });
  return { decisionId };
}

async function adopt(asked: { decisionId: string }) {
  return makeDecision(program.person("chief"), { ...asked, move: "adopt", reasons: "It is right.", effectiveFrom, ...(await signing(program.person("chief"))) });
}

test("an hour moved from a lecture to practice is proposed, named to those who vote and decide, carried, adopted, and then stands in the week", async () => {
  const { proposalId, draftId } = await proposed("An hour of practice instead of lecture", { "Mental illness": { hours: "3" }, "De-escalation skills": { hours: "4", start: "12:30" } });
  expect(done(await weekPage(trainer, { draftId }))).toMatchObject({ check: { total: 2_400 }, lowered: [] });
  const page = done(await proposalPage(program.person("advocate"), { proposalId }));
  const named = ["“Mental illness: mood, psychosis, anxiety, personality” has 3.0 h instead of 4.0 h.", "“De-escalation skills” has 4.0 h instead of 3.0 h, and moves from Thursday 13:00 to Thursday 12:30."];
  expect(page.week).toMatchObject({ total: { from: 2_400, to: 2_400 }, changes: named.map((sentence) => ({ sentence })), lowered: [] });
  expect(changesInWords(page.redline).join(" ")).toMatch(/Mental illness.*4.*3/);
  const asked = await voted(proposalId);
  expect(done(await decisionPage(program.person("chief"), asked))).toMatchObject({ week: { changes: [{ minutes: { from: 240, to: 180 } }, { minutes: { from: 180, to: 240 } }] }, ahead: { obstacle: null } });
  done(await adopt(asked));
  expect(done(await curriculumPage(trainer, { documentId }))).toMatchObject({ document: { edition: 2 }, check: { total: 2_400 } });
  expect([await module("Mental illness"), await module("De-escalation")]).toMatchObject([{ minutes: 180 }, { minutes: 240, slot: { day: "Thursday", start: 750 } }]);
  expect(done(await proposalPage(program.person("advocate"), { proposalId })).week?.changes).toHaveLength(2);
});

test("an hour taken from the panels is said to need the consent of the group that it protects; carried without it, no head can adopt it, and the week stays", async () => {
  const { proposalId, draftId } = await proposed("More of the law", { "Lived-experience": { hours: "2" }, "The law": { hours: "3" } });
  expect(done(await weekPage(trainer, { draftId })).lowered).toMatchObject([{ topic: "Lived experience", from: 180, to: 120, groupName: "Lived experience and advocacy" }]);
  expect(done(await proposalPage(program.person("clinician"), { proposalId })).week?.lowered).toMatchObject([{ from: 180, to: 120 }]);
  const asked = await voted(proposalId, ["advocate", "peer"]);
  expect(await database().proposal.findUniqueOrThrow({ where: { id: proposalId } })).toMatchObject({ stage: "carried" });
  expect(await adopt(asked)).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("only Lived experience and advocacy can lower it") });
  expect(done(await curriculumPage(trainer, { documentId })).document.edition).toBe(2);
  expect((await module("Lived-experience")).minutes).toBe(180);
});

test("a group hands the minimum that protects it to another, and then that one lowers it", async () => {
  const [, health = "", advocacy = ""] = program.groupIds;
  const minimum = { documentId, topic: "Lived experience", hours: "3" };
  expect(await setMinimum(program.person("clinician"), { ...minimum, groupId: health })).toMatchObject({ ok: false, status: 403, field: "groupId" });
  done(await setMinimum(program.person("advocate"), { ...minimum, groupId: health }));
  expect(await setMinimum(program.person("advocate"), { ...minimum, hours: "2", groupId: health })).toMatchObject({ ok: false, status: 403, field: "hours" });
  expect(done(await curriculumPage(trainer, { documentId })).rule.minimums).toMatchObject([{ groupId: health }]);
  done(await setMinimum(program.person("clinician"), { ...minimum, groupId: advocacy }));
});
