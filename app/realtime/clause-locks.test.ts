import { expect, test } from "vitest";
import { lockClause } from "~/commands/drafting/lock-clause.server";
import { unlockClause } from "~/commands/drafting/unlock-clause.server";
import type { DocumentNode } from "~/editor/schema/document-node";
import { schemaVersion } from "~/editor/schema/document-schema";
import { workingText } from "~/editor/working-text";
import { actorOfSession, type PersonActor } from "~/http/session.server";
import { database } from "~/store/database.server";
import { createDraft, draftRows } from "~/store/drafting.server";
import { typing } from "../../e2e/support/protocol-client.mjs";
import { here, program, serveProgram, socketFor } from "./test-program";

serveProgram();

const clause = (id: string, text: string): DocumentNode => ({ type: "clause", attrs: { id }, content: [{ type: "clauseTitle", content: [{ type: "text", text: id }] }, { type: "paragraph", content: [{ type: "text", text }] }] });
const twoClauses = async () => (await createDraft(database(), { documentId: program.documentId, content: { type: "doc", content: [clause("one", "First."), clause("two", "Second.")] }, schemaVersion })).id;
/** Before "First." and before "Second." */
const [inOne, inTwo] = [7, 22];
const textOf = async (draftId: string) => {
  const rows = await draftRows(database(), draftId);
  return JSON.stringify(rows && workingText(rows).content);
};
const actorOf = async ({ sessionId }: { sessionId: string }) => (await actorOfSession(sessionId))?.actor as PersonActor;
async function opened(person: { cookie: string }, draftId: string) {
  const socket = await socketFor(here.address, person, draftId);
  socket.send({ kind: "hello", version: null });
  await socket.heard(({ kind }) => kind === "init");
  return {
    socket,
    push: (batchId: string, version: number, ...steps: unknown[]) => socket.send({ kind: "push", version, batches: [{ batchId, steps }], caret: null }),
    answered: (batchId: string) => socket.heard(({ kind, batches }) => kind === "steps" && batches.some((batch) => batch.batchId === batchId)),
    told: (locked: boolean) => socket.heard(({ kind, locks }) => kind === "locks" && locks.length === Number(locked)),
  };
}

test("while legal review holds clause two, another writes in clause one; what they send into clause two is left out, in words", async () => {
  const draftId = await twoClauses();
  const [holder, other] = await Promise.all([opened(program.clinician, draftId), opened(program.advocate, draftId)]);
  await Promise.all([holder.told(false), other.told(false)]);
  expect(await lockClause(await actorOf(program.clinician), { draftId, clauseId: "two", length: "hour", reason: "Legal review" })).toMatchObject({ ok: true });
  const { locks } = await other.told(true);
  expect(locks[0]).toMatchObject({ clauseId: "two", holder: "Clinician", organization: "Riverton Police", reason: "Legal review", own: false });
  expect((await holder.told(true)).locks[0]?.own).toBe(true);

  other.push("batch-both-1", 0, typing(inOne, "allowed "), typing(inTwo + 8, "forbidden "));
  await other.answered("batch-both-1");
  expect(await textOf(draftId)).toContain("allowed First.");
  expect(await textOf(draftId)).not.toContain("forbidden");
  const said = await other.socket.heard(({ kind }) => kind === "left-out");
  expect(said).toMatchObject({ batchId: "batch-both-1", reason: "The clause “two” is locked by Clinician; you can write everywhere else." });

  holder.push("batch-mine-1", 1, typing(inTwo + 8, "reviewed "));
  await holder.answered("batch-mine-1");
  expect(await textOf(draftId)).toContain("reviewed Second.");
});

test("a clause that its holder opens is open to all at once, and so is one whose time is over", async () => {
  const draftId = await twoClauses();
  const clinician = await actorOf(program.clinician);
  await lockClause(clinician, { draftId, clauseId: "two", length: "day", reason: "Legal review" });
  const other = await opened(program.advocate, draftId);
  await other.told(true);
  expect(await unlockClause(await actorOf(program.advocate), { draftId, clauseId: "two" })).toMatchObject({ ok: false, status: 403 });
  expect(await unlockClause(clinician, { draftId, clauseId: "two" })).toMatchObject({ ok: true });
  await other.told(false);
  other.push("batch-open-1", 0, typing(inTwo, "open "));
  await other.answered("batch-open-1");
  expect(await textOf(draftId)).toContain("open Second.");

  const another = await twoClauses();
  await lockClause(clinician, { draftId: another, clauseId: "one", length: "hour", reason: "Legal review" });
  await database().clauseLock.updateMany({ where: { draftId: another }, data: { until: new Date(Date.now() - 1_000) } });
  const late = await opened(program.advocate, another);
  await late.told(false);
  late.push("batch-late-1", 0, typing(inOne, "late "));
  await late.answered("batch-late-1");
  expect(await textOf(another)).toContain("late First.");
});
