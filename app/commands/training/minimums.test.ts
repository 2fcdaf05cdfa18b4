import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { makeDecision } from "~/commands/decisions/make-decision.server";
import { castVote } from "~/commands/voting/cast-vote.server";
import { closeRound } from "~/commands/voting/close-round.server";
import { openRound } from "~/commands/voting/open-round.server";
import { dayOf } from "~/domain/voting/deadline";
import { startingModules } from "~/domain/training/starting-modules";
import { modulesIn, moduleClause, withFacts } from "~/editor/curriculum-text";
import type { DocumentNode } from "~/editor/schema/document-node";
import { decisionPage } from "~/queries/decisions/decision-page.server";
import { database } from "~/store/database.server";
import { freshDatabase } from "~/store/test-database";
import { editionForTests, programForTests, proposalForTests, signing, type ProgramForTests } from "../../../e2e/support/program-for-tests";

const week: DocumentNode = { type: "doc", content: startingModules("cit").map((module, at) => moduleClause({ id: `m${at}`, ...module })) };
const lived = modulesIn(week).modules.find(({ topic }) => topic === "Lived experience");
const effectiveFrom = dayOf(new Date(Date.now() + 3 * 86_400_000), "America/Chicago");

let program: ProgramForTests;

beforeAll(async () => {
  await freshDatabase();
});

/** A week whose lived-experience hours the advocates protect, in a program where no single group can stop a vote; and the chief's decision about a text that gives them fewer hours. */
async function decided(votes: Record<string, string>): Promise<{ decisionId: string }> {
  const db = database();
  program = await programForTests({ rules: { requiredGroups: [] } });
  const { documentId, programId, groupIds } = program;
  await db.curriculum.create({ data: { documentId, programId, kind: "cit", minutes: 2_400, topics: [] } });
  await db.topicMinimum.create({ data: { curriculumId: documentId, topic: "Lived experience", minutes: lived?.minutes ?? 0, groupId: groupIds[2] ?? "" } });
  const base = await editionForTests(documentId, 2, week);
  const content = withFacts(week, lived?.id ?? "", { hours: "1" }) ?? week;
  const { id: proposalId } = await proposalForTests(program, { content, baseEditionId: base.id, author: "cit" });
  const opened = await openRound(program.person("coordinator"), { proposalId });
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  for (const [name, choice] of Object.entries(votes)) await castVote(program.person(name), { roundId: opened.value.roundId, choice, reason: "Because.", requestId: randomUUID() });
  await closeRound(program.person("coordinator"), { roundId: opened.value.roundId });
  const decision = await db.decision.findFirstOrThrow({ where: { proposalId, organizationId: program.organizationIds[0] } });
  return { decisionId: decision.id };
}

const answerAs = async (move: string, { decisionId }: { decisionId: string }, more: Record<string, string> = {}) => makeDecision(program.person("chief"), { decisionId, move, reasons: "It is right.", ...more, ...(await signing(program.person("chief"))) });

const others = { cit: "consent", officer: "consent", clinician: "consent" };

test("a head cannot adopt a week that lowers a protected minimum when the group that it protects did not consent, and reads why before answering", async () => {
  const asked = await decided({ ...others, advocate: "object", peer: "abstain" });
  expect(await answerAs("adopt", asked, { effectiveFrom })).toMatchObject({ ok: false, status: 409, reason: expect.stringContaining("This text lowers “Lived experience” to 1.0 h.") });
  expect(await answerAs("interim", asked, { effectiveFrom, until: effectiveFrom })).toMatchObject({ ok: false, reason: expect.stringContaining("only Lived experience and advocacy can lower it") });
  expect(await decisionPage(program.person("chief"), asked)).toMatchObject({ ok: true, value: { ahead: { obstacle: expect.stringContaining("Decline, and ask for a text that keeps the minimum") } } });
  expect(await answerAs("decline", asked)).toMatchObject({ ok: true });
});

test("with the consent of that group the head adopts it", async () => {
  const asked = await decided({ ...others, advocate: "consent", peer: "abstain" });
  expect(await answerAs("adopt", asked, { effectiveFrom })).toMatchObject({ ok: true });
});
